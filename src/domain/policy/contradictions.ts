/** What is wrong between sections that are right each by itself. */
import { z } from "zod";
import type { Contradiction } from "../broken-rule.ts";
import { catalogueProblems } from "../signals/catalogue-problems.ts";
import { PRODUCTS, type Product, RISK_TIERS } from "../vocabulary.ts";
import { batchProblems } from "./batch-problems.ts";
import { edgeOf } from "./exposure-bands.ts";
import { type ProductRows, rowsOf } from "./inspections.ts";
import { measureSetProblems } from "./measure-sets.ts";
import { rotationProblems } from "./rotation-problems.ts";
import { type PolicyContent, policyShape } from "./shape.ts";

type Section =
  | "zones"
  | "measure_sets"
  | "exposure_bands"
  | "inspections"
  | "languages"
  | "sources"
  | "templates"
  | "form"
  | "gate"
  | "confirmation"
  | "off_site_batch"
  | "signals"
  | "policy"
  | "classification";
export type Sections = { readonly [Name in Section]?: PolicyContent[Name] | undefined };

/** Looks at the sections that are right by themselves, so that one run tells these problems beside the others. */
export function policyContradictions(raw: unknown): Contradiction[] {
  const content = z.looseObject({}).safeParse(raw).data ?? {};
  const {
    zones,
    measure_sets,
    exposure_bands,
    inspections,
    languages,
    sources,
    templates,
    form,
    gate,
    confirmation,
    off_site_batch,
    signals,
    policy,
    classification,
  } = policyShape.shape;
  const sections: Sections = {
    zones: zones.safeParse(content.zones).data,
    measure_sets: measure_sets.safeParse(content.measure_sets).data,
    exposure_bands: exposure_bands.safeParse(content.exposure_bands).data,
    inspections: inspections.safeParse(content.inspections).data,
    languages: languages.safeParse(content.languages).data,
    sources: sources.safeParse(content.sources).data,
    templates: templates.safeParse(content.templates).data,
    form: form.safeParse(content.form).data,
    gate: gate.safeParse(content.gate).data,
    confirmation: confirmation.safeParse(content.confirmation).data,
    off_site_batch: off_site_batch.safeParse(content.off_site_batch).data,
    signals: signals.safeParse(content.signals).data,
    policy: policy.safeParse(content.policy).data,
    classification: classification.safeParse(content.classification).data,
  };
  return [
    ...(sections.sources === undefined ? [] : unknownSources(new Set(Object.keys(sections.sources)), content, [])),
    ...tiersOutsideZones(sections),
    ...(sections.measure_sets === undefined ? [] : measureSetProblems(sections.measure_sets)),
    ...tooFewHands(sections),
    ...PRODUCTS.flatMap((product) => bandProblems(sections, product)),
    ...languageProblems(sections),
    ...gateProblems(sections),
    ...(sections.form === undefined
      ? []
      : rotationProblems(sections.templates ?? [], sections.form.rotating_per_check)),
    ...confirmationProblems(sections),
    ...batchProblems(sections),
    ...signalProblems(sections),
  ];
}

function signalProblems({ signals, templates }: Sections): Contradiction[] {
  if (signals === undefined || templates === undefined) return [];
  return catalogueProblems(signals.catalogue, signals.metrics, templates);
}

/** Every `source` must stand in `sources`, wherever in the file it is named. */
function unknownSources(
  listed: ReadonlySet<string>,
  value: unknown,
  path: readonly (string | number)[],
): Contradiction[] {
  if (Array.isArray(value)) return value.flatMap((member, index) => unknownSources(listed, member, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key !== "source" || !Array.isArray(member)) return unknownSources(listed, member, [...path, key]);
    return member.flatMap((code, index) => {
      if (typeof code !== "string" || listed.has(code)) return [];
      return [{ path: [...path, key, index], code: "source_not_listed" as const, values: { source: code } }];
    });
  });
}

/** Article 30 binds banks; a micro-loan company with few people may depart from it. */
function tooFewHands({ policy, classification }: Sections): Contradiction[] {
  if (policy?.institution !== "bank" || classification?.three_hands.distinct_persons !== 2) return [];
  return [{ path: ["classification", "three_hands", "distinct_persons"], code: "bank_has_three_hands", values: {} }];
}

/** Each tier belongs to one zone, or its loans would have no row or two. */
function tiersOutsideZones({ zones }: Sections): Contradiction[] {
  if (zones === undefined) return [];
  const placed = [...zones.z1.tiers, ...zones.z2.tiers, ...zones.z3.tiers];
  return RISK_TIERS.flatMap((tier) => {
    const times = placed.filter((name) => name === tier).length;
    if (times === 1) return [];
    const code = times === 0 ? "tier_without_zone" : "tier_in_zones";
    return [{ path: ["zones"], code, values: { tier, times: String(times) } }];
  });
}

function bandProblems({ inspections, exposure_bands }: Sections, product: Product): Contradiction[] {
  if (inspections === undefined || exposure_bands === undefined) return [];
  const phases = product === "fixed_asset" ? (["building", "operating"] as const) : ([undefined] as const);
  const sections = phases.flatMap((phase) => rowsOf(inspections, product, phase) ?? []);
  if (sections.length === 0) return [];
  const bands = exposure_bands.products[product]?.bands;
  if (bands === undefined) {
    return [{ path: ["exposure_bands", "products"], code: "rows_without_bands", values: { product } }];
  }
  const names = bands.map((band) => band.band);
  return [
    ...edgeProblems(product, bands),
    ...sections.flatMap(({ rows, path }) => rowProblems(rows, path.split("."), names)),
  ];
}

function edgeProblems(product: string, bands: readonly Parameters<typeof edgeOf>[0][]): Contradiction[] {
  const path = ["exposure_bands", "products", product, "bands"];
  const edges = bands.map((band) => edgeOf(band)?.amount ?? Number.POSITIVE_INFINITY);
  const rising = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? 0));
  if (rising && edges.at(-1) === Number.POSITIVE_INFINITY) return [];
  return [{ path, code: "bands_do_not_rise", values: {} }];
}

const ZONE_1_ROWS = { small: "zone_1_small", medium: "zone_1_medium", large: "zone_1_large" } as const;

function rowProblems(
  rows: ProductRows,
  path: readonly string[],
  bands: readonly (keyof typeof ZONE_1_ROWS)[],
): Contradiction[] {
  return (["small", "medium", "large"] as const).flatMap((band) => {
    const row = ZONE_1_ROWS[band];
    const [wanted, there] = [bands.includes(band), rows[row] !== undefined];
    if (wanted === there) return [];
    const code = wanted ? "row_missing" : "row_without_band";
    return [{ path: there ? [...path, row] : [...path], code, values: { row, band } }];
  });
}

function languageProblems({ languages }: Sections): Contradiction[] {
  if (languages === undefined || languages.offered.includes(languages.default)) return [];
  return [{ path: ["languages", "default"], code: "default_not_offered", values: { language: languages.default } }];
}

const wantsPapers = ({ type, evidence }: { readonly type: string; readonly evidence?: string }): boolean =>
  type !== "evidence" && evidence !== undefined && evidence !== "none";

/** What the gate judges must be asked, and be of the kind that it can judge. */
function gateProblems({ gate, templates }: Sections): Contradiction[] {
  if (gate === undefined || templates === undefined) return [];
  const items = templates.flatMap(({ blocks }) => blocks.flatMap((block) => block.items));
  const asked = (type: string) => new Set(items.filter((item) => item.type === type).map(({ key }) => key));
  // The form asks by itself for the papers of a block that wants some.
  const wanting = templates.flatMap(({ blocks }) => blocks.filter(({ items: its }) => its.some(wantsPapers)));
  const papers = new Set(wanting.map(({ key }) => `${key}_files`));
  const unasked = (list: "concludes" | "single_use_files", type: string): Contradiction[] =>
    gate[list].flatMap((key, index) => {
      if (asked(type).has(key) || (type === "evidence" && papers.has(key))) return [];
      return [{ path: ["gate", list, index], code: "not_asked_as" as const, values: { key, type, remove: key } }];
    });
  const unaskedOfRisks = (name: "asked_by" | "none_because", type: string): Contradiction[] => {
    const key = gate.risks?.[name];
    if (key === undefined || asked(type).has(key)) return [];
    const remove = name === "asked_by" ? "gate.risks" : name;
    return [{ path: ["gate", "risks", name], code: "not_asked_as", values: { key, type, remove } }];
  };
  return [
    ...unasked("concludes", "text"),
    ...unasked("single_use_files", "evidence"),
    ...unaskedOfRisks("asked_by", "yes_no"),
    ...unaskedOfRisks("none_because", "text"),
  ];
}

/** Where templates are changed, what the borrower is shown would grow or shrink without a word. */
function confirmationProblems({ confirmation, templates }: Sections): Contradiction[] {
  if (confirmation === undefined || templates === undefined) return [];
  const items = templates.flatMap(({ blocks }) => blocks.flatMap((block) => block.items));
  const unasked = (list: "words" | "leave_out", type: string): Contradiction[] =>
    confirmation[list].flatMap((key, index) => {
      if (items.some((item) => item.key === key && item.type === type)) return [];
      return [
        { path: ["confirmation", list, index], code: "not_asked_as" as const, values: { key, type, remove: key } },
      ];
    });
  return [...unasked("words", "text"), ...unasked("leave_out", "number")];
}

/** What a policy changes, a line for each: sets of usual measures by whom they are for, other rules by where they stand. Pure. */
import { type ChangedSet, changedSets } from "../../domain/measure-sets.ts";
import { type Difference, differences } from "../../domain/policy/differences.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import type { Language, Sentences } from "../../domain/vocabulary.ts";
import type { Translate } from "../../texts/index.ts";
import { listingText } from "../../texts/listing.ts";

interface Reader {
  readonly t: Translate;
  readonly language: Language;
}

const SETS = "measure_sets.";

/** `say`: how a rule's value is written. */
export function changeLines(
  reader: Reader,
  before: Policy,
  after: Policy,
  say: (value: string) => string = (value) => value,
): string[] {
  const rules = differences(before, after).filter(({ path }) => !isOfSet(path));
  return [
    ...rules.map((rule) => ruleLine(rule, say)),
    ...changedSets(before, after).map((set) => setLine(reader, set)),
  ];
}

/** Where their sources changed, the rule itself says it. */
function isOfSet(path: string): boolean {
  return path.startsWith(SETS) && !path.endsWith(".source");
}

/** `inspections.mortgage.zone_2.every_months: 3 → 2` */
function ruleLine({ path, before, after }: Difference, say: (value: string) => string): string {
  return `${path}: ${say(before ?? "–")} → ${say(after ?? "–")}`;
}

function setLine({ t, language }: Reader, { customerType, zone, ...set }: ChangedSet): string {
  const named = (texts: readonly Sentences[]) =>
    listingText(
      language,
      texts.map((text) => text[language]),
    );
  const parts = [
    ...(set.added.length === 0 ? [] : [t("policy.measures.added", { measures: named(set.added) })]),
    ...(set.removed.length === 0 ? [] : [t("policy.measures.removed", { measures: named(set.removed) })]),
    ...(set.changed.length === 0 ? [] : [t("policy.measures.changed", { measures: named(set.changed) })]),
    ...(set.isReordered ? [t("policy.measures.reordered")] : []),
  ];
  const whose = t("policy.measures", { customer: t(`ledger.customer_type.${customerType}`), zone: t(`zone.${zone}`) });
  return [whose, ...parts].join(" ");
}

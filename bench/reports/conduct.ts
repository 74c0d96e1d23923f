/** How an officer writes: honestly, each in their own way, or in one of the ways that the gate is there for. */
import type { CheckForm, FormItem } from "../../src/domain/check/types.ts";
import { addDays } from "../../src/domain/dates.ts";
import type { FindingRule } from "../../src/domain/gate/findings.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";
import { plausibleAnswers, plausibleRisk } from "../../src/features/demonstration/plausible.ts";
import type { Chance } from "../../src/features/demonstration/random.ts";
import { moved, type Raw, type Said } from "./moved.ts";
import { EMPTY, inEnglish, inFewWords } from "./words.ts";

export interface Visit {
  readonly form: CheckForm;
  readonly visitedOn: IsoDate;
  /** The same for the whole visit, whenever something of it is asked. */
  readonly seed: number;
  readonly chance: Chance;
  readonly officerId: string;
  readonly customer: string;
  /** What the same officer wrote of the same customer last time. */
  readonly last: Said | undefined;
  /** What the same officer wrote last, of whom. */
  readonly lastOfAnother: { readonly said: Said; readonly customer: string } | undefined;
  /** Visits of this customer before this one. */
  readonly place: number;
}

export interface Conduct {
  readonly name: string;
  readonly locale: "en-US" | "zh-CN";
  /** What the gate says of such a report; nothing of an honest one. */
  readonly caughtBy: readonly (FindingRule | "refused")[];
  /** Where the habit needs a visit, whatever was planned. */
  readonly onSite?: true;
  /** What becomes of the honest answer to an item. */
  said(item: FormItem, honest: Raw, visit: Visit): Raw;
}

const asItIs = (_item: FormItem, honest: Raw): Raw => honest;
const CONCLUDES = ["conclusion", "no_risk_because", "seen_not_told"];
const OLD_DAYS = 200;
/** Yuan written for ten thousand yuan. */
const UNIT_SLIP = 10_000;
const UNHEARD = ["cooperation"];

/** Four are honest, six are not. */
export const CONDUCTS: readonly Conduct[] = [
  { name: "honest, in Chinese", locale: "zh-CN", caughtBy: [], said: asItIs },
  {
    name: "honest, in English",
    locale: "en-US",
    caughtBy: [],
    said: (item, honest, visit) => inEnglish(item, visit.chance) ?? honest,
  },
  {
    name: "honest, in few words",
    locale: "en-US",
    caughtBy: [],
    said: (item, honest, visit) => inFewWords(item, visit.chance) ?? honest,
  },
  { name: "honest, finds a risk", locale: "zh-CN", caughtBy: [], said: findsRisk },
  {
    name: "empty words",
    locale: "zh-CN",
    caughtBy: ["refused"],
    said: (item, honest, { chance }) => (CONCLUDES.includes(item.key) ? chance.pick(EMPTY) : honest),
  },
  {
    name: "copies the last report",
    locale: "en-US",
    caughtBy: ["copied"],
    said: (item, honest, { last }) => (item.type === "text" ? (last?.[item.answerKey] ?? honest) : honest),
  },
  { name: "copies another customer's", locale: "zh-CN", caughtBy: ["copied"], said: ofAnother },
  { name: "another unit", locale: "en-US", caughtBy: ["unit_mixed"], said: slipped },
  {
    name: "old evidence",
    locale: "zh-CN",
    caughtBy: ["refused", "looks_used", "old_figure"],
    onSite: true,
    said: dated,
  },
  {
    name: "silent about risk",
    locale: "en-US",
    caughtBy: ["range_without_risk"],
    said: (item, honest) => (UNHEARD.includes(item.key) ? "none" : honest),
  },
];

/** An honest visit, and what the officer's habit makes of it. */
export function wordsAndFigures(conduct: Conduct, visit: Visit): Said {
  const items = visit.form.steps.flatMap((step) => step.items);
  const honest = honestAnswers(visit);
  return Object.fromEntries(
    items.flatMap((item) => {
      const value = honest[item.answerKey];
      return value === undefined ? [] : [[item.answerKey, conduct.said(item, value, visit)] as const];
    }),
  );
}

/** What is written in the end by whoever was refused. */
export function honestAnswers({ form, visitedOn, chance, last, officerId, seed }: Visit): Said {
  const fresh: Said = { ...plausibleRisk(officerId, visitedOn, chance), ...plausibleAnswers(form, visitedOn, chance) };
  const items = form.steps.flatMap((step) => step.items);
  return Object.fromEntries(
    items.flatMap((item) => {
      const value = moved(item, last?.[item.answerKey], seed) ?? fresh[item.answerKey];
      return value === undefined ? [] : [[item.answerKey, value] as const];
    }),
  );
}

function findsRisk(item: FormItem, honest: Raw, { officerId, visitedOn, chance }: Visit): Raw {
  if (item.key === "risks_found") return "yes";
  return plausibleRisk(officerId, visitedOn, chance)[item.answerKey] ?? honest;
}

/** Word by word, the name replaced where it stands. */
function ofAnother(item: FormItem, honest: Raw, { customer, lastOfAnother }: Visit): Raw {
  if (item.type !== "text" || typeof honest !== "string") return honest;
  const there = lastOfAnother?.said[item.answerKey];
  if (typeof there === "string" && lastOfAnother !== undefined)
    return there.replaceAll(lastOfAnother.customer, customer);
  return item.key === "conclusion" ? `${customer}：${honest}` : honest;
}

function slipped(item: FormItem, honest: Raw, { place }: Visit): Raw {
  const isSlip = item.type === "number" && item.unit === "yuan" && place % 2 === 1 && typeof honest === "string";
  return isSlip ? (Number(honest) * UNIT_SLIP).toFixed(item.scale ?? 0) : honest;
}

/** Every third visit with figures of half a year ago. */
function dated(item: FormItem, honest: Raw, { place, visitedOn }: Visit): Raw {
  return item.key.endsWith("_as_of") && pictureOf(place) === "own" ? addDays(visitedOn, -OLD_DAYS) : honest;
}

/** What whoever hands in old pictures brings to a visit: the picture of the first one, the same saved again, or one of their own. */
export function pictureOf(place: number): "own" | "same" | "saved_again" {
  return place === 0 ? "own" : ((["same", "saved_again", "own"] as const)[(place - 1) % 3] ?? "own");
}

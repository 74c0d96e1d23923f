/** How an officer writes: honestly, or in one of the four ways that the article complains of. */

import type { CheckForm, FormItem } from "../../src/domain/check/types.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";
import { plausibleAnswers } from "../../src/features/demonstration/plausible.ts";
import type { Chance } from "../../src/features/demonstration/random.ts";

export const CONDUCTS = ["honest", "empty", "copied", "stale", "implausible"] as const;
export type Conduct = (typeof CONDUCTS)[number];

/** Of ten officers six are honest. */
export function conductOf(place: number): Conduct {
  const cheats = CONDUCTS.slice(1);
  return place % 10 < 6 ? "honest" : (cheats[(place % 10) - 6] ?? "honest");
}

export type Raw = string | readonly string[];
export type Said = Readonly<Record<string, Raw>>;

export interface Visit {
  readonly form: CheckForm;
  readonly visitedOn: IsoDate;
  readonly chance: Chance;
  /** What the same officer wrote of the same customer last time. */
  readonly last: Said | undefined;
}

const EMPTY: readonly [string, ...string[]] = [
  "正常",
  "一切正常，未见异常。",
  "按规定执行",
  "情况良好，同上次。",
  "Everything is normal, as required.",
];
const CONCLUDES = ["conclusion", "no_risk_because"];
/** Grown a little since: the ratios between the figures stay what they were. */
const GROWN = 1.03;
/** Yuan written for ten thousand yuan. */
const UNIT_SLIP = 10_000;

export function wordsAndFigures(conduct: Conduct, { form, visitedOn, chance, last }: Visit): Said {
  const fresh = plausibleAnswers(form, visitedOn, chance);
  const items = new Map(form.steps.flatMap((step) => step.items).map((item) => [item.answerKey, item]));
  const earlier = last ?? {};
  return Object.fromEntries(
    Object.entries(fresh).map(([key, value]) => {
      const item = items.get(key);
      const before = earlier[key];
      if (item === undefined) return [key, value];
      if (conduct === "copied" && before !== undefined && item.type !== "date") return [key, before];
      return [key, said(conduct, item, moved(conduct, item, before) ?? value, chance)];
    }),
  );
}

function said(conduct: Conduct, item: FormItem, value: Raw, chance: Chance): Raw {
  return conduct === "empty" && CONCLUDES.includes(item.key) ? chance.pick(EMPTY) : value;
}

function moved(conduct: Conduct, item: FormItem, before: Raw | undefined): Raw | undefined {
  if (item.type !== "number" || typeof before !== "string" || Number.isNaN(Number(before))) return undefined;
  const isMoney = item.unit === "yuan";
  const factor = conduct === "implausible" ? UNIT_SLIP : GROWN;
  return isMoney ? (Number(before) * factor).toFixed(item.scale ?? 0) : before;
}

/** The same picture for every visit, or one of its own. */
export function photoOf(conduct: Conduct, inspection: string, field: string): Uint8Array {
  const of = conduct === "stale" ? "the same yard" : `${inspection} ${field}`;
  return new TextEncoder().encode(`photo of ${of}`);
}

/** What a refusal quotes of an empty answer. Pure. */
import type { Sentences } from "../vocabulary.ts";
import type { Judged } from "./judge-conclusion.ts";

const MOST = 4;

/** Denied phrases where there are any, else those that say nothing, parted as each language parts them. */
export function quoted({ negated, stopPhrases }: Pick<Judged, "negated" | "stopPhrases">): Sentences {
  const phrases = [...new Set(negated.length > 0 ? negated : stopPhrases)].slice(0, MOST);
  const chinese = phrases.join("、");
  return { en: phrases.join(", "), "zh-Hans": chinese, "zh-Hant": chinese };
}

/** The word lists of a policy's gate, made ready to be read with: both Chinese scripts folded into one. Pure. */
import type { Language } from "../vocabulary.ts";

export const WORD_KINDS = [
  "stop_phrases",
  "terms",
  "negations",
  "fillers",
  "things",
  "persons",
  "events",
  "troubles",
  "inspection_words",
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

export type WordLists = Readonly<Record<WordKind, Readonly<Record<Language, readonly string[]>>>>;

export interface GateWords {
  /** The kinds of a phrase, by its folded text. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<WordKind>>;
  /** Traditional characters as the simplified ones of the same phrase. */
  readonly simplified: ReadonlyMap<string, string>;
  /** Of the longest Chinese phrase, in characters. */
  readonly longestChinese: number;
  /** Of the longest English phrase, in words. */
  readonly longestEnglish: number;
}

/** The two Chinese lists stand in the same order, which is how their characters are known to be the same. */
export function gateWords(lists: WordLists): GateWords {
  const simplified = new Map(WORD_KINDS.flatMap((kind) => pairs(lists[kind]["zh-Hans"], lists[kind]["zh-Hant"])));
  const kinds = new Map<string, Set<WordKind>>();
  let [longestChinese, longestEnglish] = [1, 1];
  for (const kind of WORD_KINDS) {
    const { en, "zh-Hans": hans, "zh-Hant": hant } = lists[kind];
    for (const phrase of [...en, ...hans, ...hant].map((text) => fold(text, simplified))) {
      kinds.set(phrase, (kinds.get(phrase) ?? new Set()).add(kind));
      longestChinese = Math.max(longestChinese, phrase.length);
      longestEnglish = Math.max(longestEnglish, phrase.split(" ").length);
    }
  }
  return { kinds, simplified, longestChinese, longestEnglish };
}

/** Full-width forms, capitals, kinds of apostrophe and traditional characters make no difference. */
export function fold(text: string, simplified: ReadonlyMap<string, string>): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
    .replace(/[\p{Cf}]/gu, "");
  return [...plain].map((character) => simplified.get(character) ?? character).join("");
}

function pairs(hans: readonly string[], hant: readonly string[]): [string, string][] {
  return hans.flatMap((phrase, at) => {
    const [to, from] = [[...phrase], [...(hant[at] ?? "")]];
    if (to.length !== from.length) return [];
    return from.flatMap((character, index): [string, string][] => {
      const same = to[index];
      return same === undefined || same === character ? [] : [[character, same]];
    });
  });
}

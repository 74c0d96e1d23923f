/** Reads a clause from left to right, the longest phrase first, so that a phrase is only ever taken whole. Pure. */
import type { GateWords, WordKind } from "./words.ts";

export interface Word {
  readonly text: string;
  /** Where it stands in the clause. */
  readonly at: number;
  /** Nothing where the policy does not know it. */
  readonly kinds: ReadonlySet<WordKind>;
}

const NONE: ReadonlySet<WordKind> = new Set();
const LATIN = /[a-z][a-z'/]*(?:-[a-z]+)*/uy;
const HAN = /\p{Script=Han}/u;

export function readWords(clause: string, words: GateWords): Word[] {
  const read: Word[] = [];
  let at = 0;
  while (at < clause.length) {
    const found = HAN.test(clause[at] ?? "") ? chinese(clause, at, words) : english(clause, at, words);
    if (found !== undefined) read.push(found.word);
    at = found?.end ?? at + 1;
  }
  return read;
}

function chinese(clause: string, at: number, { kinds, longestChinese }: GateWords): Found {
  for (let length = Math.min(longestChinese, clause.length - at); length > 0; length -= 1) {
    const text = clause.slice(at, at + length);
    const known = kinds.get(text);
    if (known !== undefined) return { word: { text, at, kinds: known }, end: at + length };
  }
  return { word: { text: clause[at] ?? "", at, kinds: NONE }, end: at + 1 };
}

interface Found {
  readonly word: Word;
  readonly end: number;
}

function english(clause: string, at: number, { kinds, longestEnglish }: GateWords): Found | undefined {
  const ends = wordEnds(clause, at, longestEnglish);
  const [first] = ends;
  if (first === undefined) return undefined;
  for (const end of ends.toReversed()) {
    const text = clause.slice(at, end).replace(/\s+/gu, " ");
    const known = kinds.get(text);
    if (known !== undefined) return { word: { text, at, kinds: known }, end };
  }
  return { word: { text: clause.slice(at, first), at, kinds: NONE }, end: first };
}

/** Where the next words end, each with all before it. */
function wordEnds(clause: string, at: number, most: number): number[] {
  const ends: number[] = [];
  let from = at;
  while (ends.length < most) {
    LATIN.lastIndex = from;
    const match = LATIN.exec(clause);
    if (match === null) break;
    ends.push(LATIN.lastIndex);
    from = LATIN.lastIndex;
    while (clause[from] === " ") from += 1;
  }
  return ends;
}

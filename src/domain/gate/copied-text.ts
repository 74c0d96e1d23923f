/**
 * How much of a report stands in an earlier one (R23, R24). Compared sentence by sentence, after names, dates and the form's own
 * words are taken away; a sentence in which a figure moved is new. Pure.
 */
import { addTo } from "../lists-by-key.ts";
import { withoutDates } from "./figures.ts";
import { fold } from "./words.ts";

export interface Text {
  readonly answerKey: string;
  readonly text: string;
}

export interface EarlierReport {
  readonly reportId: string;
  readonly texts: readonly Text[];
  /** Whom it is about: a text moved to another customer, names replaced or left standing, is still the same text. */
  readonly names: readonly string[];
}

export interface Copied {
  /** 0 to 1: the share of the free text that stands in that one report. */
  readonly similarity: number;
  readonly reportId: string;
  /** The sentences that stand there, as typed, by the answer they are in. */
  readonly sentences: readonly { readonly answerKey: string; readonly sentence: string }[];
}

export interface CopiedRules {
  readonly simplified: ReadonlyMap<string, string>;
  /** Whom this report is about, and the form's own words: they are the same in every report. */
  readonly taken: readonly string[];
  /** Less free text than so many characters is not compared. */
  readonly leastCharacters: number;
}

const SENTENCE = /[^。！？；!?;\n]+?(?:[。！？；!?;\n]|\.(?=\s|$)|$)/gu;
/** Two sentences with so much in common say the same. */
const SAME_FROM = 0.8;
const NO_LETTER = /[^\p{L}]/gu;
const DIGITS = /\d+(?:[.,]\d+)*/gu;

/** The earlier report with most in common; nothing where there is too little text to compare. */
export function copiedFrom(
  texts: readonly Text[],
  earlier: readonly EarlierReport[],
  rules: CopiedRules,
): Copied | undefined {
  const taken = takenFrom([...rules.taken, ...earlier.flatMap(({ names }) => names)], rules.simplified);
  const own = sentencesOf(texts, rules, taken);
  const whole = own.reduce((sum, { letters }) => sum + letters.length, 0);
  if (whole < rules.leastCharacters) return undefined;
  const compared = earlier.map((report) => comparedWith(report, own, whole, rules, taken));
  return compared.reduce<Copied | undefined>(
    (most, one) => (one.similarity > (most?.similarity ?? 0) ? one : most),
    undefined,
  );
}

/** Folded, the longest first, so that a name within a longer one leaves no rest of it. */
function takenFrom(names: readonly string[], simplified: ReadonlyMap<string, string>): string[] {
  const folded = new Set(names.map((name) => fold(name.trim(), simplified)));
  return [...folded].filter((name) => name.length > 1).sort((one, other) => other.length - one.length);
}

interface Sentence extends Text {
  /** Letters and characters only, folded. */
  readonly letters: string;
  /** The figures, in order: another figure makes another sentence. */
  readonly figures: string;
  /** Neighbouring letters, each pair as a number, sorted. */
  readonly pairs: Float64Array;
}

function comparedWith(
  { reportId, texts }: EarlierReport,
  own: readonly Sentence[],
  whole: number,
  rules: CopiedRules,
  taken: readonly string[],
): Copied {
  const byFigures = groupedByFigures(sentencesOf(texts, rules, taken));
  const same = own.flatMap((sentence) => {
    const likeness = Math.max(0, ...(byFigures.get(sentence.figures) ?? []).map((other) => alike(sentence, other)));
    return likeness >= SAME_FROM ? [{ sentence, likeness }] : [];
  });
  const common = same.reduce((sum, { sentence, likeness }) => sum + sentence.letters.length * likeness, 0);
  return {
    similarity: common / whole,
    reportId,
    sentences: same.map(({ sentence }) => ({ answerKey: sentence.answerKey, sentence: sentence.text })),
  };
}

function groupedByFigures(sentences: readonly Sentence[]): Map<string, Sentence[]> {
  const groups = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    addTo(groups, sentence.figures, sentence);
  }
  return groups;
}

function sentencesOf(texts: readonly Text[], { simplified }: CopiedRules, taken: readonly string[]): Sentence[] {
  const all = texts.map((one) => ({ ...one, folded: fold(one.text, simplified) }));
  // Of the names of fifty customers hardly one stands here: looked for once in the whole report.
  const whole = all.map(({ folded }) => folded).join("\n");
  const found = taken.filter((name) => whole.includes(name));
  return all.flatMap(({ answerKey, text, folded }) => {
    const without = withoutDates(found.reduce((left, name) => left.replaceAll(name, " ".repeat(name.length)), folded));
    // Where folding kept every length, a sentence can be shown as it was typed.
    const shown = without.length === text.length ? text : without;
    return [...without.matchAll(SENTENCE)].flatMap((match) => {
      const letters = match[0].replace(NO_LETTER, "");
      if (letters.length === 0) return [];
      const figures = (match[0].match(DIGITS) ?? []).join(" ");
      const sentence = shown.slice(match.index, match.index + match[0].length).trim();
      return [{ answerKey, text: sentence, letters, figures, pairs: pairsOf(letters) }];
    });
  });
}

function pairsOf(letters: string): Float64Array {
  const pairs = new Float64Array(Math.max(letters.length - 1, 0));
  for (let at = 0; at < pairs.length; at += 1) {
    pairs[at] = letters.charCodeAt(at) * CODES + letters.charCodeAt(at + 1);
  }
  return pairs.sort();
}

const CODES = 65_536;

/** The share of neighbouring letters that two sentences have in common, 0 to 1; 0 too where they do not say the same. */
function alike(one: Sentence, other: Sentence): number {
  if (one.letters === other.letters) return 1;
  const [a, b] = [one.letters.length, other.letters.length];
  // Lengths too far apart cannot have enough in common.
  if (Math.min(a, b) < SAME_FROM * Math.max(a, b) * SAME_FROM || Math.min(a, b) < 4) return 0;
  const all = a + b - 2;
  return (2 * inCommon(one.pairs, other.pairs, (all * SAME_FROM) / 2)) / all;
}

/** How many numbers two sorted lists share, each as often as in both; given up, as 0, once it cannot be `least` any more. */
function inCommon(one: Float64Array, other: Float64Array, least: number): number {
  let [at, there, common] = [0, 0, 0];
  while (at < one.length && there < other.length) {
    const difference = (one[at] ?? 0) - (other[there] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) there += 1;
    if (common + Math.min(one.length - at, other.length - there) < least) return 0;
  }
  return common;
}

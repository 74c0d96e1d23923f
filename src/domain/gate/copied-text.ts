/**
 * How much of a report stands in an earlier one (R23, R24). Compared sentence by sentence, after names, dates and the form's own
 * words are taken away; a sentence in which a figure moved is new. Pure.
 */
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
    groups.set(sentence.figures, [...(groups.get(sentence.figures) ?? []), sentence]);
  }
  return groups;
}

function sentencesOf(texts: readonly Text[], { simplified }: CopiedRules, taken: readonly string[]): Sentence[] {
  return texts.flatMap(({ answerKey, text }) => {
    const folded = fold(text, simplified);
    const without = withoutDates(taken.reduce((left, name) => left.replaceAll(name, " ".repeat(name.length)), folded));
    // Where folding kept every length, a sentence can be shown as it was typed.
    const shown = without.length === text.length ? text : without;
    return [...without.matchAll(SENTENCE)].flatMap((match) => {
      const letters = match[0].replace(NO_LETTER, "");
      if (letters.length === 0) return [];
      const figures = (match[0].match(DIGITS) ?? []).join(" ");
      const sentence = shown.slice(match.index, match.index + match[0].length).trim();
      return [{ answerKey, text: sentence, letters, figures }];
    });
  });
}

function pairsOf(letters: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** The share of neighbouring letters that two sentences have in common, 0 to 1. */
function alike(one: Sentence, other: Sentence): number {
  if (one.letters === other.letters) return 1;
  const [a, b] = [one.letters.length, other.letters.length];
  // Lengths too far apart cannot have enough in common.
  if (Math.min(a, b) < SAME_FROM * Math.max(a, b) * SAME_FROM || Math.min(a, b) < 4) return 0;
  let common = 0;
  const others = pairsOf(other.letters);
  for (const [pair, count] of pairsOf(one.letters)) common += Math.min(count, others.get(pair) ?? 0);
  return (2 * common) / (a + b - 2);
}

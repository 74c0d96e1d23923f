/**
 * Whether a conclusion says anything (R15-R18, R23, R26): after the stop phrases it must hold a figure with its unit, or a
 * person, place, thing or document with what happened to it. Pure, and it tells what it went by.
 */
import { findFigures, type KnownFacts } from "./figures.ts";
import { readWords, type Word } from "./read-words.ts";
import { fold, type GateWords } from "./words.ts";

/** Why a conclusion is refused, the most telling reason. */
export const EMPTY_REASONS = [
  /** A stop phrase that is denied is a risk: it wants its figures. */
  "negated_without_figures",
  /** Its figures are the loan's own, which we knew. */
  "only_known_figures",
  "only_stop_phrases",
  "nothing_concrete",
] as const;
export type EmptyReason = (typeof EMPTY_REASONS)[number];

export interface Judged {
  readonly empty?: EmptyReason;
  /** The phrases that say nothing, as they were typed; `negated` with their denial. */
  readonly stopPhrases: readonly string[];
  readonly negated: readonly string[];
  /** What counted. */
  readonly figures: readonly string[];
  readonly facts: readonly string[];
}

/** Chinese characters, or half as many English words, that make a statement of their own. */
const SAID_FROM = 4;

/** "正常 100%": a share of nothing. */
const BARE_SHARE = /^[\d.,]+\s*%$/u;

const CLAUSE_ENDS = /[,;.!?。，；！？\n\r]+/u;

export function judgeConclusion(text: string, words: GateWords, known: KnownFacts): Judged {
  const folded = fold(text, words.simplified);
  const { figures, blanked } = findFigures(folded, known);
  const places = clausesOf(blanked);
  const clauses = places.map(({ start, end }): Clause => {
    const inside = figures.filter((figure) => figure.start >= start && figure.start < end);
    const without = inside.reduce((left, one) => erase(left, one.start, one.end), blanked).slice(start, end);
    return readClause(without, words, inside);
  });
  // Where folding kept every length, people read their own script and capitals again.
  const asTyped = (found: Phrase, at: number) => {
    const start = (places[at]?.start ?? 0) + found.start;
    return folded.length === text.length ? text.slice(start, start + found.text.length) : found.text;
  };
  const counted = clauses.flatMap((clause) => clause.figures.filter((figure) => !figure.known));
  const judged = {
    stopPhrases: clauses.flatMap((clause, at) => clause.stopPhrases.map((found) => asTyped(found, at))),
    negated: clauses.flatMap((clause, at) => clause.negated.map((found) => asTyped(found, at))),
    figures: counted.map((figure) => figure.text),
    facts: clauses.flatMap((clause) => (clause.fact === undefined ? [] : [clause.fact])),
  };
  const reason = judged.figures.length + judged.facts.length > 0 ? undefined : whyEmpty(judged, clauses);
  return reason === undefined ? judged : { ...judged, empty: reason };
}

interface Phrase {
  readonly text: string;
  /** In the clause. */
  readonly start: number;
}

interface Clause {
  readonly figures: readonly { readonly text: string; readonly known: boolean }[];
  readonly stopPhrases: readonly Phrase[];
  readonly negated: readonly Phrase[];
  readonly fact: string | undefined;
  /** Something was said beyond stop phrases and words that name a subject. */
  readonly hasRest: boolean;
}

function readClause(
  clause: string,
  words: GateWords,
  figures: readonly { readonly text: string; readonly known: boolean; readonly measured: boolean }[],
): Clause {
  const read = readWords(clause, words);
  const aboutTheCheck = read.some(({ kinds }) => kinds.has("inspection_words"));
  const stops = read.flatMap((word, at): { word: Word; denial: Word | undefined }[] =>
    isStop(word) ? [{ word, denial: read.slice(Math.max(at - 1, 0), at).find(isNegation) }] : [],
  );
  const negated = stops.flatMap(({ word, denial }): Phrase[] =>
    denial === undefined ? [] : [{ text: clause.slice(denial.at, word.at + word.text.length), start: denial.at }],
  );
  const stopPhrases = stops.flatMap(({ word, denial }): Phrase[] =>
    denial === undefined ? [{ text: word.text, start: word.at }] : [],
  );
  const rest = read.filter((word, at) => isRest(word) && !isOne(read, at));
  const isOnlyPraised = read.length > 0 && read.every(isStop);
  const isOfNothing = ({ text }: { readonly text: string }) => isOnlyPraised && BARE_SHARE.test(text);
  return {
    figures: figures
      .filter((figure) => (figure.measured || !aboutTheCheck) && !isOfNothing(figure))
      // The loan's own amount or term is known; the same figure of something else is a finding.
      .map((figure) => ({ ...figure, known: figure.known && restLength(rest) < SAID_FROM })),
    stopPhrases,
    negated,
    fact: namedFact(read, rest, stopPhrases.length > 0) ? clause.trim() : undefined,
    hasRest: rest.length > 0,
  };
}

/** A thing with anything said of it, a person with an event, or trouble that is not denied. What is only praised wants more said. */
function namedFact(read: readonly Word[], rest: readonly Word[], isPraised: boolean): boolean {
  const has = (kind: "things" | "persons" | "events" | "troubles" | "terms") =>
    read.some(({ kinds }) => kinds.has(kind));
  const denied = read.some(isNegation);
  const troubled = has("troubles") && !denied;
  const said = restLength(rest);
  return (
    troubled ||
    (has("things") && (has("events") || has("terms") || said >= (isPraised ? SAID_FROM : 2))) ||
    (has("persons") && (has("events") || said >= SAID_FROM)) ||
    (has("terms") && has("events"))
  );
}

const isStop = ({ kinds }: Word) => kinds.has("stop_phrases") && !kinds.has("negations");
const isNegation = (word: Word | undefined) => word?.kinds.has("negations") ?? false;
const isRest = ({ kinds }: Word) => kinds.size === 0;

/** A single Chinese character between known words is a particle rather than a statement. */
function isOne(read: readonly Word[], at: number): boolean {
  const alone = (word: Word | undefined) => word === undefined || !isRest(word);
  return (read[at]?.text.length ?? 0) === 1 && alone(read[at - 1]) && alone(read[at + 1]);
}

/** Chinese characters, or English words counted as two. */
function restLength(rest: readonly Word[]): number {
  return rest.reduce((sum, { text }) => sum + (/^[a-z]/u.test(text) ? 2 : 1), 0);
}

function whyEmpty(judged: Pick<Judged, "negated" | "stopPhrases">, clauses: readonly Clause[]): EmptyReason {
  if (judged.negated.length > 0) return "negated_without_figures";
  if (clauses.some(({ figures }) => figures.some(({ known }) => known))) return "only_known_figures";
  const onlyStopPhrases = judged.stopPhrases.length > 0 && !clauses.some(({ hasRest }) => hasRest);
  return onlyStopPhrases ? "only_stop_phrases" : "nothing_concrete";
}

/** A comma or point inside a number parts nothing. */
function clausesOf(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const inNumber = /[.,]/u.test(text[at] ?? "") && /\d/u.test(text[at - 1] ?? "") && /\d/u.test(text[at + 1] ?? "");
    if (at < text.length && (inNumber || !CLAUSE_ENDS.test(text[at] ?? ""))) continue;
    if (at > start) parts.push({ start, end: at });
    start = at + 1;
  }
  return parts;
}

function erase(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}${" ".repeat(end - start)}${text.slice(end)}`;
}

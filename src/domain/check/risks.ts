/**
 * Each risk that a report names has a step of its own, with its measure: what is done, by whom, by when, and how it will be
 * seen (R26, R27, R50). The steps are the form's own; the policy says which question opens them. Pure.
 */
import type { Sentences } from "../vocabulary.ts";
import { answerKey } from "./answer-key.ts";
import { outOfRange } from "./out-of-range.ts";
import { MEASURE_WORDS, RISK_WORDS, riskTitle } from "./risk-words.ts";
import type { AnswerKey, Answers, CheckFacts, CheckForm, FormItem, FormStep } from "./types.ts";

/** What the policy's `gate.risks` says; without it, a form asks about risks as its template does. */
export interface RiskRules {
  /** Key of the yes/no question in the conclusion. */
  readonly asked_by: string;
  readonly most: number;
}

/** What the steps offer to choose from. */
export interface RiskChoices {
  /** Who may be the first responsible person. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Answers that crossed a threshold, for the risk that is about them. */
  readonly marked: readonly FormItem[];
}

const SUBJECT = "borrower";
export const RISK_BLOCK = "risk";
const RISK_KEYS = {
  risk: "risk",
  about: "risk_about",
  goal: "measure_goal",
  owner: "measure_owner",
  due: "measure_due",
  proof: "measure_proof",
} as const;
/** Where a report holds whom it names for the measure of a risk; the row is the risk's place. */
export const NAMED_OWNER = { subject: SUBJECT, itemKey: RISK_KEYS.owner } as const;
export const RISK_PARTS = ["risk", "about", "goal", "owner", "due", "proof"] as const;
const MOST_OPTIONS = 100;

/** Where the n-th risk (from 1) keeps its answers. */
export function riskKeys(place: number): Readonly<Record<keyof typeof RISK_KEYS, AnswerKey>> {
  const at = (key: string) => answerKey(SUBJECT, key, place);
  return {
    risk: at(RISK_KEYS.risk),
    about: at(RISK_KEYS.about),
    goal: at(RISK_KEYS.goal),
    owner: at(RISK_KEYS.owner),
    due: at(RISK_KEYS.due),
    proof: at(RISK_KEYS.proof),
  };
}

export function riskQuestion({ asked_by }: RiskRules): AnswerKey {
  return answerKey(SUBJECT, asked_by);
}

/** How many risks stand in what was typed so far: none where the question is not asked or not answered with yes. */
export function riskCount(form: CheckForm, raw: Readonly<Record<AnswerKey, unknown>>, rules?: RiskRules): number {
  return rules === undefined || !asksForRisks(form, rules) ? 0 : countIn(raw, rules);
}

function countIn(raw: Readonly<Record<AnswerKey, unknown>>, rules: RiskRules): number {
  const asked = raw[riskQuestion(rules)];
  const value = typeof asked === "object" && asked !== null && "value" in asked ? asked.value : asked;
  if (value !== "yes") return 0;
  const places = Array.from({ length: rules.most }, (_, index) => index + 1);
  return Math.max(1, ...places.filter((place) => Object.values(riskKeys(place)).some((key) => isThere(raw[key]))));
}

/** What was taken off again is left as an empty list; a risk just added is empty text. */
function isThere(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

export function asksForRisks({ steps }: CheckForm, rules: RiskRules): boolean {
  return steps.some(({ items }) => items.some((item) => item.answerKey === riskQuestion(rules)));
}

/** The form, with a step for each of so many risks at its end. */
export function withRiskSteps(form: CheckForm, count: number, choices: RiskChoices): CheckForm {
  const steps = Array.from({ length: count }, (_, index) => riskStep(index + 1, choices));
  return { ...form, steps: [...form.steps, ...steps] };
}

/** The items whose answers crossed a threshold, worst first as the form asks them. */
export function markedItems(form: CheckForm, answers: Answers, facts: CheckFacts): FormItem[] {
  return form.steps
    .flatMap(({ items }) => items)
    .filter((item) => {
      const answer = answers[item.answerKey];
      return answer !== undefined && outOfRange(item, answer, answers, facts) !== undefined;
    });
}

/** Out-of-threshold answers that no risk of the report is about. */
export function marksWithoutRisk(form: CheckForm, answers: Answers, facts: CheckFacts, rules?: RiskRules): FormItem[] {
  if (rules === undefined || !asksForRisks(form, rules)) return [];
  const places = Array.from({ length: riskCount(form, answers, rules) }, (_, index) => index + 1);
  const named = new Set(places.flatMap((place) => [answers[riskKeys(place).about]?.value ?? []].flat()));
  return markedItems(form, answers, facts).filter((item) => !named.has(item.answerKey));
}

/** A risk of a report, whole. */
export interface NamedRisk {
  readonly place: number;
  readonly risk: string;
  readonly goal: string;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly proof: string;
}

/** The risks of a submitted report, each with its measure. */
export function risksOf(answers: Answers, rules?: RiskRules): NamedRisk[] {
  const count = rules === undefined ? 0 : countIn(answers, rules);
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((place) => {
    const keys = riskKeys(place);
    const said = (key: AnswerKey) => {
      const value = answers[key]?.value;
      return typeof value === "string" ? value : "";
    };
    const named = {
      place,
      risk: said(keys.risk),
      goal: said(keys.goal),
      ownerId: said(keys.owner),
      dueOn: said(keys.due),
      proof: said(keys.proof),
    };
    return named.goal === "" || named.ownerId === "" || named.dueOn === "" ? [] : [named];
  });
}

/** Which risk a step is about; nothing of any other step. */
export function riskPlace({ id }: Pick<FormStep, "id">): number | undefined {
  const place = /^borrower\/risk\/(?<place>\d+)$/u.exec(id)?.groups?.place;
  return place === undefined ? undefined : Number(place);
}

function riskStep(place: number, { people, marked }: RiskChoices): FormStep {
  const keys = riskKeys(place);
  const about = marked.slice(0, MOST_OPTIONS).map((item) => ({ value: item.answerKey, label: item.label }));
  const colleagues = people.slice(0, MOST_OPTIONS).map(({ id, name }) => ({ value: id, label: inAll(name) }));
  return {
    id: `${SUBJECT}/${RISK_BLOCK}/${place}`,
    blockKey: `${RISK_BLOCK}_${place}`,
    subject: SUBJECT,
    title: riskTitle(place),
    part: { number: 1, of: 1 },
    files: false,
    alone: true,
    items: [
      { ...item(RISK_KEYS.risk, keys.risk), ...RISK_WORDS.risk, type: "text", max_length: 1000 },
      ...(about.length === 0
        ? []
        : [
            {
              ...item(RISK_KEYS.about, keys.about),
              ...RISK_WORDS.about,
              type: "multi_choice" as const,
              required: false,
              options: about,
            },
          ]),
      { ...item(RISK_KEYS.goal, keys.goal), ...MEASURE_WORDS.goal, type: "text", max_length: 1000 },
      { ...item(RISK_KEYS.owner, keys.owner), ...MEASURE_WORDS.owner, type: "choice", options: colleagues },
      { ...item(RISK_KEYS.due, keys.due), ...MEASURE_WORDS.due, type: "date", notPast: true },
      { ...item(RISK_KEYS.proof, keys.proof), ...MEASURE_WORDS.proof, type: "text", max_length: 200 },
    ],
  };
}

function item(key: string, at: AnswerKey): Omit<FormItem, "label" | "why" | "type"> {
  return {
    key,
    answerKey: at,
    subject: SUBJECT,
    blockKey: RISK_BLOCK,
    required: true,
    as_of: false,
    evidence: "none",
    source: [],
    needs_legal_review: false,
    own: true,
  };
}

/** A name is the same in every language. */
function inAll(name: string): Sentences {
  return { en: name, "zh-Hans": name, "zh-Hant": name };
}

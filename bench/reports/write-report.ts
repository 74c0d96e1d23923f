/**
 * One report, by the officer's own presses and keys: from `/postloan check` to what the desk answers to Submit. Whoever is
 * refused writes honestly where they were refused, as the product hopes, and submits.
 */
import { answerKey } from "../../src/domain/check/answer-key.ts";
import { isoDate } from "../../src/domain/dates.ts";
import { seededChance } from "../../src/features/demonstration/random.ts";
import { type CheckSheet, loadSheet } from "../../src/features/inspections/index.ts";
import { type Translate, translator } from "../../src/texts/index.ts";
import { honestAnswers, pictureOf, type Visit, wordsAndFigures } from "./conduct.ts";
import type { Said } from "./moved.ts";
import { pictureFor } from "./pictures.ts";
import type { Officer, Stand } from "./stand.ts";

export type Outcome = "refused" | "warned" | "passed";

export interface Written {
  /** `refused` where it was so at first; what went in afterwards is in `rules`. */
  readonly outcome: Outcome;
  /** Sentences that refused, as they were read. */
  readonly refusals: readonly string[];
  /** What the gate found in the report that went in: the rule and the item. */
  readonly rules: readonly string[];
  /** What the officer read of it at the summary. */
  readonly warnings: readonly string[];
  /** From Submit to the answer. */
  readonly submitMs: number;
  /** From opening the check to the summary. */
  readonly fillMs: number;
  readonly steps: number;
  readonly said: Said;
}

const MOST_STEPS = 120;
/** A busy machine is no fault of anybody's. */
const PATIENT_MS = 20_000;
const OPENS = 12;

export interface Task extends Omit<Visit, "form" | "chance" | "visitedOn" | "officerId"> {
  readonly number: string;
  readonly visitedOn: string;
}

/** A task under way: what was said so far grows as more is asked. */
interface Work {
  readonly stand: Stand;
  readonly officer: Officer;
  readonly task: Task;
  readonly said: Record<string, Said[string]>;
  readonly refusals: string[];
}

export async function writeReport(stand: Stand, officer: Officer, task: Task): Promise<Written> {
  const work: Work = { stand, officer, task, said: {}, refusals: [] };
  const began = performance.now();
  await opens(officer, task.number);
  await think(work);
  const steps = await fillToSummary(work);
  const fillMs = performance.now() - began;
  await bringAnother(work);
  const submitted = await submit(work);
  const outcome = work.refusals.length > 0 ? "refused" : submitted.rules.length > 0 ? "warned" : "passed";
  return { outcome, refusals: work.refusals, ...submitted, fillMs, steps, said: work.said };
}

/** Where Slack would not show it any more it is asked for again, as a person does. */
async function opens(officer: Officer, number: string): Promise<void> {
  const { driver } = officer;
  const startNow = wordsOf(officer)("inspection.start_early");
  const early = () => driver.modal?.buttons.includes(startNow) === true;
  for (let left = OPENS; !hasQuestions(officer); left -= 1) {
    if (left === 0) throw new Error(`${number} does not open`);
    await (early() ? driver.clicks(startNow) : driver.says(`/postloan check ${number}`));
    await driver.eventually(() => hasQuestions(officer) || early(), PATIENT_MS).catch(() => undefined);
  }
}

const wordsOf = ({ conduct }: Pick<Officer, "conduct">): Translate =>
  translator(conduct.locale === "zh-CN" ? "zh-Hans" : "en");

/** A desk that is busy opens the window first and fills it later. */
function hasQuestions({ driver }: Officer): boolean {
  return driver.modal?.blocks.some(({ type }) => type === "input") ?? false;
}

async function openSheet({ stand, officer, task: { number } }: Work): Promise<CheckSheet> {
  const { db } = stand.parts.database;
  const draft = await db.draft.findFirstOrThrow({ where: { closedAt: null, inspection: { number } } });
  const sheet = await loadSheet(await stand.contextOf(officer.personId), draft.id);
  if (sheet === undefined) throw new Error(`no check ${number}`);
  return sheet;
}

/** What will be said of everything that is asked so far; what was said already stays. */
async function think(work: Work): Promise<void> {
  const { conduct } = work.officer;
  const { form, mode } = await openSheet(work);
  const visitMode = { "borrower/visit_mode": conduct.onSite === true ? "on_site" : mode };
  const all = { ...wordsAndFigures(conduct, visitOf(work, form)), ...visitMode };
  for (const [key, value] of Object.entries(all)) work.said[key] ??= value;
  fitParts(work, form);
}

/** What was said at different times still adds up: no part is above its whole. */
function fitParts({ said }: Work, { steps }: CheckSheet["form"]): void {
  for (const { answerKey: part, subject, not_above: whole } of steps.flatMap(({ items }) => items)) {
    const most = whole === undefined ? undefined : said[answerKey(subject, whole)];
    if (most !== undefined && Number(said[part]) > Number(most)) said[part] = most;
  }
}

function visitOf({ officer, task }: Work, form: CheckSheet["form"]): Visit {
  const visitedOn = isoDate(task.visitedOn);
  return { ...task, form, visitedOn, officerId: officer.personId, chance: seededChance(task.seed) };
}

async function fillToSummary(work: Work): Promise<number> {
  const { driver } = work.officer;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (driver.modal === null) throw new Error(`the form of ${work.task.number} is gone: ${driver.notice}`);
    if (isSummary(work)) return steps;
    await fillStep(work);
    await driver.submits();
    const wrong = Object.entries(driver.modal?.errors ?? {});
    if (wrong.length > 0) await mend(work, wrong);
  }
  throw new Error(`the form of ${work.task.number} does not end`);
}

const isSummary = ({ officer }: Work) => officer.driver.modal?.title === wordsOf(officer)("inspection.summary");

/** The refused fields again, honestly; refused twice is the bench's own mistake or the gate's, and either is to be looked at. */
async function mend(work: Work, wrong: readonly (readonly [string, string])[]): Promise<void> {
  for (const [field, sentence] of wrong) work.refusals.push(`${keyOf(field)}: ${sentence}`);
  const { form } = await openSheet(work);
  const honest = honestAnswers(visitOf(work, form));
  for (const [field] of wrong) {
    const value = honest[field];
    if (value === undefined) throw new Error(`nothing to mend ${field} with: ${JSON.stringify(wrong)}`);
    work.said[field] = value;
  }
  fitParts(work, form);
  await fillStep(work, (field) => wrong.some(([one]) => one === field));
  await work.officer.driver.submits();
  const again = Object.entries(work.officer.driver.modal?.errors ?? {});
  if (again.length > 0)
    throw new Error(`refused again: ${JSON.stringify(again)} with ${wrong.map(([one]) => work.said[one]).join(" | ")}`);
}

async function fillStep(work: Work, isWanted: (field: string) => boolean = () => true): Promise<void> {
  const { driver } = work.officer;
  const blocks = (driver.modal?.blocks ?? []).filter(({ type }) => type === "input");
  const fields = blocks.map((block) => ({ block, field: String(block.block_id), type: typeOf(block) }));
  // What only this form asks, because of an earlier answer, is made up as it comes.
  if (fields.some(({ field, type }) => type !== "file_input" && work.said[field] === undefined)) await think(work);
  for (const { block, field, type } of fields.filter((one) => isWanted(one.field))) {
    const value = work.said[field];
    if (type === "file_input") {
      const isAsked = block.optional !== true || field.endsWith("photos");
      if (isAsked) await driver.attaches(field, photoOf(work, field));
    } else if (value !== undefined && value !== "") {
      await enter(work.officer, field, type, value);
    }
  }
}

const typeOf = (block: { readonly [key: string]: unknown }) => String(Reflect.get(Object(block.element), "type"));
const keyOf = (field: string) => field.slice(field.lastIndexOf("/") + 1);

async function enter({ driver }: Officer, field: string, type: string, value: string | readonly string[]) {
  const isChosen = type === "radio_buttons" || type.includes("select");
  if (isChosen) await driver.chooses(field, typeof value === "string" ? value : [...value]);
  else await driver.fills(field, typeof value === "string" ? value : value.join("\n"));
}

/** Everybody else brings pictures of the visit. */
function photoOf({ officer, task }: Work, field: string) {
  const kind = officer.conduct.caughtBy.includes("looks_used") ? pictureOf(task.place) : "own";
  const of = kind === "own" ? task.seed : 0;
  const yard = field.endsWith("photos") && officer.conduct.caughtBy.includes("looks_used") && task.place === 0;
  return { name: `${task.number}.jpg`, bytes: pictureFor(yard ? 0 : of, kind === "saved_again") };
}

/** At a summary that cannot be submitted because of a file: that one is taken off, and another brought. */
async function bringAnother(work: Work): Promise<void> {
  const { driver } = work.officer;
  if (driver.modal?.submit !== undefined && driver.modal?.submit !== null) return;
  const t = wordsOf(work.officer);
  const steps = Array.from({ length: MOST_STEPS }, (_, at) => t("inspection.go_to_step", { step: at + 1 }));
  const goTo = driver.modal?.buttons.find((name) => steps.includes(name));
  if (goTo === undefined) throw new Error(`cannot be submitted: ${driver.modal?.text.slice(0, 500)}`);
  work.refusals.push(refusedAtSummary(driver.modal?.text ?? ""));
  await driver.clicks(goTo);
  await driver.clicks(t("files.remove"));
  const field = driver.modal?.blocks.map((block) => String(block.block_id)).find((id) => id.endsWith("photos"));
  await driver.attaches(field ?? "", { name: "another.jpg", bytes: pictureFor(work.task.seed + 1) });
  await driver.submits();
  await fillToSummary(work);
}

const refusedAtSummary = (text: string) =>
  text
    .split("\n")
    .filter((one) => one.includes(".jpg"))
    .join(" ") || text;

/** What whoever is asked at the summary says: what is new, why no risk was named, why a figure is old. */
const SAID_AT_SUMMARY = "第三条生产线待零件，5 月 20 日前到货；其余各项由会计核对 14 笔。";

async function submit(work: Work, isSecondTry = false): Promise<Pick<Written, "rules" | "submitMs" | "warnings">> {
  const { driver } = work.officer;
  const warnings = findingsShown(work.officer);
  for (const block of (driver.modal?.blocks ?? []).filter(({ type }) => type === "input")) {
    await driver.fills(String(block.block_id), SAID_AT_SUMMARY);
  }
  const began = performance.now();
  await driver.submits();
  const submitMs = performance.now() - began;
  const { number } = work.task;
  const report = await work.stand.parts.database.db.report.findFirst({
    where: { inspection: { number } },
    orderBy: { revision: "desc" },
    select: { findings: { select: { rule: true, answerKey: true } } },
  });
  if (report === null && !isSecondTry) {
    // The photo was still being read when the summary was drawn: it is refused at the submission instead.
    await bringAnother(work);
    return submit(work, true);
  }
  if (report === null) throw new Error(`${number} did not go in: ${driver.modal?.text.slice(0, 800)}`);
  await driver.closes({ all: true });
  return {
    rules: report.findings.map(({ rule, answerKey }) => `${rule} ${keyOf(answerKey ?? "")}`),
    submitMs,
    warnings,
  };
}

/** The lines between the head of what was noticed and the first step. */
function findingsShown({ driver, conduct }: Officer): string[] {
  const lines = (driver.modal?.text ?? "").split("\n");
  const head = wordsOf({ conduct })("finding.before_you_submit");
  const from = lines.findIndex((one) => one.includes(head));
  const to = lines.findIndex((one) => /^\P{L}*1\. /u.test(one));
  return from < 0 ? [] : lines.slice(from + 1, to);
}

/** One report, by the officer's own presses and keys: from `/postloan check` to what the desk answers to Submit. */
import { isoDate } from "../../src/domain/dates.ts";
import { seededChance } from "../../src/features/demonstration/random.ts";
import { type CheckSheet, loadSheet } from "../../src/features/inspections/index.ts";
import { type Conduct, photoOf, type Said, wordsAndFigures } from "./conduct.ts";
import type { Officer, Stand } from "./stand.ts";

export type Outcome = "refused" | "warned" | "passed";

export interface Written {
  readonly outcome: Outcome;
  /** Rules that warned, or the sentences that refused. */
  readonly because: readonly string[];
  /** From Submit to the answer; missing where it came to no Submit. */
  readonly submitMs: number | undefined;
  /** From opening the check to the summary. */
  readonly fillMs: number;
  readonly steps: number;
  readonly said: Said;
}

const MOST_STEPS = 80;
/** A busy machine is no fault of anybody's. */
const PATIENT_MS = 5_000;
const OPENS = 12;

export interface Task {
  readonly number: string;
  readonly conduct: Conduct;
  readonly visitedOn: string;
  readonly seed: number;
  readonly last: Said | undefined;
}

export async function writeReport(stand: Stand, officer: Officer, task: Task): Promise<Written> {
  const { driver } = officer;
  const began = performance.now();
  await opens(officer, task.number);
  const sheet = await openSheet(stand, officer, task.number);
  const visitedOn = isoDate(task.visitedOn);
  const said = wordsAndFigures(task.conduct, {
    form: sheet.form,
    visitedOn,
    chance: seededChance(task.seed),
    last: task.last,
  });
  let steps = 0;
  while (driver.modal !== null && driver.modal.title !== "Summary") {
    if (steps === MOST_STEPS) throw new Error(`the form of ${task.number} does not end`);
    await fillStep(stand, officer, task, said);
    await driver.submits();
    steps += 1;
    const errors = Object.values(driver.errors);
    if (errors.length > 0) {
      await driver.closes({ all: true });
      return {
        outcome: "refused",
        because: errors,
        submitMs: undefined,
        fillMs: performance.now() - began,
        steps,
        said,
      };
    }
  }
  const fillMs = performance.now() - began;
  return { ...(await submit(stand, officer, task)), fillMs, steps, said };
}

/** Where Slack would not show it any more it is asked for again, as a person does. */
async function opens(officer: Officer, number: string): Promise<void> {
  const { driver } = officer;
  const early = () => driver.modal?.buttons.includes("Start now") === true;
  for (let left = OPENS; !hasQuestions(officer); left -= 1) {
    if (left === 0) throw new Error(`${number} does not open`);
    await (early() ? driver.clicks("Start now") : driver.says(`/postloan check ${number}`));
    await driver.eventually(() => hasQuestions(officer) || early(), PATIENT_MS).catch(() => undefined);
  }
}

/** A desk that is busy opens the window first and fills it later. */
function hasQuestions({ driver }: Officer): boolean {
  return driver.modal?.blocks.some(({ type }) => type === "input") ?? false;
}

async function openSheet(stand: Stand, { personId }: Officer, number: string): Promise<CheckSheet> {
  const { db } = stand.parts.database;
  const draft = await db.draft.findFirstOrThrow({ where: { closedAt: null, inspection: { number } } });
  const sheet = await loadSheet(await stand.contextOf(personId), draft.id);
  if (sheet === undefined) throw new Error(`no check ${number}`);
  return sheet;
}

/** What only this form asks, because of an earlier answer, is made up as it comes. */
async function fillStep(stand: Stand, officer: Officer, task: Task, said: Said): Promise<void> {
  const { driver } = officer;
  const blocks = (driver.modal?.blocks ?? []).filter(({ type }) => type === "input");
  for (const block of blocks) {
    const field = String(block.block_id);
    const element = Object(block.element);
    const value = said[field] ?? (await lateAnswer(stand, officer, task, field));
    if (Reflect.get(element, "type") === "file_input") {
      const isWanted = block.optional !== true || field.endsWith("photos");
      const bytes = photoOf(task.conduct, task.number, field);
      if (isWanted) await driver.attaches(field, { name: `${task.number}.jpg`, bytes });
    } else if (value !== undefined && value !== "") {
      await enter(officer, field, String(Reflect.get(element, "type")), value);
    }
  }
}

async function lateAnswer(stand: Stand, officer: Officer, task: Task, field: string) {
  const sheet = await openSheet(stand, officer, task.number);
  const isAsked = sheet.form.steps.some(({ items }) =>
    items.some(({ answerKey, type }) => answerKey === field && type !== "evidence"),
  );
  const wish = {
    form: sheet.form,
    visitedOn: isoDate(task.visitedOn),
    chance: seededChance(task.seed + 1),
    last: undefined,
  };
  return isAsked ? wordsAndFigures(task.conduct, wish)[field] : undefined;
}

async function enter({ driver }: Officer, field: string, type: string, value: string | readonly string[]) {
  const isChosen = type === "radio_buttons" || type.includes("select");
  if (isChosen) await driver.chooses(field, typeof value === "string" ? value : [...value]);
  else await driver.fills(field, typeof value === "string" ? value : value.join("\n"));
}

type Submitted = Pick<Written, "outcome" | "because" | "submitMs">;

/** Who is asked at the summary what is new, or why no risk was named, says it once. */
async function submit(stand: Stand, { driver }: Officer, { number }: Task): Promise<Submitted> {
  for (const block of (driver.modal?.blocks ?? []).filter(({ type }) => type === "input")) {
    await driver.fills(String(block.block_id), "第三条生产线待零件，5 月 20 日前到货；其余各项由会计核对 14 笔。");
  }
  if (driver.modal?.submit === null || driver.modal?.submit === undefined) {
    const text = driver.modal?.text ?? "";
    await driver.closes({ all: true });
    return { outcome: "refused", because: [text.slice(0, 200)], submitMs: undefined };
  }
  const began = performance.now();
  await driver.submits();
  const submitMs = performance.now() - began;
  const errors = Object.values(driver.errors);
  const isIn = driver.modal?.title === "Submitted";
  const text = driver.modal?.text ?? "";
  await driver.closes({ all: true });
  if (!isIn) return { outcome: "refused", because: errors.length > 0 ? errors : [text.slice(0, 200)], submitMs };
  const report = await stand.parts.database.db.report.findFirstOrThrow({
    where: { inspection: { number } },
    orderBy: { revision: "desc" },
    select: { findings: { select: { rule: true } } },
  });
  const rules = [...new Set(report.findings.map(({ rule }) => rule))];
  return { outcome: rules.length === 0 ? "passed" : "warned", because: rules, submitMs };
}

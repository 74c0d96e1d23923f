/** A replay as people read it: a line for each day, of a longer period for each month; the sums below. Pure. */

import { addTo } from "../../domain/lists-by-key.ts";
import { line, note, type Piece, type View } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { reminderWords, TOLD_STAGES } from "../morning/index.ts";
import type { Answers } from "./answers.ts";
import type { ReplayedDay } from "./replay.ts";
import { sum } from "./sum.ts";

/** Days that people read one by one. */
const MOST_DAYS = 31;

export interface Replayed {
  readonly from: string;
  readonly to: string;
  readonly answers: Answers;
  readonly days: readonly ReplayedDay[];
}

export function replayView(t: Translate, { from, to, answers, days }: Replayed): View {
  const total = totalOf(days);
  const answersText = t(`replay.answers.${answers.kind}`, answers.kind === "late" ? { days: answers.workingDays } : {});
  return {
    title: t("replay.title", { from, to }),
    pieces: [
      line(answersText),
      ...(days.length === 0 ? [line(t("replay.nothing"))] : [tableOf(t, days), ...sumsOf(t, total)]),
      note(t("replay.copy")),
    ],
    json: { from, to, answers: answersJson(answers), totals: total, days },
  };
}

function answersJson(answers: Answers): string {
  if (answers.kind === "late") return `late:${answers.workingDays}`;
  return answers.kind === "never" ? "never" : "on-time";
}

type Totals = Omit<ReplayedDay, "date">;

function totalOf(days: readonly ReplayedDay[]): Totals {
  return days.reduce<Totals>(
    (all, day) => ({
      planned: all.planned + day.planned,
      answered: all.answered + day.answered,
      messages: sum(all.messages, day.messages),
      covered: sum(all.covered, day.covered),
      told: sum(all.told, day.told),
    }),
    { planned: 0, answered: 0, messages: {}, covered: {}, told: {} },
  );
}

function tableOf(t: Translate, days: readonly ReplayedDay[]): Piece {
  const byMonth = days.length > MOST_DAYS;
  const groups = new Map<string, ReplayedDay[]>();
  for (const day of days) {
    const label = byMonth ? day.date.slice(0, 7) : day.date;
    addTo(groups, label, day);
  }
  const rows = [...groups].map(([label, some]) => rowOf(label, totalOf(some)));
  const columns = [t(byMonth ? "replay.month" : "replay.day"), ...NUMBERS.map((name) => t(`replay.${name}`))];
  return { kind: "table", columns, rows: [...rows, rowOf(t("replay.total"), totalOf(days))] };
}

const NUMBERS = ["planned", "answered", "messages", "told"] as const;

function rowOf(label: string, { planned, answered, messages, told }: Totals): string[] {
  return [label, ...[planned, answered, countOf(messages), countOf(told)].map(String)];
}

function countOf(counts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(counts).reduce<number>((all, count) => all + (count ?? 0), 0);
}

function sumsOf(t: Translate, { messages, covered, told }: Totals): Piece[] {
  const kinds = Object.entries(messages).map(([kind, count]) => `${kindWords(t, kind)} ${count}`);
  const stages = Object.entries(told)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([stage, count]) => `${reminderWords(t, stage)} ${count}`);
  const sections = TOLD_STAGES.flatMap((stage) => {
    const count = covered[stage] ?? 0;
    return count === 0 ? [] : [t(`morning.count.${stage}`, { count })];
  });
  return [
    line(t("replay.kinds", { counts: kinds.join("; ") })),
    line(t("replay.stages", { counts: stages.join("; ") })),
    line(t("replay.sections", { counts: sections.join("; ") })),
  ];
}

/** Other kinds are few, and known by their name in the record. */
function kindWords(t: Translate, kind: string): string {
  return kind === "morning" ? t("replay.kind.morning") : kind;
}

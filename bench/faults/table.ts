/** What came of the runs, by point and class. */
import type { Lived } from "./life.ts";
import { POINTS } from "./plan.ts";

interface Sums {
  readonly runs: number;
  readonly lost: number;
  readonly doubled: number;
  readonly uncertain: number;
  readonly reported: number;
  readonly restarts: number;
}

const HEADS = ["class", "point", "runs", "lost", "doubled", "uncertain", "reported", "restarts"] as const;

export function tableOf(lived: readonly Lived[]): string {
  const classes = [...new Set(lived.map(classOf))].toSorted();
  const rows = classes.flatMap((name) =>
    POINTS.flatMap((point) => {
      const some = lived.filter((one) => classOf(one) === name && one.plan.point === point);
      return some.length === 0 ? [] : [rowOf(name, point, sumsOf(some))];
    }),
  );
  const { lives, reminders, reminders_doubled, seconds } = summaryOf(lived);
  return [
    ...aligned([[...HEADS], ...rows, rowOf("all", "", sumsOf(lived))]),
    `${reminders} reminders told, ${reminders_doubled} of them twice; ${lives} lives of ${seconds} s`,
  ].join("\n");
}

export function summaryOf(lived: readonly Lived[]) {
  const sum = (of: (one: Lived) => number) => lived.reduce((total, one) => total + of(one), 0);
  const reminders_doubled = sum(({ verdict }) => verdict.remindersDoubled.length);
  const approvals_doubled = sum(({ verdict }) => verdict.approvalsDoubled.length);
  return {
    runs: lived.length,
    lives: new Set(lived.map(({ together }) => together.join())).size,
    lost: sum(({ verdict }) => verdict.lost.length),
    doubled: reminders_doubled + approvals_doubled,
    reminders_doubled,
    approvals_doubled,
    reminders: sum(({ verdict }) => verdict.reminders),
    uncertain: sum(({ uncertain }) => uncertain),
    complaints: sum(({ complaints }) => complaints.length),
    seconds: Math.round(sum(({ seconds }) => seconds)),
  };
}

function sumsOf(lived: readonly Lived[]): Sums {
  const { runs, lost, doubled, uncertain } = summaryOf(lived);
  return {
    runs,
    lost,
    doubled,
    uncertain,
    reported: lived.reduce((total, { verdict }) => total + verdict.reported.length, 0),
    restarts: lived.reduce((total, { restarts }) => total + restarts, 0),
  };
}

/** The class, and what tells its kinds apart. */
function classOf({ plan: { fault } }: Lived): string {
  if (fault.class === "killed_at_write") {
    return `killed ${fault.kill.when} commit (${fault.kill.site})`;
  }
  const when = "accepted" in fault ? (fault.accepted ? " after accept" : " before accept") : "";
  return fault.class.replaceAll("_", " ") + when;
}

function rowOf(name: string, point: string, sums: Sums): string[] {
  const { runs, lost, doubled, uncertain, reported, restarts } = sums;
  return [name, point.replaceAll("_", " "), ...[runs, lost, doubled, uncertain, reported, restarts].map(String)];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = HEADS.map((_head, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

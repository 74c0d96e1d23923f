/**
 * `npm run faults -- --runs 1000 --seed 7 [--json]`: breaks a desk so many times, and says what was lost or doubled.
 * `npm run faults -- --submissions 500`: twenty people at once, and a kill; as many reports as acknowledgements?
 */
import { parseArgs } from "node:util";
import { runLives } from "./bench.ts";
import type { Lived } from "./life.ts";
import { livesOf } from "./lives.ts";
import { planRuns } from "./plan.ts";
import { runBatches } from "./submissions.ts";
import { summaryOf, tableOf } from "./table.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100" },
    submissions: { type: "string" },
    seed: { type: "string", default: "7" },
    /** Desks at once: they mostly wait. */
    desks: { type: "string", default: "4" },
    /** Only the run of this number, and those that share its life in the whole plan. */
    only: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const [seed, desks] = [Number(values.seed), Number(values.desks)];

process.exitCode = await (values.submissions === undefined ? breakDesks() : submit(Number(values.submissions)));

async function breakDesks(): Promise<number> {
  const lives = livesOf(planRuns(Number(values.runs), seed)).filter(
    ({ strikes }) => values.only === undefined || strikes.some(({ number }) => number === Number(values.only)),
  );
  const lived = await runLives(lives, { desks, onLived: sayFindings, until: untilInterrupted() });
  console.log(tableOf(lived));
  const summary = summaryOf(lived);
  if (values.json) {
    console.log(JSON.stringify(summary));
  }
  return summary.lost + summary.approvals_doubled + summary.complaints > 0 ? 1 : 0;
}

/** Whoever presses Ctrl-C is told what was lived by then. */
function untilInterrupted(): AbortSignal {
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupted.abort());
  return interrupted.signal;
}

/** What to look at, with what is needed to see it again. */
function sayFindings({ plan, together, verdict, complaints, queue }: Lived): void {
  const found = [...verdict.lost, ...verdict.remindersDoubled, ...verdict.approvalsDoubled];
  for (const words of [...found, ...complaints, ...(found.length === 0 ? [] : queue)]) {
    const shared = together.length === 1 ? "" : ` of the life of ${together.join(", ")}`;
    console.error(
      `run ${plan.number}${shared} (${JSON.stringify(plan.fault)}, ${plan.point}, ${plan.aggravation}): ${words}`,
    );
  }
}

async function submit(submissions: number): Promise<number> {
  const { batches, ...sums } = await runBatches(submissions, seed, desks);
  for (const [place, { atFirst, acknowledged, reports, lost, doubled }] of batches.entries()) {
    console.log(
      `batch ${place + 1}: ${atFirst} acknowledged before the kill, ${acknowledged} in the end, ${reports} reports`,
    );
    for (const number of [...lost, ...doubled]) {
      console.error(`batch ${place + 1}: the report of ${number} is lost or doubled`);
    }
  }
  console.log(JSON.stringify(sums));
  return sums.lost + sums.doubled > 0 || sums.reports !== sums.acknowledged ? 1 : 0;
}

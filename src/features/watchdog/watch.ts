/** One look of the watchdog: what should have been said, what was, and what is done about the difference (R54, R127). */
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { findClockBack, findStopped, type WatchedDuty } from "./clockwork.ts";
import { noteFindings } from "./findings.ts";
import { repair } from "./repair.ts";
import { promiseReports } from "./report.ts";
import { settle } from "./settled.ts";
import { findUndelivered } from "./undelivered.ts";
import { findUntold } from "./untold.ts";
import { findUntoldDigests } from "./untold-digests.ts";
import { findUntoldSignals } from "./untold-signals.ts";

export interface Watch {
  readonly duties: readonly WatchedDuty[];
  /** When this process began, by the machine's clock. */
  readonly since: Date;
}

export interface Look {
  /** Nothing differs, believed or only suspected. */
  readonly isClean: boolean;
  /** Differences that stand. */
  readonly open: number;
  /** Believed at this look, mended as far as a machine can, and told to the administrators. */
  readonly believed: number;
  readonly gone: number;
}

/** Run it as often as you like: a difference is mended and reported once. */
export async function watch(ctx: Context, { duties, since }: Watch): Promise<Look | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const differences = [
    ...(await findClockBack(ctx)),
    ...(await findStopped(ctx, duties, since)),
    ...(await findUndelivered(ctx)),
    ...(await findUntold(ctx)),
    ...(await findUntoldSignals(ctx)),
    ...(await findUntoldDigests(ctx)),
  ];
  const { believed, open, waiting, gone } = await noteFindings(ctx, differences);
  await repair(ctx, believed);
  await promiseReports(ctx);
  await settle(ctx, waiting);
  return { isClean: open === 0, open, believed: believed.length, gone };
}

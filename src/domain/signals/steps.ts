/**
 * The life of a signal: who may take which step from which state (handbook 2.5). Every step is a person's; time alone ends nothing.
 * A release goes back up the chain that was told; a false alarm and a release need other persons than whoever raised, handles or asks.
 */

import { compareDates } from "../dates.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { IsoDate, Role, SignalAsk, SignalLevel, SignalPath, SignalState } from "../vocabulary.ts";

interface StepRule {
  readonly from: readonly SignalState[];
  /** Where it leads; a step that only asks, or agrees as one of several, leads nowhere yet. */
  readonly to?: SignalState;
  readonly paths?: readonly SignalPath[];
  /** `handler`: whoever answers for the signal. `second`: somebody who has no part in it. */
  readonly by: "handler" | "second";
  /** Sets this question, or answers it. */
  readonly asks?: SignalAsk;
  readonly answers?: SignalAsk;
}

const SHORT: readonly SignalPath[] = ["light", "contact_note", "quiet"];
const ANSWERED: readonly SignalPath[] = ["full", "light", "contact_note"];
const FULL: readonly SignalPath[] = ["full"];

export const SIGNAL_STEPS = {
  // Of a quiet one nobody is asked for an answer.
  acknowledge: { from: ["raised"], to: "acknowledged", paths: ANSWERED, by: "handler" },
  verify: { from: ["acknowledged"], to: "verified", paths: FULL, by: "handler" },
  ask_false_alarm: { from: ["raised", "acknowledged"], by: "handler", asks: "false_alarm" },
  confirm_false_alarm: { from: ["raised", "acknowledged"], to: "false_alarm", by: "second", answers: "false_alarm" },
  refuse_false_alarm: { from: ["raised", "acknowledged"], by: "second", answers: "false_alarm" },
  propose_plan: { from: ["verified"], to: "plan_proposed", by: "handler" },
  approve_plan: { from: ["plan_proposed"], to: "plan_approved", by: "second" },
  return_plan: { from: ["plan_proposed"], to: "verified", by: "second" },
  start_plan: { from: ["plan_approved"], to: "in_progress", by: "handler" },
  resolve: { from: ["in_progress"], to: "resolved", by: "handler" },
  accept_result: { from: ["resolved"], to: "observing", by: "second" },
  send_back_result: { from: ["resolved"], to: "in_progress", by: "second" },
  ask_release: { from: ["observing", "acknowledged", "raised"], by: "handler", asks: "release" },
  agree_release: { from: ["observing", "acknowledged", "raised"], by: "second", answers: "release" },
  refuse_release: { from: ["observing", "acknowledged", "raised"], by: "second", answers: "release" },
} as const satisfies Readonly<Record<string, StepRule>>;
export type SignalStep = keyof typeof SIGNAL_STEPS;
export const SIGNAL_STEP_NAMES = Object.keys(SIGNAL_STEPS).filter((name): name is SignalStep => name in SIGNAL_STEPS);

/** What of a signal decides which steps it can take. */
export interface SignalNow {
  readonly state: SignalState;
  readonly path: SignalPath;
  readonly askedFor: SignalAsk | null;
  /** Until and with this day it must stay clean. */
  readonly observeUntilOn: IsoDate | null;
}

export function ruleOf(step: SignalStep): StepRule {
  return SIGNAL_STEPS[step];
}

/** Why the step cannot be taken now, whoever asks; undefined where it can. `today` is the unit's date. */
export function cannotTake(step: SignalStep, signal: SignalNow, today: IsoDate): Refusal | undefined {
  const { from, paths, asks, answers } = ruleOf(step);
  const isShort = SHORT.includes(signal.path);
  if (!from.includes(signal.state) || paths?.includes(signal.path) === false) return notNow(signal);
  // A whole signal is released only after it was observed; a short one is never observed.
  const isRelease = asks === "release" || answers === "release";
  if (isRelease && (signal.state !== "observing") !== isShort) return notNow(signal);
  if (answers !== undefined && signal.askedFor !== answers) return notNow(signal);
  if (answers === undefined && signal.askedFor !== null && step !== "acknowledge")
    return refuse("signal.waits_for_second");
  const { observeUntilOn } = signal;
  const isEarly = isRelease && observeUntilOn !== null && compareDates(today, observeUntilOn) <= 0;
  return isEarly ? refuse("signal.observed_until", { date: observeUntilOn }) : undefined;
}

function notNow({ state }: SignalNow): Refusal {
  return refuse("signal.not_now", { state });
}

/** The steps that a signal can take now. */
export function stepsOf(signal: SignalNow, today: IsoDate): SignalStep[] {
  return SIGNAL_STEP_NAMES.filter((step) => cannotTake(step, signal, today) === undefined);
}

/** Who must agree to a release, first to last: the chain that was told, or any two for a short path. */
export interface ReleaseChain {
  readonly roles: readonly Role[];
  /** Agreements of different persons that it takes in all. */
  readonly persons: number;
}

const ANY_TWO: ReleaseChain = { roles: [], persons: 2 };

export function releaseChain(
  { path, level }: { readonly path: SignalPath; readonly level: SignalLevel },
  clocks: Readonly<Record<SignalLevel, { readonly path: readonly { readonly role: Role }[] }>>,
): ReleaseChain {
  if (path !== "full") return ANY_TWO;
  const roles = [...new Set(clocks[level].path.map(({ role }) => role))];
  return { roles, persons: roles.length };
}

/** The role whose turn it is, or `done`. `agreed` are the roles that agreed already; `vacant` nobody holds, and the next one decides. */
export function nextToAgree(
  chain: ReleaseChain,
  agreed: readonly (Role | null)[],
  vacant: readonly Role[] = [],
): Role | "anybody" | "done" {
  if (chain.roles.length === 0) return agreed.length < chain.persons ? "anybody" : "done";
  const seated = chain.roles.filter((role) => !vacant.includes(role));
  // A chain that nobody holds is no agreement.
  if (seated.length === 0) return agreed.length === 0 ? "anybody" : "done";
  return seated.find((role) => !agreed.includes(role)) ?? "done";
}

/** A person takes a step with a signal: one of domain/signals/steps, by whoever answers for it or by a second person. */
import { addMonths } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { cannotTake, ruleOf, type SignalStep } from "../../domain/signals/steps.ts";
import type { Role } from "../../domain/vocabulary.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { NO_OFFER } from "./hands/holder.ts";
import { LONGEST_WORDS } from "./ids.ts";
import { isUnnamed, type Named, type Naming, namedBy } from "./name-code.ts";
import { type Agreement, agreementOf } from "./release.ts";
import { type SignalCase, signalFor } from "./signal-case.ts";
import { SECONDS, tellSeconds, tellWhatBecame } from "./tell.ts";
import { writeDown } from "./write-down.ts";

/** These say why, or what will be done; the others only agree to what was said. */
const NEEDS_WORDS = [
  "verify",
  "ask_false_alarm",
  "refuse_false_alarm",
  "propose_plan",
  "return_plan",
  "resolve",
  "send_back_result",
  "ask_release",
  "refuse_release",
] as const satisfies readonly SignalStep[];
export type StepWithWords = (typeof NEEDS_WORDS)[number];

export function needsWords(step: SignalStep): step is StepWithWords {
  return NEEDS_WORDS.some((one) => one === step);
}

const WAITS_FOR_SECOND: readonly SignalStep[] = ["ask_false_alarm", "propose_plan", "resolve", "ask_release"];

export interface StepTaken {
  readonly signalId: string;
  readonly step: SignalStep;
  readonly words: string;
  /** Which one it is, where whoever raised it was not sure and this verifies it. */
  readonly naming?: Naming;
}

/** Refuses where the state has no such step, where it needs another person, and where the reason is missing. */
export async function takeStep(ctx: Context, taken: StepTaken): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const verb = ruleOf(taken.step).by === "second" ? "second_signal" : "handle_signal";
    const found = await signalFor(tx, verb, taken.signalId);
    if (isRefusal(found)) {
      return found;
    }
    const refused = cannotTake(taken.step, found.now, found.today) ?? withoutWords(taken);
    return refused ?? take(tx, found, taken);
  });
}

function withoutWords({ step, words }: StepTaken): Refusal | undefined {
  const isGiven = !needsWords(step) || (words.trim() !== "" && words.length <= LONGEST_WORDS);
  return isGiven ? undefined : refuse("reason.needed", { most: LONGEST_WORDS }, "words");
}

async function take(tx: Context, found: SignalCase, taken: StepTaken): Promise<{ number: string } | Refusal> {
  const { step } = taken;
  const agreement = step === "agree_release" ? await agreementOf(tx, found) : undefined;
  if (isRefusal(agreement)) {
    return agreement;
  }
  const isNaming = step === "verify" && isUnnamed(found);
  const named = isNaming ? await namedBy(tx, found, taken.naming ?? { code: "", loanId: "" }) : undefined;
  if (isRefusal(named)) {
    return named;
  }
  await write(tx, found, taken, { agreement, named });
  await tell(tx, found, step, agreement?.next);
  return { number: found.row.number };
}

interface Found {
  readonly agreement: Agreement | undefined;
  readonly named: Named | undefined;
}

async function write(tx: Context, found: SignalCase, { step, words }: StepTaken, { agreement, named }: Found) {
  const { row } = found;
  // A short path has no verification: it is acknowledged, and released.
  const isShort = named !== undefined && named.path !== "full";
  const to = agreement?.closes === true ? "closed" : isShort ? "acknowledged" : (ruleOf(step).to ?? found.now.state);
  const isOver = to === "closed" || to === "false_alarm";
  // Agreements of one release wait for each other.
  const goesOn = isShort || (step === "agree_release" && !isOver);
  await writeDown(tx, found, {
    act: step,
    words: words.trim(),
    to,
    round: ruleOf(step).asks === undefined ? row.askRound : row.askRound + 1,
    asRole: agreement?.role,
    named,
    change: {
      ...(goesOn ? {} : changed(tx, found, step, words.trim())),
      ...(isOver ? { endedById: tx.actor.personId, endedAt: tx.now.toJSDate(), ...NO_OFFER } : {}),
    },
  });
}

function changed(tx: Context, { row, today }: SignalCase, step: SignalStep, words: string) {
  const [by, at] = [tx.actor.personId, tx.now.toJSDate()];
  const { asks, answers } = ruleOf(step);
  const asked = asks === undefined ? {} : { askedFor: asks, askedById: by, askedAt: at };
  // Whoever asked stays beside an end, so that the database can see that it was another.
  const answered = answers === undefined || step.startsWith("confirm") ? {} : { askedFor: null, askedAt: null };
  const cleanMonths = tx.policy.policy.signals.release.clean_months;
  const own: Partial<Record<SignalStep, object>> = {
    acknowledge: {
      acknowledgedById: by,
      acknowledgedAt: at,
      // One that nobody answered for is now theirs, also where it was offered to them.
      ...(row.ownerId === null ? { ownerId: by, ...NO_OFFER } : {}),
    },
    verify: { verifiedById: by, verifiedAt: at },
    propose_plan: { plan: words, planById: by, planApprovedById: null, planApprovedAt: null },
    approve_plan: { planApprovedById: by, planApprovedAt: at },
    accept_result: { observeUntilOn: addMonths(today, cleanMonths) },
  };
  return { ...asked, ...answered, ...own[step] };
}

async function tell(tx: Context, { row }: SignalCase, step: SignalStep, next: Role | undefined): Promise<void> {
  if (WAITS_FOR_SECOND.includes(step)) {
    await tellSeconds(tx, row.id, SECONDS);
  }
  if (next !== undefined) {
    await tellSeconds(tx, row.id, [next]);
  }
  if (ruleOf(step).by === "second" && next === undefined) {
    await tellWhatBecame(tx, row.id, row.askedById ?? row.planById);
  }
}

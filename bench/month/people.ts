/** How the people of the book answer: some at once, some late, some never; the same for the same seed. */
import { isRefusal } from "../../src/domain/refusal.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import { takeStep } from "../../src/features/signals/step.ts";
import type { Context, Parts } from "../../src/platform/context.ts";

const HOUR = 3_600_000;
/** Hours after the signal was raised; of ten signals so many each. Nothing: nobody ever answers. */
const ANSWERS_AFTER: readonly (number | undefined)[] = [1, 1, 1, 1, 3, 3, 26, 26, undefined, undefined];
/** Hours after it was acknowledged, every other one. */
const VERIFIES_AFTER = 4;
const SEEN = "12 instalments read, 2 missing";
const OFFICE = { from: 9, to: 17 };
const FRIDAY = 5;

export interface Answered {
  readonly taken: number;
  readonly refused: number;
}

/** What people of this place do on the hour. */
export async function answer(parts: Parts, ctx: Context, seed: number, zone: string): Promise<Answered> {
  const here = ctx.now.setZone(zone);
  if (here.weekday > FRIDAY || here.hour < OFFICE.from || here.hour >= OFFICE.to || here.minute > 0)
    return { taken: 0, refused: 0 };
  const outcomes: boolean[] = [];
  for (const signal of await unanswered(ctx)) {
    const step = stepOf(signal, seed, ctx.now.toMillis());
    const personId = signal.ownerId ?? signal.borrower.ownerships[0]?.personId;
    if (step === undefined || personId === undefined) continue;
    const person = await contextOfPerson(parts, personId);
    const words = step === "verify" ? SEEN : "";
    outcomes.push(person !== undefined && !isRefusal(await takeStep(person, { signalId: signal.id, step, words })));
  }
  const taken = outcomes.filter(Boolean).length;
  return { taken, refused: outcomes.length - taken };
}

type Unanswered = Awaited<ReturnType<typeof unanswered>>[number];

/** A late inspection ends with its report: there is nothing to acknowledge. */
function unanswered({ db }: Context) {
  return db.signal.findMany({
    where: { endedAt: null, verifiedAt: null, isRestricted: false, path: { not: "quiet" } },
    select: {
      ...{ id: true, number: true, ownerId: true, raisedAt: true, acknowledgedAt: true, path: true },
      borrower: { select: { ownerships: { where: { toAt: null }, select: { personId: true } } } },
    },
  });
}

function stepOf({ number, raisedAt, acknowledgedAt, path }: Unanswered, seed: number, now: number) {
  if (acknowledgedAt === null) {
    const hours = ANSWERS_AFTER[habitOf(number, seed, ANSWERS_AFTER.length)];
    return hours !== undefined && now - raisedAt.getTime() >= hours * HOUR ? "acknowledge" : undefined;
  }
  const verifies = path === "full" && habitOf(number, seed, 2) === 0;
  return verifies && now - acknowledgedAt.getTime() >= VERIFIES_AFTER * HOUR ? "verify" : undefined;
}

function habitOf(number: string, seed: number, kinds: number): number {
  const digits = Number(number.replace(/\D/gu, ""));
  return (digits * 7919 + seed * 104_729) % kinds;
}

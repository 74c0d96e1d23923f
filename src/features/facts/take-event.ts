/** A push of facts: taken whole or refused whole, stored before it is answered, and answered once and for all where it was taken. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { FactKindName } from "../../domain/facts/kinds.ts";
import { isFactReason } from "../../domain/facts/reasons.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import type { LineProblem } from "../../platform/json-lines.ts";
import type { PushAnswer } from "../../platform/pushes/serve-pushes.ts";
import { problemsOf } from "../../platform/shape-problems.ts";
import { translator } from "../../texts/index.ts";
import { type FactEvent, factEventSchema } from "./event.ts";
import { measureOf } from "./fact-problems.ts";
import type { RowProblem } from "./row-problems.ts";
import { type FactsFollowed, judgeRows, takeRows } from "./take-rows.ts";

/** Programs read it; the same sentences as in a file's account. */
const t = translator("en");

export interface TakenEvent {
  readonly answer: PushAnswer;
  /** Of whom something new is known; none where the event was refused or taken before. */
  readonly borrowerIds: readonly string[];
  readonly kind?: FactKindName;
}

/** Answers what is told to the sender: 200, 409 or 422. A repeat of what was taken is answered as it was the first time. */
export async function takeFactEvent(ctx: Context, body: Uint8Array): Promise<TakenEvent | Refusal> {
  const refused = authorize(ctx, "import_facts", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const read = readEvent(body);
  if ("problems" in read) {
    return { answer: malformed(read.problems), borrowerIds: [] };
  }
  const bodyHash = createHash("sha256").update(body).digest("hex");
  return inTransaction(ctx, (tx) => takeOnce(tx, read.event, bodyHash));
}

/** The system's own: for the edge, which knows nothing of people. `follow` is done once it is stored, and before it is answered. */
export async function answerPush(ctx: Context, body: Uint8Array, follow: FactsFollowed): Promise<PushAnswer> {
  const taken = await takeFactEvent(ctx, body);
  if (isRefusal(taken)) return { status: 403, body: { error: "forbidden", message: taken.refused } };
  if (taken.kind !== undefined && taken.borrowerIds.length > 0) await follow(taken.kind, taken.borrowerIds);
  return taken.answer;
}

function readEvent(body: Uint8Array): { readonly event: FactEvent } | { readonly problems: readonly LineProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return { problems: [{ path: "", message: "is not JSON in UTF-8" }] };
  }
  const read = factEventSchema.safeParse(json);
  return read.success ? { event: read.data } : { problems: problemsOf(read.error).map(said) };
}

function said({ path, message }: LineProblem): LineProblem {
  return { path, message: isFactReason(message) ? t(`import.reason.${message}`) : message };
}

async function takeOnce(tx: Context, event: FactEvent, bodyHash: string): Promise<TakenEvent> {
  await waitForTurn(tx);
  const first = await tx.db.factDelivery.findFirst({
    where: { source: event.source, eventId: event.id, state: "taken" },
  });
  if (first !== null) {
    const answer = first.bodyHash === bodyHash ? storedAnswer(first.answer) : takenBefore(event);
    return { answer, borrowerIds: [] };
  }
  const measure = measureOf(tx);
  const judged = await judgeRows(tx, event.facts, measure, new Set());
  const problems = judged.flatMap((row, at) => ("problems" in row ? row.problems.map((one) => placed(one, at)) : []));
  if (problems.length > 0) {
    const answer = malformed(problems);
    await store(tx, event, { bodyHash, state: "refused", answer });
    return { answer, borrowerIds: [] };
  }
  const good = judged.flatMap((row) => ("good" in row ? [row.good] : []));
  const { outcomes, borrowerIds } = await takeRows(tx, event, good);
  const counted = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  const counts = { new: counted("new"), corrected: counted("corrected"), unchanged: counted("unchanged") };
  const unread = event.kind === "observations" ? unknownKeys(event, measure.metrics) : [];
  const answer = { status: 200, body: { id: event.id, state: "taken", ...counts, unread } };
  await store(tx, event, { bodyHash, state: "taken", answer });
  return { answer, borrowerIds, kind: event.kind };
}

function unknownKeys({ facts }: FactEvent, metrics: ReadonlyMap<string, unknown>): string[] {
  return facts.flatMap((row, at) => (row.every(({ key }) => metrics.has(key)) ? [] : [`facts[${at}].key`]));
}

function placed({ field, reason, known }: RowProblem, at: number): LineProblem {
  const hint = known === undefined ? "" : ` (${known.join(", ")})`;
  const path = field === "" ? `facts[${at}]` : `facts[${at}].${field}`;
  return { path, message: t(`import.reason.${reason}`) + hint };
}

/** One push after the other: of two at once, the second sees what the first stored. SQLite has one writer anyway. */
async function waitForTurn(tx: Context): Promise<void> {
  const key = "facts.turn";
  await tx.db.setting.upsert({ where: { key }, update: { key }, create: { key, value: "" } });
}

async function store(
  tx: Context,
  { id: eventId, source, kind, facts }: FactEvent,
  { bodyHash, state, answer }: { bodyHash: string; state: "taken" | "refused"; answer: PushAnswer },
): Promise<void> {
  const id = newId();
  await tx.db.factDelivery.create({
    data: { id, source, eventId, receivedAt: tx.now.toJSDate(), bodyHash, state, answer: JSON.stringify(answer) },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "import_facts",
    subject: { kind: "fact_delivery", id },
    after: { source, eventId, kind, bodyHash, state, rows: facts.length },
    policyVersionId: tx.policy.versionId,
  });
}

const answerSchema = z.object({ status: z.int(), body: z.record(z.string(), z.unknown()) });

function storedAnswer(text: string): PushAnswer {
  return answerSchema.parse(JSON.parse(text));
}

function takenBefore({ id, source }: FactEvent): PushAnswer {
  const message = `another body was taken from ${source} under the id ${id}; give this one an id of its own`;
  return { status: 409, body: { error: "id_taken", message } };
}

function malformed(problems: readonly LineProblem[]): PushAnswer {
  const message = "nothing was taken; mend what is named and send it again";
  return { status: 422, body: { error: "not_taken", message, problems } };
}

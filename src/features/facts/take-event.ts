/** A push of facts: taken whole or refused whole, stored before it is answered, and answered once and for all where it was taken. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import type { LineProblem } from "../../platform/json-lines.ts";
import type { PushAnswer } from "../../platform/pushes/serve-pushes.ts";
import { problemsOf } from "../../platform/shape-problems.ts";
import { type FactEvent, factEventSchema } from "./event.ts";
import { keepFacts } from "./keep.ts";
import { factProblems, knownMetrics } from "./problems.ts";
import { findSubjects } from "./subjects.ts";

/** Answers what is told to the sender: 200, 409 or 422. A repeat of what was taken is answered as it was the first time. */
export async function takeFactEvent(ctx: Context, body: Uint8Array): Promise<PushAnswer | Refusal> {
  const refused = authorize(ctx, "import_facts", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const read = readEvent(body);
  if ("problems" in read) {
    return malformed(read.problems);
  }
  const bodyHash = createHash("sha256").update(body).digest("hex");
  return inTransaction(ctx, (tx) => takeOnce(tx, read.event, bodyHash));
}

/** The system's own: for the edge, which knows nothing of people. */
export async function answerPush(ctx: Context, body: Uint8Array): Promise<PushAnswer> {
  const answer = await takeFactEvent(ctx, body);
  return isRefusal(answer) ? { status: 403, body: { error: "forbidden", message: answer.refused } } : answer;
}

function readEvent(body: Uint8Array): { readonly event: FactEvent } | { readonly problems: readonly LineProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return { problems: [{ path: "", message: "is not JSON in UTF-8" }] };
  }
  const read = factEventSchema.safeParse(json);
  return read.success ? { event: read.data } : { problems: problemsOf(read.error) };
}

async function takeOnce(tx: Context, event: FactEvent, bodyHash: string): Promise<PushAnswer> {
  await waitForTurn(tx);
  const first = await tx.db.factDelivery.findFirst({
    where: { source: event.source, eventId: event.id, state: "taken" },
  });
  if (first !== null) {
    return first.bodyHash === bodyHash ? storedAnswer(first.answer) : taken(event);
  }
  const subjects = await findSubjects(
    tx,
    event.facts.map(({ subject }) => subject),
  );
  const metrics = knownMetrics(tx);
  const problems = factProblems(tx, event.facts, subjects, metrics);
  if (problems.length > 0) {
    return store(tx, event, { bodyHash, state: "refused", answer: malformed(problems) });
  }
  const kept = await keepFacts(tx, event.source, event.facts, subjects);
  const unread = event.facts.flatMap(({ key }, at) => (metrics.has(key) ? [] : [`facts[${at}].key`]));
  const body = { id: event.id, state: "taken", ...kept, unread };
  return store(tx, event, { bodyHash, state: "taken", answer: { status: 200, body } });
}

/** One push after the other: of two at once, the second sees what the first stored. SQLite has one writer anyway. */
async function waitForTurn(tx: Context): Promise<void> {
  const key = "facts.turn";
  await tx.db.setting.upsert({ where: { key }, update: { key }, create: { key, value: "" } });
}

async function store(
  tx: Context,
  { id: eventId, source, facts }: FactEvent,
  { bodyHash, state, answer }: { bodyHash: string; state: "taken" | "refused"; answer: PushAnswer },
): Promise<PushAnswer> {
  const id = newId();
  await tx.db.factDelivery.create({
    data: { id, source, eventId, receivedAt: tx.now.toJSDate(), bodyHash, state, answer: JSON.stringify(answer) },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "import_facts",
    subject: { kind: "fact_delivery", id },
    after: { source, eventId, bodyHash, state, facts: facts.length },
    policyVersionId: tx.policy.versionId,
  });
  return answer;
}

const answerSchema = z.object({ status: z.int(), body: z.record(z.string(), z.unknown()) });

function storedAnswer(text: string): PushAnswer {
  return answerSchema.parse(JSON.parse(text));
}

function taken({ id, source }: FactEvent): PushAnswer {
  const message = `another body was taken from ${source} under the id ${id}; give this one an id of its own`;
  return { status: 409, body: { error: "id_taken", message } };
}

function malformed(problems: readonly LineProblem[]): PushAnswer {
  const message = "nothing was taken; mend what is named and send it again";
  return { status: 422, body: { error: "not_taken", message, problems } };
}

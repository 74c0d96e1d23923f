/** A submitted form: in the database before Slack is told, run once, and a repeat gets the first answer again. */
import { translator } from "../../texts/index.ts";
import type { Context } from "../context.ts";
import { answerInbound, failInbound, type Kept } from "../inbound/store.ts";
import { plainText, type View } from "../view.ts";
import { type Ears, keep } from "./ears.ts";
import { publishHome } from "./home/publish-home.ts";
import { failureView, refusedAtDoor, sentenceView, strangersFailureView, strangerView } from "./known-person.ts";
import { type AckBody, ackBody } from "./modal.ts";
import { type OpenView, readSubmission, type Submission } from "./payload.ts";
import { notice, replyTo } from "./reply.ts";

/** Within Slack's three seconds. */
const WAIT_FOR_FIRST_MS = 2_000;
const LOOK_EVERY_MS = 50;

interface Answer {
  readonly done: boolean;
  readonly body: AckBody;
}

/** What this process is answering now, by key. */
const underWay = new Map<string, Promise<Answer>>();

/** Answers the body of the acknowledgement; never throws. */
export async function answerSubmission(ears: Ears, body: unknown): Promise<AckBody> {
  const { submission, key } = readSubmission(body);
  try {
    const kept = await keep(ears, key, "submission", body);
    const first = kept.fresh ? undefined : await answerOfFirst(ears, key, kept);
    return first === undefined ? (await runSubmission(ears, submission, key)).body : first.body;
  } catch (failure) {
    return noticeBody(strangersFailureView(ears.parts.log, failure), submission.view);
  }
}

/** From what was kept, after a crash; nobody waits for the answer, which is there for a repeat. */
export async function runSubmissionAgain(ears: Ears, body: unknown): Promise<void> {
  const { submission, key } = readSubmission(body);
  await runSubmission(ears, submission, key);
}

async function runSubmission(ears: Ears, submission: Submission, key: string): Promise<Answer> {
  const running = decide(ears, submission);
  underWay.set(key, running);
  try {
    const answer = await running;
    await noteAnswer(ears, key, answer);
    return answer;
  } finally {
    underWay.delete(key);
  }
}

/** What was done is done: that it could not be noted is no reason to tell the person otherwise. */
async function noteAnswer({ parts }: Ears, key: string, answer: Answer): Promise<void> {
  const noting = answer.done
    ? answerInbound(parts.database, key, JSON.stringify(answer.body ?? null))
    : failInbound(parts.database, key, "failed");
  await noting.catch((failure: unknown) => parts.log.error({ failure, key }, "an answer could not be noted"));
}

/** Pressed twice: the second waits for the first, here or in another process. Nothing where it must be tried again. */
async function answerOfFirst(ears: Ears, key: string, kept: Kept & { fresh: false }): Promise<Answer | undefined> {
  const until = performance.now() + WAIT_FOR_FIRST_MS;
  for (let now = kept; now.state !== "failed"; now = await look(ears, key)) {
    if (now.answer !== null) {
      return { done: true, body: storedAnswer(now.answer) };
    }
    const here = underWay.get(key);
    if (here !== undefined) {
      return here;
    }
    if (performance.now() > until) {
      return undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return undefined;
}

async function look(ears: Ears, key: string): Promise<Kept & { fresh: false }> {
  const { state, answer } = await ears.parts.database.db.inboundDelivery.findUniqueOrThrow({ where: { key } });
  return { fresh: false, state: state === "failed" ? "failed" : "received", answer };
}

async function decide(ears: Ears, submission: Submission): Promise<Answer> {
  const { log } = ears.parts;
  let ctx: Context | undefined;
  try {
    ctx = await ears.contextFor(submission.user);
    return ctx === undefined
      ? { done: false, body: noticeBody(strangerView(), submission.view) }
      : await decideAs(ctx, ears, submission);
  } catch (failure) {
    const view = ctx === undefined ? strangersFailureView(log, failure) : failureView(ctx.t, log, failure);
    return { done: false, body: noticeBody(view, submission.view, ctx) };
  }
}

async function decideAs(ctx: Context, ears: Ears, submission: Submission): Promise<Answer> {
  const { user, triggerId, view } = submission;
  const listener = ears.door.submissions.get(view.callbackId);
  if (listener === undefined) {
    const outOfDate = sentenceView(ctx.t, ctx.t("refusal.out_of_date"));
    return { done: false, body: noticeBody(outOfDate, view, ctx) };
  }
  const refused = refusedAtDoor(ctx, listener.verb);
  if (refused !== undefined) {
    return { done: false, body: noticeBody(refused, view, ctx) };
  }
  const place = { user, triggerId, viewId: view.id, responseUrl: undefined, t: ctx.t };
  const reply = replyTo(ears.clients.people, place, () => publishHome(ears, user));
  return { done: true, body: ackBody(await listener.run(ctx, submission, reply)) };
}

/** What could not be done stands on top of the form, or at its first field where Slack takes no more on top. */
function noticeBody(view: View, open: OpenView, ctx?: Context): AckBody {
  const [field] = Object.keys(open.values);
  if (open.isThird && field !== undefined) {
    const sentence = view.pieces.flatMap((piece) => ("text" in piece ? [plainText(piece.text)] : [])).join(" ");
    return ackBody({ kind: "errors", errors: { [field]: sentence } });
  }
  return { response_action: "push", view: notice(view, ctx?.t ?? translator("en")) };
}

function storedAnswer(text: string): AckBody {
  const body: AckBody | null = JSON.parse(text);
  return body ?? undefined;
}

/** What came of a measure, said by its first responsible person, with evidence. A second person looks at it next. */
import { judgeConclusion } from "../../domain/gate/judge-conclusion.ts";
import { wordsOf } from "../../domain/gate/policy-words.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../platform/context.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { countGiven, type GivenFiles, giveFiles } from "../evidence/index.ts";
import { holdersOf } from "../people/index.ts";
import { NO_OFFER } from "./change-owner.ts";
import { LONGEST_RESULT, MEASURE_SUBJECT, REPORTED_KIND } from "./ids.ts";
import { type MeasureCase, measureFor, proofPlace } from "./measure-case.ts";

export interface Result {
  readonly measureId: string;
  readonly text: string;
  readonly files: GivenFiles;
}

/** Answers the measure's number. Refusals stand at `result` or `files`. */
export async function reportResult(ctx: Context, result: Result): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await measureFor(tx, "report_measure", result.measureId);
    const refused = isRefusal(found) ? found : await notNow(tx, found, result);
    if (isRefusal(found) || refused !== undefined) {
      return refused ?? refuse("not_found", { number: "" });
    }
    const text = result.text.trim();
    const files = await giveFiles(tx, proofPlace(found.row), result.files);
    await tx.db.case.update({
      where: { id: found.row.id, version: found.row.version },
      data: {
        state: "reported",
        result: text,
        reportedById: tx.actor.personId,
        reportedAt: tx.now.toJSDate(),
        note: null,
        ...NO_OFFER,
        version: { increment: 1 },
      },
    });
    await tellSecondPerson(tx, found);
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "measure.reported",
      subject: { kind: MEASURE_SUBJECT, id: found.row.id },
      before: { state: found.state },
      after: { result: text, files: files.length },
      policyVersionId: tx.policy.versionId,
    });
    await markStale(tx, { kind: MEASURE_SUBJECT, id: found.row.id });
    return { number: found.number };
  });
}

async function notNow(
  ctx: Context,
  { state, number, row }: MeasureCase,
  { text, files }: Result,
): Promise<Refusal | undefined> {
  if (state !== "open") {
    return refuse("measure.not_open", { number, state });
  }
  if (text.trim() === "" || text.length > LONGEST_RESULT) {
    return refuse("reason.needed", { most: LONGEST_RESULT }, "result");
  }
  const { empty, stopPhrases } = judgeConclusion(text, wordsOf(ctx.policy.policy), { amountsYuan: [], termMonths: [] });
  if (empty === "only_stop_phrases") {
    return refuse("measure.result_of_words", { said: [...new Set(stopPhrases)].slice(0, 4).join(", ") }, "result");
  }
  const count = await countGiven(ctx, proofPlace(row).inspectionId, files);
  return count === 0 ? refuse("measure.no_proof", {}, "files") : undefined;
}

/** The unit's post-loan officers, or its manager where none of them may close it. */
async function tellSecondPerson(tx: Context, { row, subject }: MeasureCase): Promise<void> {
  const notBy = [...(subject.notByPersons ?? []), tx.actor.personId];
  const reviewers = await holdersOf(tx.db, "post_loan_officer", row.unitId, tx.now, notBy);
  const people =
    reviewers.personIds.length > 0 ? reviewers : await holdersOf(tx.db, "unit_manager", row.unitId, tx.now, notBy);
  for (const personId of people.personIds) {
    await promise(tx, {
      // A result that was sent back and reported again is told again.
      key: `${REPORTED_KIND}:${row.id}:${row.version}:${personId}`,
      kind: REPORTED_KIND,
      personId,
      refs: { measureId: row.id },
      items: [{ kind: MEASURE_SUBJECT, id: row.id, stage: "reported" }],
    });
  }
}

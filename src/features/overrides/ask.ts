/** An officer who can say no more than the gate refuses asks the unit's manager to let it pass. */
import { datedAnswers } from "../../domain/check/check-answers.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { type CheckSheet, gateFindings, loadSheet, refusedHash, subjectOf } from "../inspections/index.ts";
import { OVERRIDE_SUBJECT } from "../morning/index.ts";
import { holdersOf, namesOf } from "../people/index.ts";
import { ASKED_KIND, INSPECTION_SUBJECT, LONGEST_REASON } from "./ids.ts";

export interface Asking {
  readonly draftId: string;
  readonly rule: string;
  readonly answerKey: string;
  readonly reason: string;
}

/** Whether the form may be opened at all: nobody is shown another's check. */
export async function whyNotAsk(ctx: Context, draftId: string): Promise<Refusal | undefined> {
  const sheet = await loadSheet(ctx, draftId);
  return sheet === undefined
    ? refuse("not_found", { number: "" })
    : authorize(ctx, "ask_override", await subjectOf(ctx.db, sheet.inspection));
}

/** Answers the names of those who may let it pass. Nothing of the draft changes. */
export async function askOverride(ctx: Context, asking: Asking): Promise<{ names: string[] } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const sheet = await loadSheet(tx, asking.draftId);
    if (sheet === undefined) {
      return refuse("not_found", { number: "" });
    }
    const refused = authorize(tx, "ask_override", await subjectOf(tx.db, sheet.inspection)) ?? withoutReason(asking);
    return refused ?? ask(tx, sheet, asking);
  });
}

async function ask(tx: Context, sheet: CheckSheet, asking: Asking): Promise<{ names: string[] } | Refusal> {
  const answers = datedAnswers(sheet.form, sheet.answers);
  const found = (await gateFindings(tx, sheet, answers)).find(
    ({ rule, error }) => rule === asking.rule && error.answerKey === asking.answerKey,
  );
  const managers = await deciders(tx, sheet);
  if (found === undefined || managers.length === 0) {
    return refuse(found === undefined ? "override.nothing" : "override.nobody");
  }
  const refused = {
    rule: found.rule,
    answerKey: asking.answerKey,
    refusedHash: refusedHash(answers, asking.answerKey),
  };
  if (await isAskedAlready(tx, sheet, refused)) {
    return refuse("override.asked_already");
  }
  const id = newId();
  await tx.db.gateOverride.create({
    data: {
      id,
      inspectionId: sheet.inspection.id,
      ...refused,
      refusal: JSON.stringify(found.error.refusal),
      reason: asking.reason.trim(),
      askedById: tx.actor.personId,
      askedAt: tx.now.toJSDate(),
      askedOn: sheet.facts.today,
      state: "asked",
    },
  });
  await tell(tx, managers, id, sheet);
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "override.asked",
    subject: { kind: INSPECTION_SUBJECT, id: sheet.inspection.id },
    after: { overrideId: id, ...refused, reason: asking.reason.trim() },
    policyVersionId: sheet.draft.policyVersionId,
  });
  return { names: await namesOf(tx.db, managers) };
}

type Refused = { readonly rule: string; readonly answerKey: string; readonly refusedHash: string };

/** Where other words stand by now, nobody is asked about the old ones any more. */
async function isAskedAlready(tx: Context, { inspection }: CheckSheet, refused: Refused): Promise<boolean> {
  const { rule, answerKey } = refused;
  const waiting = await tx.db.gateOverride.findFirst({
    where: { inspectionId: inspection.id, rule, answerKey, state: "asked" },
  });
  if (waiting === null || waiting.refusedHash === refused.refusedHash) {
    return waiting !== null;
  }
  await tx.db.gateOverride.update({
    where: { id: waiting.id, version: waiting.version },
    data: { state: "declined", decidedAt: tx.now.toJSDate(), version: { increment: 1 } },
  });
  await markStale(tx, { kind: OVERRIDE_SUBJECT, id: waiting.id });
  return false;
}

async function tell(
  tx: Context,
  managers: readonly string[],
  overrideId: string,
  { draft, inspection }: CheckSheet,
): Promise<void> {
  for (const personId of managers) {
    await promise(tx, {
      key: `${ASKED_KIND}:${overrideId}:${personId}`,
      kind: ASKED_KIND,
      personId,
      urgent: true,
      refs: { overrideId, draftId: draft.id },
      items: [{ kind: INSPECTION_SUBJECT, id: inspection.id, stage: "override_asked" }],
    });
  }
}

function withoutReason({ reason }: Asking): Refusal | undefined {
  const isGiven = reason.trim() !== "" && reason.length <= LONGEST_REASON;
  return isGiven ? undefined : refuse("reason.needed", { most: LONGEST_REASON }, "reason");
}

/** The unit's manager or the nearest above; the head office where there is none. Never who asks or keeps the account. */
async function deciders(tx: Context, { inspection }: CheckSheet): Promise<readonly string[]> {
  const owner = inspection.borrower.ownerships[0]?.personId;
  const notBy = [tx.actor.personId, inspection.assigneeId ?? "", owner ?? ""];
  const managers = await holdersOf(tx.db, "unit_manager", inspection.unitId, tx.now, notBy);
  return managers.personIds.length > 0
    ? managers.personIds
    : (await holdersOf(tx.db, "head_office_manager", inspection.unitId, tx.now, notBy)).personIds;
}

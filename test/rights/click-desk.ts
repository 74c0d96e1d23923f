/** Somebody of every role, in the branch whose reports these are and in another; and every way there is to try a verb. */

import type { Verb } from "../../src/domain/rights.ts";
import { ROLES, type Role } from "../../src/domain/vocabulary.ts";
import type { ModalView } from "../../src/platform/slack/modal.ts";
import { plain } from "../../src/platform/slack/render.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import type { PersonDriver, PersonSeed } from "../../src/workspace/workspace.ts";
import { aBorrower, aLoan, anOfficer, aPerson, aStandIn, aUnit } from "../builders/index.ts";
import { anInspection } from "../builders/inspections.ts";
import { aClosedSignal } from "../builders/signals.ts";
import { aRetailCustomer, concludes, submitsBatch, throughPages } from "../features/batch-checks/batch-desk.ts";
import { showButton } from "../setup/copied-button.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import { startTestDesk, type TestDesk } from "../setup/test-desk.ts";

const TODAY = "2026-03-02";
const KEEPER = "U0KEEPER01";
export const SECRET = "Ningbo Harbour Foods";
const SHOW = "rights.show";

export interface Colleague {
  readonly userId: string;
  readonly role: Role | undefined;
  readonly inUnit: boolean;
}

/** Nobody has a role "undefined": a person whom the file gives none yet. */
const ALL: readonly (Role | undefined)[] = [...ROLES, undefined];
export const COLLEAGUES: readonly Colleague[] = ALL.flatMap((role, at) =>
  [true, false].map((inUnit) => ({ userId: `U0${inUnit ? "BRANCH" : "OTHER0"}${10 + at}`, role, inUnit })),
);

export interface ClickDesk {
  readonly desk: TestDesk;
  readonly started: { inspectionId: string; draftId: string; fileId: string };
  /** An offer of the started inspection that waits for its keeper's answer. */
  readonly offer: { batchId: string; itemId: string };
  /** The keeper's. */
  readonly unitId: string;
  /** The keeper will be away. */
  readonly absence: { id: string };
  readonly submitted: { inspectionId: string; reportId: string; number: string };
  /** The borrower of the submitted report disagreed with their sheet. */
  readonly answerId: string;
  readonly extensionId: string;
  /** Measures of the submitted report, whose first responsible person is the keeper. */
  readonly overrideId: string;
  /** Another zone of the keeper's customer, asked for by the keeper. */
  readonly zone: { asked: string; borrowerId: string };
  readonly bulletinId: string;
  /** Of the branch. */
  readonly turnId: string;
  /** Tiers of the keeper's loans: proposed, and recognised by another. */
  readonly tier: { loanId: string; loanNumber: string; proposed: string; recognised: string };
  readonly measure: { open: string; reported: string; offered: string };
  readonly signal: {
    raised: string;
    asked: string;
    /** Offered to a colleague of another unit, of whom something is asked about it as well. */
    offered: string;
    question: string;
    restricted: string;
    /** What it cost and lost may be stated. */
    closed: string;
    loanId: string;
  };
  /** Off-site checks of the keeper: submitted with a report in it, and a new one that was begun. */
  readonly batch: { submitted: string; reportId: string; open: string };
  /** What the next press of `opens` opens. */
  modal: ModalView;
}

const seed = (id: string): PersonSeed => ({
  id,
  name: id.toLowerCase(),
  realName: id,
  title: "",
  email: emailOf(id),
  locale: "en-US",
  timeZone: "Asia/Shanghai",
});
const emailOf = (id: string) => `${id.toLowerCase()}@bank.example`;

export async function startClickDesk(): Promise<ClickDesk> {
  const desk = await startTestDesk({
    at: `${TODAY}T09:05:00+08:00`,
    people: [seed(KEEPER), ...COLLEAGUES.map(({ userId }) => seed(userId))],
    book: async (db, parts) => aBook(db, parts.policies.inForce().versionId),
  });
  const [first, second] = await desk.db.inspection.findMany({
    where: { borrower: { number: { in: ["C-1", "C-2"] } } },
    orderBy: { number: "asc" },
  });
  const keeper = desk.as(KEEPER);
  await keeper.says(`/postloan check ${second?.number}`);
  await fillToSummary(keeper, { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY });
  await keeper.submits();
  await keeper.closes({ all: true });
  await keeper.says(`/postloan check ${first?.number}`);
  await keeper.closes({ all: true });
  const report = await desk.db.report.findFirstOrThrow();
  const batch = await batchesOf(desk);
  const draft = await desk.db.draft.findFirstOrThrow({ where: { inspectionId: first?.id ?? "" } });
  const { id: fileId } = await desk.db.evidence.create({
    data: {
      inspectionId: draft.inspectionId,
      draftId: draft.id,
      answerKey: "borrower/photos",
      name: "photo.jpg",
      mimetype: "image/jpeg",
      sizeBytes: 1,
      sha256: "0".repeat(64),
      slackFileId: "F0PHOTO",
      uploadedById: draft.personId,
      uploadedAt: draft.startedAt,
      state: "stored",
    },
  });
  const batchId = "a-batch";
  const { id: itemId } = await desk.db.handover.create({
    data: {
      borrowerId: first?.borrowerId ?? "",
      inspectionId: draft.inspectionId,
      fromPersonId: null,
      toPersonId: draft.personId,
      reason: "",
      askedById: draft.personId,
      askedAt: draft.startedAt,
      answerBy: draft.startedAt,
      state: "escalated",
      batchId,
    },
  });
  const { id: extensionId } = await desk.db.extension.create({
    data: {
      inspectionId: draft.inspectionId,
      fromDueOn: TODAY,
      toDueOn: "2026-03-09",
      reason: "r",
      askedById: draft.personId,
      askedAt: draft.startedAt,
      state: "asked",
    },
  });
  const { id: overrideId } = await desk.db.gateOverride.create({
    data: {
      inspectionId: draft.inspectionId,
      rule: "used_before",
      answerKey: "borrower/photos",
      refusedHash: "x",
      refusal: "{}",
      reason: "r",
      askedById: draft.personId,
      askedAt: draft.startedAt,
      state: "asked",
    },
  });
  const { unitId } = await desk.db.inspection.findUniqueOrThrow({ where: { id: draft.inspectionId } });
  const { id: bulletinId } = await desk.db.industryBulletin.create({
    data: {
      industry: "C13",
      title: "t",
      text: "t",
      unitId,
      untilOn: "2026-12-31",
      writtenById: draft.personId,
      writtenAt: draft.startedAt,
    },
  });
  const { id: turnId } = await desk.db.dutyTurn.create({
    data: {
      unitId,
      role: "unit_manager",
      personId: draft.personId,
      fromOn: TODAY,
      toOn: "2026-03-08",
      enteredById: draft.personId,
      enteredAt: draft.startedAt,
    },
  });
  const { borrowerId } = await desk.db.inspection.findUniqueOrThrow({ where: { id: draft.inspectionId } });
  const { id: asked } = await desk.db.zoneOverride.create({
    data: {
      borrowerId,
      unitId,
      zone: "z2",
      computed: "z1",
      untilOn: "2026-05-04",
      reason: "r",
      askedById: draft.personId,
      askedAt: draft.startedAt,
      state: "asked",
      policyVersionId: draft.policyVersionId,
    },
  });
  const measure = await measuresOf(desk.db, report.id, draft);
  const signal = await signalsOf(desk.db, draft.inspectionId);
  const other = await aPerson(desk.db, { name: "Stand In", roles: [{ role: "account_manager" }] });
  const absence = await aStandIn(desk.db, {
    personId: draft.personId,
    standInId: other.id,
    fromOn: "2026-05-04",
    toOn: "2026-05-08",
  });
  const clickDesk: ClickDesk = {
    desk,
    unitId,
    answerId: await anAnswer(desk.db, second?.id ?? "", draft),
    offer: { batchId, itemId },
    absence: { id: absence.id },
    extensionId,
    measure,
    batch,
    signal,
    overrideId,
    zone: { asked, borrowerId },
    bulletinId,
    turnId,
    tier: await tiersOf(desk.db, draft),
    started: { inspectionId: first?.id ?? "", draftId: draft.id, fileId },
    submitted: { inspectionId: second?.id ?? "", reportId: report.id, number: second?.number ?? "" },
    modal: { callbackId: "x", title: "x", close: "x", blocks: [] },
  };
  desk.ears.door.onOpen(SHOW, "see_help", (_ctx, _click, reply) => reply.openModal(async () => clickDesk.modal));
  return clickDesk;
}

async function anAnswer(
  db: Tx,
  inspectionId: string,
  { personId, startedAt }: { readonly personId: string; readonly startedAt: Date },
): Promise<string> {
  const sheet = { number: "C-1", inspectionId, visitedOn: TODAY, part: "{}", partHash: "0", frozenById: personId };
  const { id: sheetId } = await db.confirmationSheet.create({ data: { ...sheet, frozenAt: startedAt } });
  const given = { answer: "disagreed", signedOn: TODAY, note: `n ${SECRET}`, enteredById: personId };
  return (await db.borrowerConfirmation.create({ data: { ...given, sheetId, enteredAt: startedAt } })).id;
}

/** Both loans of the book: one waits for recognition, the other for approval. */
async function tiersOf(
  db: Tx,
  { personId, startedAt, policyVersionId }: { personId: string; startedAt: Date; policyVersionId: string },
): Promise<ClickDesk["tier"]> {
  const { id: anotherId } = await aPerson(db, { name: "Recogniser", roles: [] });
  const [first, second] = await db.loan.findMany({
    where: { borrower: { number: { in: ["C-1", "C-2"] } } },
    orderBy: { number: "asc" },
    include: { borrower: true },
  });
  const ids = { proposed: "a-proposed-tier", recognised: "a-recognised-tier" };
  for (const [loan, id] of [[first, ids.proposed] as const, [second, ids.recognised] as const]) {
    const recognised = { recognisedById: anotherId, recognisedAt: startedAt };
    await db.tierProposal.create({
      data: {
        id,
        loanId: loan?.id ?? "",
        unitId: loan?.borrower.unitId ?? "",
        fromTier: "normal",
        tier: "special_mention",
        floor: "normal",
        because: "[]",
        hands: 3,
        effectiveOn: TODAY,
        reason: `r ${SECRET}`,
        proposedById: personId,
        proposedAt: startedAt,
        policyVersionId,
        ...(id === ids.recognised ? { state: "recognised", ...recognised } : { state: "proposed" }),
      },
    });
  }
  return { loanId: first?.id ?? "", loanNumber: first?.number ?? "", ...ids };
}

/** One that was raised, one that is asked to be a false alarm, and one that hardly anybody may know of. */
async function signalsOf(db: Tx, inspectionId: string): Promise<ClickDesk["signal"]> {
  const { borrower, policyVersionId } = await db.inspection.findUniqueOrThrow({
    where: { id: inspectionId },
    select: { policyVersionId: true, borrower: { include: { loans: true, ownerships: true } } },
  });
  const at = new Date();
  const common = {
    borrowerId: borrower.id,
    unitId: borrower.unitId,
    subjectKind: "borrower",
    subjectId: borrower.id,
    path: "full",
    state: "raised",
    policyVersionId,
    raisedAt: at,
    levelSince: at,
    ownerId: borrower.ownerships[0]?.personId ?? null,
  };
  const asked = { askedFor: "false_alarm", askedById: common.ownerId, askedAt: at, askRound: 1 };
  await db.signal.createMany({
    data: [
      { ...common, id: "signal-raised", number: "S-1", code: "OPS-08", level: "orange" },
      { ...common, ...asked, id: "signal-asked", number: "S-2", code: "FIN-02", level: "orange" },
      { ...common, ...asked, id: "signal-restricted", number: "R-1", code: "INT-02", level: "red", isRestricted: true },
    ],
  });
  const { id: takerId } = await aPerson(db, { name: "Signal taker", roles: [{ role: "account_manager" }] });
  const asker = common.ownerId ?? "";
  const offer = { offeredToId: takerId, offeredById: asker, offeredAt: at };
  await db.signal.create({
    data: { ...common, ...offer, id: "signal-offered", number: "S-3", code: "OPS-01", level: "orange" },
  });
  const closed = await aClosedSignal(db, {
    ...{
      policyVersionId,
      borrowerId: borrower.id,
      ownerId: asker,
      closedBy: takerId,
      endedOn: "2026-03-20",
      code: "FIN-03",
    },
  });
  const question = { askedById: asker, ofPersonId: takerId, question: `q ${SECRET}`, askedAt: at };
  await db.signalQuestion.create({ data: { ...question, id: "a-question", signalId: "signal-offered" } });
  return {
    raised: "signal-raised",
    asked: "signal-asked",
    offered: "signal-offered",
    question: "a-question",
    restricted: "signal-restricted",
    closed: closed.id,
    loanId: borrower.loans[0]?.id ?? "",
  };
}

/** One by the keeper's own presses, with a report in it, and one that they began after it. */
async function batchesOf(desk: TestDesk): Promise<ClickDesk["batch"]> {
  const keeper = desk.as(KEEPER);
  await showButton(desk, keeper, "batch.open", "");
  await keeper.clicks("batch.open");
  await throughPages({ desk }, KEEPER);
  await concludes({ desk }, undefined, KEEPER);
  await submitsBatch({ desk }, KEEPER);
  await keeper.closes({ all: true });
  const {
    id: reportId,
    batchId,
    ...report
  } = await desk.db.report.findFirstOrThrow({ where: { batchId: { not: null } } });
  const { id: open } = await desk.db.offSiteBatch.create({
    data: {
      number: "B-OPEN",
      personId: report.submittedById,
      policyVersionId: report.policyVersionId,
      openedAt: report.submittedAt,
      savedAt: report.submittedAt,
    },
  });
  return { submitted: batchId ?? "", reportId, open };
}

/** Measures of a report that the keeper answers for: open, reported, and offered to a colleague. */
async function measuresOf(
  db: Tx,
  reportId: string,
  { personId, startedAt }: { readonly personId: string; readonly startedAt: Date },
): Promise<ClickDesk["measure"]> {
  const { inspection } = await db.report.findUniqueOrThrow({ where: { id: reportId }, include: { inspection: true } });
  const measure = { open: "an-open-measure", reported: "a-reported-measure", offered: "an-offered-measure" };
  const { id: offeredToId } = await aPerson(db, { name: "Taker", roles: [{ role: "account_manager" }] });
  const offer = { offeredToId, offeredById: personId, offeredAt: startedAt, offerUntil: startedAt };
  const result = { result: "r", reportedById: personId, reportedAt: startedAt };
  for (const [at, id] of Object.values(measure).entries()) {
    await db.case.create({
      data: {
        id,
        kind: "measure",
        borrowerId: inspection.borrowerId,
        unitId: inspection.unitId,
        reportId,
        inspectionId: inspection.id,
        place: at + 1,
        cause: "c",
        goal: `g ${SECRET}`,
        proof: "p",
        ownerId: personId,
        dueOn: "2026-03-20",
        openedById: personId,
        openedAt: startedAt,
        ...(id === measure.reported ? { state: "reported", ...result } : { state: "open" }),
        ...(id === measure.offered ? offer : {}),
      },
    });
  }
  return measure;
}

async function aBook(db: Tx, policyVersionId: string): Promise<void> {
  const head = await aUnit(db, { name: "Head office", kind: "head_office" });
  const branch = await aUnit(db, { name: "Harbour Branch", parentId: head.id });
  const other = await aUnit(db, { name: "Hill Branch", parentId: head.id });
  const keeper = await anOfficer(db, { name: "Li Wen", email: emailOf(KEEPER), unitId: branch.id });
  for (const { userId, role, inUnit } of COLLEAGUES) {
    const unitId = inUnit ? branch.id : other.id;
    await aPerson(db, { name: userId, email: emailOf(userId), unitId, roles: role === undefined ? [] : [{ role }] });
  }
  for (const number of ["C-1", "C-2"]) {
    const of = { number, name: `${SECRET} ${number}`, unitId: branch.id, ownerId: keeper.id };
    const borrower = await aBorrower(db, { ...of, lastInspectedOn: "2025-12-01" });
    await aLoan(db, { borrowerId: borrower.id, disbursedOn: "2025-06-01", maturesOn: "2026-12-01" });
    await anInspection(db, { borrowerId: borrower.id, assigneeId: keeper.id, dueOn: TODAY, policyVersionId });
  }
  await aRetailCustomer(db, { name: `${SECRET} C-3` }, { keeperId: keeper.id, unitId: branch.id, policyVersionId });
}

/** A way to try a verb: what a person types or presses, shown to them or not. */
export interface Way {
  readonly verb: Verb;
  readonly name: string;
  readonly tries: (on: ClickDesk, person: PersonDriver) => Promise<void>;
  /** What is typed while filling in is dropped without a word: the next step says why. */
  readonly silent?: boolean;
}

const types = (verb: Verb, text: (on: ClickDesk) => string): Way => ({
  verb,
  name: `types /postloan ${text({ submitted: { number: "N" } } as ClickDesk)}`,
  tries: (on, person) => person.says(`/postloan ${text(on)}`),
});

/** A button of somebody else's message, copied by hand into a message of one's own. */
const presses = (verb: Verb, action: string, value: (on: ClickDesk) => string): Way => ({
  verb,
  name: `presses ${action}`,
  tries: async (on, person) => {
    await showButton(on.desk, person, action, value(on));
    await person.clicks(action);
  },
});

/** Everybody's list is their own: another's loans are never on it, and an empty one is said to be empty. */
const pressesList = (verb: Verb, action: string): Way => ({ ...presses(verb, action, () => "2026-Q1"), silent: true });

/** The same in a modal that carries another's draft or report. */
const inModal = (verb: Verb, name: string, modal: (on: ClickDesk) => ModalView, act: Act, silent = false): Way => ({
  verb,
  name,
  silent,
  tries: async (on, person) => {
    on.modal = modal(on);
    await showButton(on.desk, person, SHOW, "");
    await person.clicks(SHOW);
    if (person.modal?.title === "Copied") await act(person);
  },
});
type Act = (person: PersonDriver) => Promise<void>;

const NOT = { text: plain("not in order", 75), value: "not_in_order" };
const REASON = { text: plain("Not visited", 75), value: "not_visited" };

const copied = (callbackId: string, metadata: object, button?: { action: string; value: string }): ModalView => ({
  callbackId,
  title: "Copied",
  submit: "Send",
  close: "Close",
  metadata: JSON.stringify(metadata),
  blocks: [
    {
      type: "input",
      block_id: "borrower/met_person",
      optional: true,
      dispatch_action: true,
      label: plain("Met", 100),
      element: {
        type: "plain_text_input",
        action_id: "inspections.answer",
        dispatch_action_config: { trigger_actions_on: ["on_character_entered"] },
      },
    },
    {
      type: "input",
      block_id: "note",
      label: plain("Note", 100),
      element: { type: "plain_text_input", action_id: "reviews.value", initial_value: "A note" },
    },
    ...["record", "conclusion"].map((block_id) => ({
      type: "input" as const,
      block_id,
      label: plain(block_id, 100),
      element: { type: "radio_buttons" as const, action_id: "reviews.value", options: [NOT], initial_option: NOT },
    })),
    {
      type: "input",
      block_id: "reasons",
      label: plain("Reasons", 100),
      element: {
        type: "multi_static_select",
        action_id: "reviews.value",
        options: [REASON],
        initial_options: [REASON],
      },
    },
    ...(button === undefined
      ? []
      : [
          {
            type: "actions" as const,
            elements: [
              { type: "button" as const, text: plain("Go", 75), action_id: button.action, value: button.value },
            ],
          },
        ]),
  ],
});
const step = ({ started }: ClickDesk) => ({ draft: started.draftId, step: 0 });
const item = ({ started }: ClickDesk) => ({ inspection: started.inspectionId });
/** With a tick for one of its customers. */
const batchPage = ({ batch, started }: ClickDesk) => ({
  batch: batch.open,
  page: 0,
  round: 0,
  shown: [[started.inspectionId, "x"]],
});
const report = ({ submitted }: ClickDesk) => ({ report: submitted.reportId, remarks: 1 });
const submits: Act = (person) => person.submits();
const goes: Act = (person) => person.clicks("Go");
const reportId = ({ submitted }: ClickDesk) => submitted.reportId;

/** A form about another's signal, or a question about it, sent off. */
const ofSignal = (verb: Verb, form: string, id: (on: ClickDesk) => string): Way =>
  inModal(verb, `sends ${form}`, (on) => copied(form, { id: id(on) }), submits);

export const WAYS: readonly Way[] = [
  types("raise_signal", () => "signal C-1"),
  inModal("raise_signal", "raises one", (on) => copied("signals.raise_form", { id: on.signal.loanId }), submits),
  presses("raise_signal", "signals.raise", ({ started }) => started.inspectionId),
  presses("see_signal", "signals.open", ({ signal }) => signal.raised),
  presses("handle_signal", "signals.step", ({ signal }) => `${signal.raised} acknowledge`),
  inModal(
    "handle_signal",
    "calls another's signal a false alarm",
    (on) => copied("signals.words_form", { id: on.signal.raised, step: "ask_false_alarm" }),
    submits,
  ),
  presses("second_signal", "signals.step", ({ signal }) => `${signal.asked} confirm_false_alarm`),
  presses("take_over_signal", "signals.take_over", ({ signal }) => signal.raised),
  presses("hand_over_signal", "signals.hand_over", ({ signal }) => signal.raised),
  presses("hand_over_signal", "signals.take_back", ({ signal }) => signal.offered),
  ofSignal("hand_over_signal", "signals.hand_over_form", ({ signal }) => signal.raised),
  presses("answer_signal_offer", "signals.accept", ({ signal }) => signal.offered),
  presses("answer_signal_offer", "signals.decline", ({ signal }) => signal.offered),
  presses("ask_about_signal", "signals.ask", ({ signal }) => signal.raised),
  ofSignal("ask_about_signal", "signals.ask_form", ({ signal }) => signal.raised),
  presses("answer_about_signal", "signals.answer", ({ signal }) => signal.question),
  ofSignal("answer_about_signal", "signals.answer_form", ({ signal }) => signal.question),
  presses("snooze_signal", "signals.snooze", ({ signal }) => signal.raised),
  presses("snooze_signal", "signals.wake", ({ signal }) => signal.raised),
  ofSignal("snooze_signal", "signals.snooze_form", ({ signal }) => signal.raised),
  presses("record_case_cost", "case_costs.state", ({ signal }) => signal.closed),
  ofSignal("record_case_cost", "case_costs.form", ({ signal }) => signal.closed),
  presses("see_restricted_signal", "signals.open", ({ signal }) => signal.restricted),
  presses("handle_restricted_signal", "signals.step", ({ signal }) => `${signal.restricted} acknowledge`),
  presses("second_restricted_signal", "signals.step", ({ signal }) => `${signal.restricted} confirm_false_alarm`),
  types("see_policy", () => "policy"),
  ...(
    [
      ["adopt_policy", "policies.adopt", "p"],
      ["propose_policy", "policies.withdraw", "p"],
      ["sign_off_rule", "policies.sign_off", JSON.stringify({ proposal: "p", path: "tiers" })],
    ] as const
  ).map(([verb, action, value]) =>
    inModal(verb, `presses ${action}`, () => copied("notice", {}, { action, value }), goes),
  ),
  types("see_help", () => "help"),
  types("see_own_desk", () => "due"),
  types("see_account", () => "customer C-1"),
  types("see_account", () => "customer Harbour"),
  types("see_report", ({ submitted }) => `report ${submitted.number}`),
  ...["reviews.answers", "reviews.answers_page"].map((action) =>
    inModal(
      "see_report",
      `presses ${action}`,
      (on) => copied("reviews.report", {}, { action, value: JSON.stringify({ report: reportId(on), page: 0 }) }),
      goes,
    ),
  ),
  types("see_queue", () => "queue"),
  presses("see_queue", "reviews.show_queue", () => "0"),
  types("start_check", () => "check C-1"),
  presses("start_check", "inspections.start", ({ started }) => started.inspectionId),
  presses("start_check", "inspections.start_early", ({ started }) => started.inspectionId),
  inModal(
    "save_draft",
    "types into another's form",
    (on) => copied("inspections.step", step(on)),
    (person) => person.fills("Met", "somebody else"),
    true,
  ),
  inModal(
    "save_draft",
    "goes back in another's form",
    (on) => copied("inspections.step", { ...step(on), step: 1 }, { action: "inspections.back", value: "" }),
    goes,
  ),
  inModal(
    "save_draft",
    "looks at a step of another's form",
    (on) => copied("inspections.step", step(on), { action: "inspections.go_to", value: "1" }),
    goes,
  ),
  inModal(
    "save_draft",
    "adds a row to another's form",
    (on) => copied("inspections.step", step(on), { action: "inspections.add_row", value: "borrower/oe_tax_rows" }),
    goes,
  ),
  inModal("save_draft", "goes on from another's figures", (on) => copied("inspections.look", step(on)), submits),
  inModal("save_draft", "sends another's step", (on) => copied("inspections.step", step(on)), submits),
  inModal(
    "attach_evidence",
    "removes another's file",
    (on) => copied("inspections.step", step(on), { action: "inspections.remove_file", value: on.started.fileId }),
    goes,
  ),
  inModal("submit_report", "sends another's summary", (on) => copied("inspections.summary", step(on)), submits),
  presses("withdraw_report", "inspections.withdraw", ({ submitted }) => submitted.inspectionId),
  presses("withdraw_report", "inspections.withdraw", reportId),
  presses("correct_report", "inspections.correct", ({ submitted }) => submitted.inspectionId),
  presses("correct_report", "inspections.correct", reportId),
  ...["deadlines.more", "deadlines.snooze", "deadlines.end_snooze"].map((action) =>
    presses("snooze_item", action, ({ started }) => started.inspectionId),
  ),
  presses("record_attempt", "deadlines.attempt", ({ started }) => started.inspectionId),
  presses("nudge_officer", "deadlines.nudge", ({ started }) => started.inspectionId),
  presses("nudge_reviewer", "deadlines.nudge_review", reportId),
  presses("name_reviewer", "reviews.name_reviewer", reportId),
  inModal("name_reviewer", "sends a naming", (on) => copied("reviews.name_reviewer_form", report(on)), submits),
  inModal("snooze_item", "sends another's snooze", (on) => copied("deadlines.snooze_form", item(on)), submits),
  inModal("ask_extension", "asks for another's date", (on) => copied("deadlines.extend_form", item(on)), submits),
  inModal("record_attempt", "sends another's attempt", (on) => copied("deadlines.attempt_form", item(on)), submits),
  ...["inspections.confirmation", "confirmation.make_sheet"].map((action) =>
    presses("make_confirmation_sheet", action, ({ submitted }) => submitted.inspectionId),
  ),
  presses("raise_signal", "confirmation.raise_signal", ({ answerId }) => answerId),
  presses("take_confirmation", "confirmation.enter", ({ submitted }) => submitted.inspectionId),
  inModal("take_confirmation", "sends another's answer", (on) => copied("confirmation.form", item(on)), submits),
  presses("ask_extension", "deadlines.extend", ({ started }) => started.inspectionId),
  presses("decide_extension", "deadlines.grant", ({ started }) => started.inspectionId),
  inModal("decide_extension", "gives a later date", (on) => copied("deadlines.grant_form", item(on)), submits),
  presses("decide_extension", "deadlines.approve_extension", ({ extensionId }) => extensionId),
  presses("decide_extension", "deadlines.refuse_extension", ({ extensionId }) => extensionId),
  presses("open_review", "reviews.open", reportId),
  inModal(
    "open_review",
    "opens the report again",
    (on) => copied("reviews.report", {}, { action: "reviews.back", value: reportId(on) }),
    goes,
  ),
  presses("open_review", "reviews.open_batch", ({ batch }) => batch.submitted),
  presses("open_review", "reviews.batch_page", ({ batch }) => JSON.stringify({ batch: batch.submitted, page: 0 })),
  presses("open_review", "reviews.batch_item", ({ batch }) => batch.reportId),
  presses("approve_report", "reviews.approve_batch", ({ batch }) => batch.submitted),
  inModal(
    "approve_report",
    "approves a batch in a modal",
    (on) => copied("reviews.report", {}, { action: "reviews.approve_batch", value: on.batch.submitted }),
    goes,
  ),
  presses("return_report", "reviews.return", ({ batch }) => batch.reportId),
  inModal(
    "save_draft",
    "turns a page of another's batch",
    (on) => copied("batch.page_form", batchPage(on), { action: "batch.page", value: "0" }),
    goes,
  ),
  inModal(
    "save_draft",
    "ticks a page of another's batch",
    (on) => copied("batch.page_form", batchPage(on), { action: "batch.tick_page", value: "" }),
    goes,
  ),
  inModal("save_draft", "sends a page of another's batch", (on) => copied("batch.page_form", batchPage(on)), submits),
  inModal("submit_report", "submits another's batch", (on) => copied("batch.conclusion_form", batchPage(on)), submits),
  presses("approve_report", "reviews.approve", reportId),
  inModal(
    "approve_report",
    "approves in a modal",
    (on) => copied("reviews.report", {}, { action: "reviews.approve", value: reportId(on) }),
    goes,
  ),
  presses("return_report", "reviews.return", reportId),
  inModal("return_report", "sends a return form", (on) => copied("reviews.return_form", report(on)), submits),
  presses("ask_reinspection", "reviews.re_inspect", reportId),
  inModal(
    "ask_reinspection",
    "sends a re-inspection form",
    (on) => copied("reviews.re_inspect_form", report(on)),
    submits,
  ),
  inModal(
    "ask_override",
    "asks for another's override",
    (on) => copied("overrides.form", { draft: on.started.draftId, rule: "used_before", key: "borrower/photos" }),
    submits,
  ),
  types("see_tiers", ({ tier }) => `tiers ${tier?.loanNumber ?? "LOAN"}`),
  presses("propose_tier", "classification.propose", ({ tier }) => tier.loanId),
  pressesList("propose_tier", "classification.confirm_list"),
  presses("recognise_tier", "classification.recognise", ({ tier }) => tier.proposed),
  presses("recognise_tier", "classification.decline", ({ tier }) => tier.proposed),
  pressesList("recognise_tier", "classification.recognise_list"),
  presses("approve_tier", "classification.approve", ({ tier }) => tier.recognised),
  pressesList("approve_tier", "classification.approve_list"),
  presses("decide_override", "overrides.grant", ({ overrideId }) => overrideId),
  presses("decide_override", "overrides.decline", ({ overrideId }) => overrideId),
  presses("see_overrides", "overrides.open", ({ overrideId }) => overrideId),
  presses("file_document", "customer_files.file", ({ zone }) => zone.borrowerId),
  presses("set_strategy", "strategies.set", ({ zone }) => zone.borrowerId),
  presses("see_account", "customers.open", ({ zone }) => zone.borrowerId),
  presses("see_account", "customers.turn", ({ zone }) => zone.borrowerId),
  presses("ask_zone", "zones.ask", ({ zone }) => zone.borrowerId),
  inModal(
    "ask_zone",
    "asks for another's zone",
    (on) => copied("zones.form", { borrower: on.zone.borrowerId }),
    submits,
  ),
  presses("decide_zone", "zones.approve", ({ zone }) => zone.asked),
  presses("decide_zone", "zones.decline", ({ zone }) => zone.asked),
  presses("decide_zone", "zones.end", ({ zone }) => zone.asked),
  // Whoever reads another unit sees what stands there, and nothing of this one.
  { ...types("see_limits", () => "limits"), silent: true },
  types("see_bulletins", () => "bulletins"),
  presses("write_bulletin", "bulletins.withdraw", ({ bulletinId }) => bulletinId),
  presses("see_measure", "measures.open", ({ measure }) => measure.open),
  presses("report_measure", "measures.report", ({ measure }) => measure.open),
  inModal(
    "report_measure",
    "reports another's result",
    (on) => copied("measures.report_form", { measure: on.measure.open }),
    submits,
  ),
  presses("close_measure", "measures.close", ({ measure }) => measure.reported),
  presses("close_measure", "measures.send_back", ({ measure }) => measure.reported),
  inModal(
    "close_measure",
    "sends back another's result",
    (on) => copied("measures.send_back_form", { measure: on.measure.reported }),
    submits,
  ),
  presses("offer_measure", "measures.hand_over", ({ measure }) => measure.open),
  presses("offer_measure", "measures.take_back", ({ measure }) => measure.offered),
  inModal(
    "offer_measure",
    "offers another's measure",
    (on) => copied("measures.hand_over_form", { measure: on.measure.open }),
    submits,
  ),
  presses("answer_measure", "measures.accept", ({ measure }) => measure.offered),
  presses("answer_measure", "measures.decline", ({ measure }) => measure.offered),
  presses("give_measure", "measures.give_away", ({ measure }) => measure.open),
  inModal(
    "give_measure",
    "gives another's measure away",
    (on) => copied("measures.give_away_form", { measure: on.measure.open }),
    submits,
  ),
  presses("give_measure", "measures.give", ({ measure }) => measure.offered),
  presses("give_measure", "measures.leave", ({ measure }) => measure.offered),
  types("enter_absence", () => "away Li Wen 2026-06-01 2026-06-02 Stand In"),
  presses("end_absence", "absences.end", ({ absence }) => absence.id),
  { ...types("see_absences", () => "away list"), silent: true },
  types("ask_handover", ({ submitted }) => `reassign ${submitted.number} Li Wen`),
  presses("enter_duty", "duty.end", ({ turnId }) => turnId),
  types("ask_handover", () => "reassign C-1 Li Wen"),
  presses("ask_handover", "handovers.reassign", ({ started }) => started.inspectionId),
  presses("ask_handover", "handovers.take_back", ({ offer }) => offer.batchId),
  inModal(
    "ask_handover",
    "sends a form about another's inspection",
    (on) => copied("handovers.form", { kind: "inspection", id: on.started.inspectionId }),
    submits,
  ),
  presses("answer_handover", "handovers.accept", ({ offer }) => offer.batchId),
  presses("answer_handover", "handovers.decline", ({ offer }) => offer.batchId),
  presses("answer_handover", "handovers.accept_one", ({ offer }) => offer.itemId),
  presses("answer_handover", "handovers.decline_one", ({ offer }) => offer.itemId),
  inModal(
    "answer_handover",
    "declines what another was asked",
    (on) => copied("handovers.decline_form", { batch: on.offer.batchId }),
    submits,
  ),
  presses("decide_handover", "handovers.give", ({ offer }) => offer.batchId),
  presses("decide_handover", "handovers.leave", ({ offer }) => offer.batchId),
  types("see_digest", () => "digest Harbour Branch month"),
  types("see_digest", () => "digest Li Wen"),
  types("see_ledger", () => "ledger"),
  types("see_ledger", () => "ledger Harbour Branch month as csv"),
  presses("see_ledger", "ledger.cancel", () => "any"),
  presses("see_ledger", "ledger.fetch", () => "any"),
  inModal("see_ledger", "sends ledger.form", () => copied("ledger.form", {}), submits),
  presses("see_digest", "digests.open", () => JSON.stringify({ of: { kind: "unit", id: "any" }, days: "week" })),
  presses("see_digest", "digests.list", () =>
    JSON.stringify({ of: { kind: "unit", id: "any" }, days: "week", figure: "late_inspections", page: 0 }),
  ),
  presses("see_case_worth", "digests.worth", ({ unitId }) =>
    JSON.stringify({ of: { kind: "unit", id: unitId }, days: "week" }),
  ),
  types("see_score", () => "score Li Wen"),
  presses("see_score", "appraisal.open", () => JSON.stringify({ kind: "person", id: "any", period: "month" })),
  presses("see_score", "appraisal.lines", () =>
    JSON.stringify({ id: "any", period: "month", role: "account_manager", metric: "on_time_rate" }),
  ),
  types("see_score_spread", () => "score Harbour Branch quarter"),
  presses("see_report", "reviews.show", ({ submitted }) => submitted.number),
  types("see_delivery", () => "delivery"),
  presses("steer_delivery", "delivery.retry", () => "any"),
  presses("steer_delivery", "delivery.re_route", () => "any"),
  types("import_portfolio", () => "import /etc/passwd --mapping x.yml"),
  types("import_people", () => "import people /etc/passwd"),
  types("draw_sample", () => "sample"),
  types("plan_inspections", () => "plan C-1"),
  types("run_sweep", () => "sweep"),
  types("verify_audit", () => "audit verify"),
  types("recount_totals", () => "recount"),
  types("move_clock", () => "clock 2026-04-01"),
  types("keep_backups", () => "backup copy.db"),
  types("examine_desk", () => "doctor"),
];

/** No way in Slack: no listener and no command asks for these. */
export const NOT_IN_SLACK: readonly Verb[] = ["see_inspection", "see_people_matching", "print_report", "import_facts"];
/** Exist in the terminal alone: nobody may type them in Slack, whatever their role. */
export const TERMINAL_ONLY: readonly Verb[] = [
  "import_portfolio",
  "import_people",
  "plan_inspections",
  "run_sweep",
  "draw_sample",
  "verify_audit",
  "recount_totals",
  "move_clock",
  "keep_backups",
];

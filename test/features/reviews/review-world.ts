/** A branch under a head office, an officer with an account, two reviewers, and reports as they arrive; March 2026. */
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { WebClient } from "@slack/web-api";
import pino from "pino";
import { repositoryPath } from "../../../prisma/schema.ts";
import type { VisitMode } from "../../../src/domain/vocabulary.ts";
import { DocumentDesk } from "../../../src/features/documents/index.ts";
import { contextOfPerson } from "../../../src/features/people/actor.ts";
import { announceSubmissions } from "../../../src/features/review-queue/index.ts";
import { registerReviews } from "../../../src/features/reviews/index.ts";
import { loadCalendars } from "../../../src/platform/calendars/index.ts";
import { createStandingClocks, momentFromIso } from "../../../src/platform/clock.ts";
import { type Context, inTransaction, type Parts } from "../../../src/platform/context.ts";
import { evidenceStore } from "../../../src/platform/evidence-store.ts";
import { newId } from "../../../src/platform/ids.ts";
import { Renderers } from "../../../src/platform/outbox/renderers.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { Door, type Reply } from "../../../src/platform/slack/door.ts";
import type { ModalView, SubmissionAnswer } from "../../../src/platform/slack/modal.ts";
import type { ViewState } from "../../../src/platform/slack/payload.ts";
import { renderMessage } from "../../../src/platform/slack/render.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import type { View } from "../../../src/platform/view.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";
import {
  aBorrower,
  aLoan,
  anOfficer,
  aReviewer,
  aSlackAccount,
  aUnit,
  aUnitManager,
  nextNumber,
  type PersonRow,
  type UnitRow,
} from "../../builders/index.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";

export interface World {
  readonly parts: Parts;
  readonly database: TestDatabase;
  readonly db: Tx;
  readonly headOffice: UnitRow;
  readonly branch: UnitRow;
  readonly officer: PersonRow;
  readonly reviewer: PersonRow;
  readonly colleague: PersonRow;
  readonly above: PersonRow;
  readonly manager: PersonRow;
  at(iso: string): void;
  as(person: { readonly id: string }): Promise<Context>;
}

/** Their addresses are how a workspace finds them. */
export const EMAILS = {
  officer: "li.wei@bank.example",
  reviewer: "wang.fang@bank.example",
  colleague: "zhao.min@bank.example",
  above: "chen.jie@bank.example",
  manager: "sun.li@bank.example",
} as const;

export async function aWorld(iso = "2026-03-10T02:00:00Z"): Promise<World> {
  const database = await freshDatabase();
  const clocks = createStandingClocks(iso);
  const parts: Parts = {
    database,
    clocks,
    ...shipped(),
    log: pino({ level: "silent" }),
    pages: { address: undefined },
  };
  const people = await aBranch(database.db);
  for (const person of [people.officer, people.reviewer, people.colleague, people.above, people.manager]) {
    await aSlackAccount(database.db, person.id);
  }
  return worldOf(parts, database, people);
}

export type Branch = Awaited<ReturnType<typeof aBranch>>;

export async function aBranch(db: Tx) {
  const headOffice = await aUnit(db, { name: "Head office", kind: "head_office" });
  const branch = await aUnit(db, { name: "Riverside branch", parentId: headOffice.id });
  const inBranch = { unitId: branch.id };
  return {
    headOffice,
    branch,
    officer: await anOfficer(db, { name: "Li Wei", email: EMAILS.officer, ...inBranch }),
    reviewer: await aReviewer(db, { name: "Wang Fang", email: EMAILS.reviewer, ...inBranch }),
    colleague: await aReviewer(db, { name: "Zhao Min", email: EMAILS.colleague, ...inBranch }),
    above: await aReviewer(db, { name: "Chen Jie", email: EMAILS.above, unitId: headOffice.id }),
    manager: await aUnitManager(db, { name: "Sun Li", email: EMAILS.manager, ...inBranch }),
  };
}

export function worldOf(parts: Parts, database: TestDatabase, people: Branch): World {
  return {
    parts,
    database,
    db: database.db,
    ...people,
    at: (moment) => parts.clocks.moveTo(momentFromIso(moment)),
    as: async ({ id }) => {
      const ctx = await contextOfPerson(parts, id);
      if (ctx === undefined) throw new Error("nobody by that id");
      return ctx;
    },
  };
}

function shipped() {
  const calendars = loadCalendars(repositoryPath("policy/calendars"));
  const loaded = loadPolicy(repositoryPath("policy/cn-bank.yml"));
  if (isProblems(calendars) || isProblems(loaded)) throw new Error("the shipped policy does not load");
  const inForce = { versionId: "policy-1", policy: loaded.policy };
  return {
    calendars,
    policies: { inForce: () => inForce, byVersion: async () => inForce, refresh: async () => undefined },
  };
}

export interface ReportWishes {
  readonly submitterId?: string;
  readonly ownerId?: string;
  readonly borrowerName?: string;
  /** A report of the same customer as this one's. */
  readonly borrowerId?: string;
  readonly unitId?: string;
  readonly level?: "yellow" | "orange" | "red";
  readonly answers?: Readonly<Record<string, string>>;
  readonly submittedAt?: string;
  readonly mode?: VisitMode;
  /** As JSON text. */
  readonly circumstances?: string;
  readonly announce?: boolean;
}

export interface ReportMade {
  readonly reportId: string;
  readonly inspectionId: string;
  readonly borrowerId: string;
  readonly loanId: string;
  readonly number: string;
}

/** A routine inspection on site whose report was submitted and announced, as submission leaves it. */
export async function aSubmittedReport(world: World, wishes: ReportWishes = {}): Promise<ReportMade> {
  const { db, officer, branch } = world;
  const ownerId = wishes.ownerId ?? officer.id;
  const unitId = wishes.unitId ?? branch.id;
  const borrower =
    wishes.borrowerId === undefined
      ? await aBorrower(db, { unitId, ownerId, name: wishes.borrowerName ?? "Ningbo Harbour Trading" })
      : await db.borrower.findUniqueOrThrow({ where: { id: wishes.borrowerId } });
  const loan =
    (await db.loan.findFirst({ where: { borrowerId: borrower.id } })) ?? (await aLoan(db, { borrowerId: borrower.id }));
  const submittedAt =
    wishes.submittedAt === undefined ? world.parts.clocks.now().toJSDate() : new Date(wishes.submittedAt);
  const number = `I-2026-${String(nextNumber()).padStart(5, "0")}`;
  const inspection = await db.inspection.create({
    data: {
      number,
      borrowerId: borrower.id,
      unitId,
      kind: "special",
      occasion: "instruction",
      mode: "on_site",
      dueOn: "2026-03-12",
      policyLine: "inspections.special",
      policyVersionId: world.parts.policies.inForce().versionId,
      because: "{}",
      state: "started",
      assigneeId: ownerId,
      createdAt: submittedAt,
      loans: { create: [] },
    },
  });
  await db.inspectionLoan.create({ data: { inspectionId: inspection.id, loanId: loan.id } });
  const made = { inspectionId: inspection.id, borrowerId: borrower.id, loanId: loan.id, number };
  return {
    ...made,
    reportId: await aRevision(world, { ...made }, 1, { ...wishes, submittedAt: submittedAt.toISOString() }),
  };
}

/** One more submission of the same inspection. */
export async function aRevision(
  world: World,
  made: Omit<ReportMade, "reportId">,
  revision: number,
  wishes: ReportWishes = {},
): Promise<string> {
  const { db, officer, parts } = world;
  const submittedAt = wishes.submittedAt === undefined ? parts.clocks.now().toJSDate() : new Date(wishes.submittedAt);
  const answers = { "borrower/visited_on": "2026-03-09", ...wishes.answers };
  const content = JSON.stringify({ ...answers, revision, number: made.number });
  const report = await db.report.create({
    data: {
      id: newId(),
      inspectionId: made.inspectionId,
      revision,
      state: "submitted",
      submittedById: wishes.submitterId ?? officer.id,
      submittedAt,
      policyVersionId: world.parts.policies.inForce().versionId,
      mode: wishes.mode ?? "on_site",
      visitedOn: "2026-03-09",
      level: wishes.level ?? null,
      circumstances: wishes.circumstances ?? null,
      content,
      contentHash: createHash("sha256").update(content).digest("hex"),
      answers: { create: Object.entries(answers).map(([key, value]) => answerRow(key, value, made.loanId)) },
    },
  });
  const inspection = await db.inspection.findUniqueOrThrow({ where: { id: made.inspectionId } });
  if (inspection.state !== "approved") {
    await db.inspection.update({
      where: { id: made.inspectionId },
      data: { state: "submitted", submittedAt, version: { increment: 1 } },
    });
  }
  if (wishes.announce ?? true) {
    await inTransaction(await world.as(officer), (tx) => announceSubmissions(tx, [report.id]));
  }
  return report.id;
}

/** `loan/KEY` stands for the report's own loan. */
function answerRow(key: string, value: string, loanId: string) {
  const [subject = "", itemKey = ""] = key.split("/", 2);
  return { subject: subject === "loan" ? `loan:${loanId}` : subject, itemKey, value };
}

/** What people's messages say now, drawn as the deliverer draws them. */
export async function messagesOf(world: World, person: { readonly id: string }, kind: string) {
  return world.db.outboxMessage.findMany({
    where: { personId: person.id, kind },
    orderBy: { id: "asc" },
    include: { items: true },
  });
}

export async function drawn(
  world: World,
  person: { readonly id: string },
  kind: string,
  options: { readonly editing?: boolean; readonly nth?: number } = {},
): Promise<View | undefined> {
  const rows = await messagesOf(world, person, kind);
  const row = rows.at(options.nth ?? -1);
  if (row === undefined) throw new Error(`no ${kind} message`);
  return desk().renderers.of(kind)?.(await world.as(person), {
    id: row.id,
    kind: row.kind,
    personId: person.id,
    slotOn: row.slotOn,
    createdAt: row.createdAt,
    refs: JSON.parse(row.refs),
    items: row.items.map(({ subjectKind, subjectId, stage }) => ({ kind: subjectKind, id: subjectId, stage })),
    editing: options.editing ?? false,
  });
}

/** Everything a view shows, as one text. */
export function textOf(view: View | undefined): string {
  return view === undefined ? "" : JSON.stringify(renderMessage(view)).replaceAll("\u200b", "");
}

/** All messages have arrived in Slack. */
export async function allSent(world: World): Promise<void> {
  await world.db.outboxMessage.updateMany({ where: { state: "pending" }, data: { state: "sent" } });
}

export function desk(): { door: Door; renderers: Renderers } {
  const [door, renderers] = [new Door(), new Renderers()];
  registerReviews(door, renderers, {
    client: new WebClient(),
    store: evidenceStore(tmpdir()),
    documents: new DocumentDesk(),
  });
  return { door, renderers };
}

/** What a person sees after a click: the modals that were opened, pushed or put in place. */
export interface Seen {
  readonly how: "open" | "push" | "update" | "tell";
  readonly view: ModalView | View;
}

const USER = { teamId: "T0TEST", userId: "U0TEST" };

export async function clicks(
  world: World,
  person: { readonly id: string },
  action: string,
  value: string,
  inModal?: { readonly callbackId: string; readonly metadata?: string },
): Promise<Seen[]> {
  const seen: Seen[] = [];
  const reply: Reply = {
    openModal: async (build) => void seen.push({ how: "open", view: await build() }),
    pushModal: async (build) => void seen.push({ how: "push", view: await build() }),
    updateModal: async (view) => void seen.push({ how: "update", view }),
    showHome: async () => undefined,
    tell: async (view) => void seen.push({ how: "tell", view }),
    share: async () => undefined,
  };
  const view = inModal && { id: "V1", hash: "h", values: {}, metadata: "", ...inModal };
  const element = { action_id: action, block_id: "", action_ts: "", type: "button" };
  await desk()
    .door.clicks.get(action)
    ?.run(
      await world.as(person),
      { user: USER, action, element, value, triggerId: "1.1", message: undefined, view },
      reply,
    );
  return seen;
}

export async function submits(
  world: World,
  person: { readonly id: string },
  callbackId: string,
  metadata: string,
  values: ViewState,
): Promise<SubmissionAnswer | undefined> {
  const listener = desk().door.submissions.get(callbackId);
  const nothing = async () => undefined;
  const reply: Reply = {
    openModal: nothing,
    pushModal: nothing,
    updateModal: nothing,
    showHome: nothing,
    tell: nothing,
    share: nothing,
  };
  const view = { id: "V1", hash: "h", callbackId, metadata, values };
  return listener?.run(await world.as(person), { user: USER, triggerId: "1.1", view }, reply);
}

export function wordsOf(seen: Seen | undefined): string {
  if (seen === undefined) return "";
  const text = "blocks" in seen.view ? JSON.stringify(seen.view.blocks) : textOf(seen.view);
  return text.replaceAll("\u200b", "");
}

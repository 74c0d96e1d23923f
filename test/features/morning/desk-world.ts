/** A branch with its people and open inspections, on a day in March 2026, and the message as its reader gets it. */
import pino from "pino";
import { repositoryPath } from "../../../prisma/schema.ts";
import { contextOfPerson } from "../../../src/features/people/actor.ts";
import { loadCalendars } from "../../../src/platform/calendars/index.ts";
import { createStandingClocks, momentFromIso } from "../../../src/platform/clock.ts";
import { type Context, type Parts, systemContext } from "../../../src/platform/context.ts";
import type { DueMessage, Renderer } from "../../../src/platform/outbox/renderers.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { type Piece, plainText, type View } from "../../../src/platform/view.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";
import { aBorrower, aLoan, anOfficer, aSlackAccount, nextNumber } from "../../builders/index.ts";
import { freshDatabase } from "../../setup/database.ts";

export interface World {
  readonly parts: Parts;
  readonly db: Tx;
  readonly system: () => Context;
  at(iso: string): void;
  as(personId: string): Promise<Context>;
}

/** Stands at nine in the morning of Tuesday 10 March 2026 in Shanghai, or where it is told. */
export async function aWorld(iso = "2026-03-10T01:00:00Z"): Promise<World> {
  const database = await freshDatabase();
  const clocks = createStandingClocks(iso);
  const calendars = loadCalendars(repositoryPath("policy/calendars"));
  const loaded = loadPolicy(repositoryPath("policy/cn-bank.yml"));
  if (isProblems(calendars) || isProblems(loaded)) {
    throw new Error("the shipped policy does not load");
  }
  const inForce = { versionId: "policy-1", policy: loaded.policy };
  const policies = { inForce: () => inForce, byVersion: async () => inForce, refresh: async () => undefined };
  const parts: Parts = {
    database,
    clocks,
    policies,
    calendars,
    log: pino({ level: "silent" }),
    pages: { address: undefined },
  };
  return {
    parts,
    db: database.db,
    system: () => systemContext(parts),
    at: (moment) => clocks.moveTo(momentFromIso(moment)),
    as: async (personId) => {
      const ctx = await contextOfPerson(parts, personId);
      if (ctx === undefined) {
        throw new Error("nobody by that id");
      }
      return ctx;
    },
  };
}

export async function anOfficerWithSlack(
  db: Tx,
  wishes: Parameters<typeof anOfficer>[1] = {},
  timeZone = "Asia/Shanghai",
) {
  const officer = await anOfficer(db, wishes);
  await aSlackAccount(db, officer.id, { timeZone });
  return officer;
}

type InspectionRow = NonNullable<Awaited<ReturnType<Tx["inspection"]["findFirst"]>>>;

/** A routine inspection of a small company, planned and due on 10 March 2026. */
export async function anInspection(
  db: Tx,
  assigneeId: string | null,
  wishes: Partial<InspectionRow> & { borrowerName?: string; unitId?: string } = {},
): Promise<InspectionRow> {
  const { borrowerName, ...values } = wishes;
  const person = assigneeId === null ? null : await db.person.findUnique({ where: { id: assigneeId } });
  const unitId = values.unitId ?? person?.unitId;
  const borrower = await aBorrower(db, {
    ...(borrowerName === undefined ? {} : { name: borrowerName }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(assigneeId === null ? {} : { ownerId: assigneeId }),
  });
  await aLoan(db, { borrowerId: borrower.id });
  const state = values.state ?? "planned";
  return db.inspection.create({
    data: {
      number: `I-2026-${String(nextNumber()).padStart(5, "0")}`,
      kind: "routine",
      occasion: "routine",
      mode: "on_site",
      dueOn: "2026-03-10",
      policyLine: "inspections.working_capital.zone_1_small",
      policyVersionId: "policy-1",
      because: "{}",
      assigneeId,
      createdAt: new Date("2026-01-01T00:00:00Z"),
      ...values,
      state,
      borrowerId: borrower.id,
      unitId: borrower.unitId,
    },
  });
}

/** The person's newest message of a kind, as the deliverer would give it to the renderer. */
export async function theMessage(world: World, personId: string, kind: string, editing = false): Promise<DueMessage> {
  const row = await world.db.outboxMessage.findFirstOrThrow({
    where: { personId, kind },
    orderBy: { createdAt: "desc" },
    include: { items: true },
  });
  return dueMessage(row, editing);
}

export function dueMessage(row: OutboxRow, editing: boolean): DueMessage {
  return {
    id: row.id,
    kind: row.kind,
    personId: row.personId ?? "",
    slotOn: row.slotOn,
    createdAt: row.createdAt,
    refs: JSON.parse(row.refs),
    items: row.items.map(({ subjectKind, subjectId, stage }) => ({ kind: subjectKind, id: subjectId, stage })),
    editing,
  };
}

type OutboxRow = Awaited<ReturnType<Tx["outboxMessage"]["findFirstOrThrow"]>> & {
  readonly items: readonly { subjectKind: string; subjectId: string; stage: string }[];
};

/** What the person reads: title first, then each line, with its buttons in brackets. */
export async function reads(world: World, render: Renderer, message: DueMessage): Promise<string[] | undefined> {
  const view = await render(await world.as(message.personId), message);
  return view === undefined ? undefined : said(view);
}

export function said(view: View): string[] {
  return [view.title, ...view.pieces.map(pieceText)];
}

function pieceText(piece: Piece): string {
  switch (piece.kind) {
    case "heading":
      return `# ${piece.text}`;
    case "line":
    case "note":
      return plainText(piece.text);
    case "item": {
      const detail = piece.detail === undefined ? "" : ` | ${plainText(piece.detail)}`;
      return `${plainText(piece.text)}${detail}${buttonTexts(piece.buttons ?? [])}`;
    }
    case "buttons":
      return buttonTexts(piece.buttons).trim();
    default:
      return piece.kind;
  }
}

function buttonTexts(buttons: readonly { text: string }[]): string {
  return buttons.map(({ text }) => ` [${text}]`).join("");
}

/** As the deliverer would: the message is in Slack. */
export async function wasSent(world: World, messageId: string): Promise<void> {
  await world.db.outboxMessage.update({
    where: { id: messageId },
    data: { state: "sent", channelId: "D1", ts: `${nextNumber()}.0`, sentAt: world.parts.clocks.now().toJSDate() },
  });
}

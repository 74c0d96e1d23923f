/** One file per customer: filed, taken out, shown on the card, and what is due asked of the keeper in the morning (R122, R135). */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileDocument } from "../../src/features/customer-files/file-document.ts";
import { takeOut } from "../../src/features/customer-files/take-out.ts";
import { refreshKeyDates } from "../../src/features/key-dates/index.ts";
import { setStrategy } from "../../src/features/strategies/set.ts";
import { systemContext } from "../../src/platform/context.ts";
import { type Branch, LI, startBranch, ZHAO } from "../journeys/branch.ts";
import { aPhoto, fetches, handsIn, linkShown } from "../setup/one-time-page.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { ledgerRows, readLedger } from "./ledger/written.ts";

let desk: TestDesk;
let branch: Branch;

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
});
afterEach(() => desk.stop());

const filing = (datedOn: string, place = "Archive 12") => ({
  ...{ borrowerId: branch.borrowerId, document: "identity_document", reference: "", datedOn, place },
});
const li = () => desk.contextOf(branch.liId);

async function morning(day: string) {
  desk.at(`${day}T00:35:00+08:00`);
  await refreshKeyDates(systemContext(desk.parts));
  desk.at(`${day}T09:05:00+08:00`);
  await desk.tick();
  return desk.as(LI).messagesFromBot().at(-1);
}

describe("a document", () => {
  it("is filed from the card with its day and place, stands there, and is taken out with a reason", async () => {
    const person = desk.as(LI);
    await person.says("/postloan customer Ningbo");
    expect(person.modal?.text).toContain("Customer's file");
    await person.clicks("Customer's file");
    expect(person.modal?.text).toContain("Identity document or business licence* · missing");
    await person.clicks("File a document");
    await person.chooses("Which document", "Identity document or business licence");
    await person.fills("Day that stands on it", "2025-06-01");
    await person.fills("Where it lies", "Archive 12, box 7");
    await person.submits();
    expect(person.modal?.text).toContain("It is in the file of customer");
    await person.closes({ all: true });
    await person.says("/postloan customer Ningbo");
    await person.clicks("Customer's file");
    expect(person.modal?.text).toContain("lies at Archive 12, box 7");
    await person.clicks("Take out");
    await person.fills("Why it does not belong there", "It is another customer's");
    await person.submits();
    const row = await desk.db.filedDocument.findFirstOrThrow();
    expect(row).toMatchObject({
      filedById: branch.liId,
      takenOutById: branch.liId,
      takenOutWhy: "It is another customer's",
    });
    const verbs = await desk.db.auditEvent.findMany({
      where: { subjectKind: "filed_document" },
      orderBy: { seq: "asc" },
    });
    expect(verbs.map(({ verb }) => verb)).toEqual(["document.filed", "document.taken_out"]);
  });

  it("stands in the register with its customer, filed and taken out, beside the strategy; its technical steps do not", async () => {
    await fileDocument(await li(), filing("2025-06-01"));
    const row = await desk.db.filedDocument.findFirstOrThrow();
    await takeOut(await li(), { id: row.id, why: "It is another customer's" });
    await setStrategy(await li(), { borrowerId: branch.borrowerId, strategy: "reduce", reason: "Sales fell by 30%." });

    const manager = await desk.contextOf(branch.zhaoId);
    const rows = await ledgerRows(manager, { category: "customers" });
    const { number } = await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } });
    expect(rows.map((row) => [row.Event, row["Customer number"]])).toEqual([
      ["Document filed", number],
      ["Document taken out of the file", number],
      ["Strategy set", number],
    ]);
    expect((await readLedger(manager)).told.differences).toBe(0);
  });

  it("is one for two clicks, not of tomorrow, not without a place, and only one that the policy asks for", async () => {
    for (const _ of [1, 2]) expect(await fileDocument(await li(), filing("2025-06-01"))).toHaveProperty("number");
    expect(await desk.db.filedDocument.count()).toBe(1);
    expect(await fileDocument(await li(), filing("2026-03-03"))).toMatchObject({ field: "date" });
    expect(await fileDocument(await li(), filing("2025-06-01", "  "))).toMatchObject({ field: "place" });
    const unasked = { ...filing("2025-06-01"), document: "loan_contract", reference: "L-of-another" };
    expect(await fileDocument(await li(), unasked)).toMatchObject({ refused: "document.not_asked" });
  });

  it("is not filed or taken out by whoever only reads, nor changed in the database", async () => {
    await fileDocument(await li(), filing("2025-06-01"));
    const { id } = await desk.db.filedDocument.findFirstOrThrow();
    const overseer = await desk.db.person.findFirstOrThrow({ where: { id: branch.liId } });
    await desk.db.ownership.updateMany({ where: { borrowerId: branch.borrowerId }, data: { toAt: new Date() } });
    const ctx = await desk.contextOf(overseer.id);
    expect(await fileDocument(ctx, filing("2025-06-02"))).toMatchObject({ refused: "may.scope" });
    expect(await takeOut(ctx, { id, why: "r" })).toMatchObject({ refused: "may.scope" });
    await expect(desk.db.filedDocument.update({ where: { id }, data: { place: "elsewhere" } })).rejects.toThrow();
  });
});

const scan = { name: "licence of Ningbo.pdf", bytes: Buffer.from("%PDF-1.4 the licence") };

describe("the document itself", () => {
  it("is handed in with its day, kept by the desk, opened by who reads the customer in full, and recorded without its name", async () => {
    const person = desk.as(LI);
    await opensFileForm();
    await person.submits();
    expect(person.errors["Where it lies"]).toContain("or hand in the document itself");
    await person.attaches("The document itself", scan);
    await person.submits();
    expect(person.modal?.text).toContain("It is in the file of customer");
    await person.closes({ all: true });
    await desk.tick();
    const copy = await desk.db.filedCopy.findFirstOrThrow();
    expect(copy).toMatchObject({ state: "stored", name: scan.name, mimetype: "application/pdf" });
    await person.says("/postloan customer Ningbo");
    await person.clicks("Customer's file");
    expect(person.modal?.text).toContain("1 file kept here");
    await person.clicks("Open");
    await desk.tick();
    const events = await desk.db.auditEvent.findMany({ where: { subjectKind: "filed_document" } });
    expect(events.map(({ verb }) => verb).toSorted()).toEqual([
      "document.copy_stored",
      "document.filed",
      "document.shown",
    ]);
    for (const { text } of events) expect(text).not.toContain(scan.name);
    expect(JSON.stringify(person.messagesFromBot())).toContain(scan.name);
  });

  it("is not opened by whoever does not read the customer in full", async () => {
    await filesScan();
    await desk.tick();
    const person = desk.as(LI);
    await person.says("/postloan customer Ningbo");
    await person.clicks("Customer's file");
    await desk.db.ownership.updateMany({ where: { borrowerId: branch.borrowerId }, data: { toAt: new Date() } });
    await desk.db.inspection.updateMany({ data: { assigneeId: branch.wangId } });
    await person.clicks("Open");
    await desk.tick();
    expect(JSON.stringify(person.messagesFromBot())).not.toContain(scan.name);
    expect(await desk.db.auditEvent.count({ where: { verb: "document.shown" } })).toBe(0);
  });

  it("that never comes is missing again, and the file says why", async () => {
    desk.workspace.faults.add({ kind: "refused", error: "file_deleted", on: "files.info", times: 5 });
    await filesScan();
    await desk.tick();
    expect(await desk.db.filedCopy.findFirst()).toMatchObject({ state: "failed", failure: "gone" });
    const person = desk.as(LI);
    await person.says("/postloan customer Ningbo");
    await person.clicks("Customer's file");
    expect(person.modal?.text).toContain("Identity document or business licence* · missing");
    expect(person.modal?.text).toContain("no longer in Slack");
  });

  it("stays with its document in the database, as it was stored", async () => {
    await filesScan();
    await desk.tick();
    const { id } = await desk.db.filedCopy.findFirstOrThrow();
    const other = [{ documentId: null }, { sha256: "00" }, { state: "pending" }, { uploadedById: "another" }];
    for (const data of other) {
      await expect(desk.db.filedCopy.update({ where: { id }, data })).rejects.toThrow();
    }
  });
});

async function opensFileForm(): Promise<void> {
  const person = desk.as(LI);
  await person.says("/postloan customer Ningbo");
  await person.clicks("Customer's file");
  await person.clicks("File a document");
  await person.chooses("Which document", "Identity document or business licence");
  await person.fills("Day that stands on it", "2025-06-01");
}

async function filesScan(): Promise<void> {
  await opensFileForm();
  await desk.as(LI).attaches("The document itself", scan);
  await desk.as(LI).submits();
  await desk.as(LI).closes({ all: true });
}

describe("where the policy keeps files out of Slack", () => {
  it("is handed in and opened by one-time pages", async () => {
    await desk.stop();
    ({ desk, branch } = await startBranch("http", { byLink: true }));
    const person = desk.as(LI);
    await opensFileForm();
    await person.clicks("Hand in: The document itself");
    expect((await handsIn(linkShown(person), { name: "licence.jpg", bytes: aPhoto("licence") })).status).toBe(200);
    await desk.tick();
    expect(person.modal?.text).toContain("licence.jpg");
    await person.submits();
    await person.closes({ all: true });
    const copy = await desk.db.filedCopy.findFirstOrThrow();
    expect(copy).toMatchObject({ state: "stored", slackFileId: null });
    expect(copy.documentId).not.toBeNull();
    await person.says("/postloan customer Ningbo");
    await person.clicks("Customer's file");
    await person.clicks("Open");
    expect(Buffer.from(await (await fetches(linkShown(person))).arrayBuffer()).toString()).toContain("licence");
    expect(await desk.db.auditEvent.count({ where: { verb: "document.shown" } })).toBe(1);
  });
});

describe("what grows stale", () => {
  it("is asked of the keeper a week before, climbs like late work, and the card says when who was told", async () => {
    await fileDocument(await li(), filing("2023-03-10"));
    const told = await morning("2026-03-03");
    expect(told?.shown).toContain("a document of the customer's file is due");
    expect(told?.text).not.toContain("Harbour");
    const person = desk.as(LI);
    await person.says("/postloan customer Ningbo");
    expect(person.modal?.text).toContain("Something of the file is due 10 Mar 2026");
    expect(person.modal?.text).toContain("Last told: Li Wen");
    await person.closes({ all: true });
    await morning("2026-03-16");
    const climbed = desk
      .as(ZHAO)
      .messagesFromBot()
      .map(({ shown }) => shown);
    expect(climbed.some((shown) => shown.includes("a document of the customer's file was due"))).toBe(true);
    await fileDocument(await li(), filing("2026-03-12"));
    await morning("2026-03-17");
    expect(await desk.db.keyDate.count({ where: { kind: "document", metOn: null } })).toBe(0);
  });
});

describe("the strategy", () => {
  it("is set by the keeper with a reason, stays as history, and is not set by a reviewer", async () => {
    const person = desk.as(LI);
    for (const [strategy, reason] of [
      ["Keep", "Steady orders"],
      ["Reduce", "The largest buyer left"],
    ] as const) {
      await person.says("/postloan customer Ningbo");
      await person.clicks("Set the strategy");
      await person.chooses("How is this customer to be kept?", strategy);
      await person.fills("Why, and how", reason);
      await person.submits();
      await person.closes({ all: true });
      desk.at("2026-03-02T11:00:00+08:00");
    }
    await person.says("/postloan customer Ningbo");
    expect(person.modal?.text).toContain("Reduce");
    expect(person.modal?.text).toContain("The largest buyer left");
    const rows = await desk.db.customerStrategy.findMany({ orderBy: { setAt: "asc" } });
    expect(rows.map(({ strategy, setById }) => [strategy, setById])).toEqual([
      ["keep", branch.liId],
      ["reduce", branch.liId],
    ]);
    expect(await desk.db.auditEvent.count({ where: { verb: "strategy.set" } })).toBe(2);
    const zhao = desk.as(ZHAO);
    await zhao.says("/postloan customer Ningbo");
    expect(zhao.modal?.text).toContain("Set the strategy");
  });
});

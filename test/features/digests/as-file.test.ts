/** A digest as a picture and as a workbook: for whoever asked, as they may read it, and recorded. */
import { PNG } from "pngjs";
import { beforeEach, describe, expect, it } from "vitest";
import { digest as command } from "../../../commands/digest.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { registerDigestFiles } from "../../../src/features/digests/as-file.ts";
import { digestOf } from "../../../src/features/digests/index.ts";
import { drawTold } from "../../../src/features/digests/told.ts";
import { workbookOf } from "../../../src/features/digests/workbook.ts";
import { DocumentDesk, handOut } from "../../../src/features/documents/index.ts";
import { planBorrowers } from "../../../src/features/planning/index.ts";
import { foldTotals } from "../../../src/features/totals/index.ts";
import type { FileWanted } from "../../../src/platform/commands/definition.ts";
import { systemContext } from "../../../src/platform/context.ts";
import type { SharedFile } from "../../../src/platform/slack/share-file.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { aBorrower, aLoan, aUnit, type PersonRow } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { partsOf, rowsOf } from "../../platform/sheets/read-back.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
const documents = new DocumentDesk();
registerDigestFiles(documents);
const PATIENCE_MS = 60_000;

beforeEach(async () => {
  world = await aWorld();
  const borrower = await aBorrower(world.db, {
    ...{ unitId: world.branch.id, ownerId: world.officer.id, name: "=cmd Harbour Trading" },
  });
  const due = { borrowerId: borrower.id, assigneeId: world.officer.id, dueOn: "2026-03-02", product: "mortgage" };
  await anInspection(world.db, { ...due, policyVersionId: "policy-1" });
});

async function typed(who: PersonRow, text: string) {
  const surface = { where: "slack", progress: () => undefined } as const;
  const words = text.split(" ").filter((word) => word !== "");
  const outcome = await command.execute(await world.as(who), { words, flags: {} }, surface);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}

async function handedOut(who: PersonRow, file: FileWanted): Promise<SharedFile> {
  const shared: SharedFile[] = [];
  const left = await handOut(await world.as(who), documents, file, { share: async (one) => void shared.push(one) });
  expect(left).toBeUndefined();
  const [only] = shared;
  if (only === undefined) throw new Error("nothing was shared");
  return only;
}

/** The manager, where the policy lets no file of ours into Slack. */
async function byLink() {
  const ctx = await world.as(world.manager);
  const { policy } = ctx.policy;
  return {
    ...ctx,
    policy: { ...ctx.policy, policy: { ...policy, documents: { ...policy.documents, mode: "link" as const } } },
  };
}

async function taken(who: PersonRow, text: string): Promise<SharedFile> {
  const outcome = await typed(who, text);
  if (outcome.kind !== "file") throw new Error(outcome.kind);
  return handedOut(who, outcome.file);
}

describe("A digest as a picture", { timeout: PATIENCE_MS }, () => {
  it("is one that is drawn on, named after whose it is and which days", async () => {
    const { name, bytes } = await taken(world.manager, "week as picture");

    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    const dark = data.filter((value, at) => at % 4 === 0 && value < 100).length;
    expect([width, height > 800]).toEqual([1800, true]);
    expect(dark).toBeGreaterThan(1_000);
    expect(name).toMatch(/^Digest .* 2026-03-09 to 2026-03-15\.png$/);
    expect(await world.db.auditEvent.findFirstOrThrow({ where: { verb: "digest.handed_out" } })).toMatchObject({
      actorId: world.manager.id,
    });
  });

  it("comes without saying so to whoever wants it always, and charts again to whoever does not", async () => {
    expect((await typed(world.manager, "week")).kind).toBe("view");

    await typed(world.manager, "always picture");
    expect((await typed(world.manager, "week")).kind).toBe("file");
    expect((await typed(world.manager, "week as text")).kind).toBe("view");
    expect((await typed(world.officer, "me")).kind).toBe("view");
    const message = { refs: { rhythm: "week", days: "2026-03-02..2026-03-08" }, editing: false };
    const told = await drawTold(await world.as(world.manager), message as never);
    expect(told?.pieces.map(({ kind }) => kind)).not.toContain("chart");
    expect(JSON.stringify(told?.pieces)).toContain("As a picture");
    const below = await told?.file?.();
    expect(PNG.sync.read(Buffer.from(below?.bytes ?? [])).width).toBe(1800);
    expect(below?.name).toMatch(/^Digest .* 2026-03-02 to 2026-03-08\.png$/);
    expect((await drawTold(await byLink(), message as never))?.file).toBeUndefined();

    await typed(world.manager, "always charts");
    expect((await typed(world.manager, "week")).kind).toBe("view");
  });

  it("of another branch is handed to nobody, whatever is asked for", async () => {
    const other = await aUnit(world.db, { parentId: world.headOffice.id });
    const place = { of: { kind: "unit", id: other.id }, days: "week", as: "picture" };
    const file = { kind: "digest", refs: { file: JSON.stringify(place) }, name: "x", comment: "x" };
    const shared: SharedFile[] = [];

    const left = await handOut(await world.as(world.manager), documents, file, {
      share: async (one) => void shared.push(one),
    });

    expect(left).toMatchObject({ refused: "may.scope" });
    expect(shared).toEqual([]);
  });
});

describe("A digest as a workbook", { timeout: PATIENCE_MS }, () => {
  it("holds the figures with the policy's version, and a sheet for what each counts, with numbers as numbers", async () => {
    const { name, bytes } = await taken(world.manager, "month as xlsx");

    const parts = await partsOf(Buffer.from(bytes));
    const sheets = [...parts].filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path)).map(([, xml]) => xml);
    const figures = rowsOf(sheets[0] ?? "");
    const late = figures.find((row) => JSON.stringify(row).includes("Late inspections"));
    expect(JSON.stringify(late)).toContain((await world.as(world.manager)).policy.policy.policy.version);
    expect(late?.[1]).toMatchObject({ text: "1" });
    expect(sheets[0]).toMatch(/state="frozen".*autoFilter/s);
    // What a spreadsheet might take for a formula is none.
    expect(sheets.join()).toContain("'=cmd Harbour Trading");
    expect(name).toMatch(/\.xlsx$/);
  });

  it("lists every one of some thousand, and says so where it cannot", async () => {
    const { id: borrowerId } = await world.db.borrower.findFirstOrThrow();
    const inspection = await world.db.inspection.findFirstOrThrow();
    await world.db.inspection.createMany({
      data: Array.from({ length: 1_200 }, (_, at) => ({
        ...{
          ...inspection,
          id: undefined,
          because: "{}",
          borrowerId,
          number: `I-2026-9${String(at).padStart(4, "0")}`,
        },
        ...{ kind: "special", occasion: `copy ${at}` },
      })),
    });
    await foldTotals(systemContext(world.parts));

    const parts = await partsOf(Buffer.from((await taken(world.manager, "month as xlsx")).bytes));
    const late = [...parts].filter(([, xml]) => xml.includes("I-2026-90000")).map(([, xml]) => rowsOf(xml).length);
    expect(Math.max(...late)).toBe(1_202);

    const ctx = await world.as(world.manager);
    const digest = await digestOf(ctx, ["month"]);
    if (isRefusal(digest)) throw new Error(digest.refused);
    const cut = await partsOf(Buffer.from(await workbookOf(ctx, digest, 1_000)));
    const [rows = []] = [...cut].flatMap(([, xml]) => (xml.includes("I-2026-90000") ? [rowsOf(xml)] : []));
    expect(rows).toHaveLength(1_002);
    expect(JSON.stringify(rows.at(-1))).toContain(
      "The first 1,000 of 1,201. Ask for fewer days, a unit or a person to have the rest; /postloan ledger has every event.",
    );
    // Nothing is left out, so nothing is said.
    expect(JSON.stringify([...parts.values()])).not.toContain("The first ");
  });

  it("holds the stock by zone, product, tier and size, a row a segment", async () => {
    const borrowerId = (await world.db.borrower.findFirstOrThrow()).id;
    await aLoan(world.db, { borrowerId, product: "mortgage", drawnMinor: 2_000_000_00n });
    await planBorrowers(systemContext(world.parts), [borrowerId], "import");
    await foldTotals(systemContext(world.parts));

    const parts = await partsOf(Buffer.from((await taken(world.manager, "month as xlsx")).bytes));
    const sheet = [...parts.values()].find((xml) => xml.includes(">Size<"));
    expect(rowsOf(sheet ?? "")[1]?.map((cell) => cell?.text)).toEqual([
      ...["Zone 1", "Mortgage", "Normal", "Small", "1", "1", "2000000.00", "CNY", "100"],
    ]);
  });

  it("names in full whom the reader may read in full", async () => {
    const sheets = [...(await partsOf(Buffer.from((await taken(world.officer, "me month as xlsx")).bytes))).values()];

    expect(sheets.join()).toContain("Harbour Trading");
  });
});

it("as text it is lines", async () => {
  const outcome = await typed(world.manager, "week as text");

  expect(outcome.kind === "view" && terminalText(outcome.view)).toMatch(/Late inspections: 1/);
});

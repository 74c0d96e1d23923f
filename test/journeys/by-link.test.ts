/** `documents: link`: files go up and come down on pages of the desk's own, and Slack holds none. */
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fillStep } from "../setup/fill-check.ts";
import { aPhoto, fetches, handsIn, linkShown, type ShownLink, said } from "../setup/one-time-page.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

beforeEach(async () => {
  ({ desk, branch } = await startBranch("http", { byLink: true }));
  // Whatever would go through Slack fails.
  for (const on of ["files.getUploadURLExternal", "files.info", "files.completeUploadExternal"]) {
    desk.workspace.faults.add({ kind: "refused", error: "not_allowed", on, times: Number.POSITIVE_INFINITY });
  }
  await desk.tick();
});
afterEach(() => desk.stop());

const PHOTOS = "Photos of this visit";
const gate = { name: "gate.jpg", bytes: aPhoto("the gate") };

/** On to the step that asks for photos of the visit. */
async function comesToPhotos(): Promise<void> {
  const li = desk.as(LI);
  await li.clicks("Start check");
  for (let steps = 0; steps < 40 && !li.modal?.text.includes(PHOTOS); steps += 1) await goesOn();
}

async function goesOn(): Promise<void> {
  const li = desk.as(LI);
  await fillStep(li, { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY });
  await handsInWhatIsAsked();
  await li.submits();
}

/** One photo for every question that wants one and has none. */
async function handsInWhatIsAsked(): Promise<void> {
  const li = desk.as(LI);
  for (const button of (li.modal?.buttons ?? []).filter((name) => name.startsWith("Hand in: "))) {
    await li.clicks(button);
    await handsIn(linkShown(li), { name: "photo.jpg", bytes: aPhoto(button) });
  }
}

async function asksForPage(): Promise<ShownLink> {
  const li = desk.as(LI);
  await li.clicks(`Hand in: ${PHOTOS}`);
  return linkShown(li);
}

describe("a photo of a check", () => {
  it("is asked for, handed in on a page of ours, said to be there in the open modal, and stored like any other", async () => {
    await comesToPhotos();
    const li = desk.as(LI);
    expect(li.modal?.text).toContain("Files do not go through Slack here");
    await li.submits();
    expect(li.modal?.text).toContain("Please answer this.");
    const link = await asksForPage();
    const page = await fetch(link.url);
    expect([page.status, page.headers.get("cache-control"), page.headers.get("referrer-policy")]).toEqual([
      200,
      "no-store",
      "no-referrer",
    ]);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(await said(page)).toContain(PHOTOS);

    const sent = await handsIn(link, gate, { name: "yard.jpg", bytes: aPhoto("the yard") });
    expect([sent.status, await said(sent)]).toEqual([200, expect.stringContaining("2 files have arrived")]);
    expect(li.modal?.text).toContain("gate.jpg");
    expect(li.modal?.text).toContain("yard.jpg");
    expect(li.modal?.text).not.toContain(link.code);

    const rows = await desk.db.evidence.findMany({ orderBy: { id: "asc" } });
    expect(
      rows.map(({ name, state, mimetype, slackFileId, sha256 }) => [
        name,
        state,
        mimetype,
        slackFileId,
        sha256?.length,
      ]),
    ).toEqual([
      ["gate.jpg", "stored", "image/jpeg", null, 64],
      ["yard.jpg", "stored", "image/jpeg", null, 64],
    ]);
    await li.submits();
    expect(li.modal?.text).not.toContain(PHOTOS);
    const events = (await desk.db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map(({ verb }) => verb);
    expect(events).toEqual(expect.arrayContaining(["document.link_made", "evidence.stored", "document.handed_in"]));
  });

  it("is said to be there although something typed in a step before is heard late", async () => {
    await comesToPhotos();
    const li = desk.as(LI);
    const link = await asksForPage();
    await typesLate();
    await handsIn(link, gate);
    expect(li.modal?.text).toContain("gate.jpg");
  });

  /** As Slack may tell it after the person has gone on: the step before is the one that it names. */
  async function typesLate(): Promise<void> {
    const { id } = await desk.db.draft.findFirstOrThrow();
    const listener = desk.ears.door.clicks.get("inspections.answer");
    const block_id = "borrower/met_person";
    const element = {
      type: "plain_text_input",
      action_id: "inspections.answer",
      block_id,
      action_ts: "1",
      value: "Zhou Min",
    };
    const view = {
      id: "V1",
      callbackId: "inspections.step",
      metadata: JSON.stringify({ draft: id, step: 0 }),
      values: {},
      hash: "",
    };
    const click = {
      user: { teamId: "", userId: LI },
      action: "inspections.answer",
      element,
      value: "",
      triggerId: undefined,
      message: undefined,
      view,
    };
    const nothing = async () => undefined;
    const reply = {
      openModal: nothing,
      pushModal: nothing,
      updateModal: nothing,
      showHome: nothing,
      tell: nothing,
      share: nothing,
    };
    await listener?.run(await desk.contextOf(branch.liId), click, reply);
    expect(await desk.db.draftAnswer.count({ where: { key: block_id, raw: { contains: "Zhou Min" } } })).toBe(1);
  }

  it("has a link of which only hashes are kept: neither token nor code stands in the database", async () => {
    await comesToPhotos();
    const { url, code } = await asksForPage();
    // A click in the modal that shows the link brings all that it shows along.
    await desk.as(LI).clicks("Back");
    const token = url.split("/").at(-1) ?? "";
    const rows = await Promise.all([
      desk.db.documentLink.findMany(),
      desk.db.inboundDelivery.findMany(),
      desk.db.auditEvent.findMany(),
      desk.db.outboxMessage.findMany(),
    ]);
    const kept = JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(`*${code}*`);
    expect(kept).not.toContain(`"${code}"`);
    expect(token).toHaveLength(43);
  });
});

describe("a one-time link", () => {
  let link: ShownLink;
  beforeEach(async () => {
    await comesToPhotos();
    link = await asksForPage();
  });

  const evidence = () => desk.db.evidence.count({ where: { name: gate.name } });

  it("works once, also of two at the same moment", async () => {
    const both = await Promise.all([handsIn(link, gate), handsIn(link, gate)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(await evidence()).toBe(1);
    const again = await handsIn(link, gate);
    expect([again.status, await said(again)]).toEqual([410, expect.stringContaining("works once")]);
    expect((await fetch(link.url)).status).toBe(410);
    expect(await evidence()).toBe(1);
  });

  it("ends after a quarter of an hour", async () => {
    await desk.database.raw.execute(
      `DROP TRIGGER IF EXISTS "link_is_used_once_on_update"${desk.database.kind === "postgres" ? ' ON "DocumentLink"' : ""}`,
    );
    const row = await desk.db.documentLink.findFirstOrThrow();
    expect(row.expiresAt.getTime() - row.madeAt.getTime()).toBe(15 * 60_000);
    await desk.db.documentLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    const late = await handsIn(link, gate);
    expect([late.status, await said(late)]).toEqual([410, expect.stringContaining("too old")]);
    expect(await evidence()).toBe(0);
  });

  it("wants the code beside it, and closes after five wrong ones", async () => {
    for (const left of [4, 3, 2, 1]) {
      const wrong = await handsIn({ ...link, code: "not it" }, gate);
      expect([wrong.status, await said(wrong)]).toEqual([
        403,
        expect.stringMatching(new RegExp(`${left === 1 ? "One attempt is" : `${left} attempts are`} left`)),
      ]);
    }
    expect((await handsIn({ ...link, code: "000" }, gate)).status).toBe(403);
    const right = await handsIn(link, gate);
    expect([right.status, await said(right)]).toEqual([410, expect.stringContaining("was closed")]);
    expect(await evidence()).toBe(0);
  });

  it("counts wrong codes that come at once one after the other", async () => {
    const guess = (at: number) => handsIn({ ...link, code: `${at}` }, gate);
    // Four forms are read at a time; who comes besides is told that the page is busy.
    for (const first of [0, 4, 8]) {
      await Promise.all([0, 1, 2, 3].map((at) => guess(first + at)));
    }
    expect((await desk.db.documentLink.findFirstOrThrow()).wrongCodes).toBe(5);
    expect((await handsIn(link, gate)).status).toBe(410);
  });

  it("of somebody whose check it is no more takes nothing, and says why", async () => {
    await desk.db.inspection.update({ where: { id: branch.inspectionId }, data: { assigneeId: branch.wangId } });
    await desk.database.raw.execute(`UPDATE "Ownership" SET "personId" = '${branch.wangId}'`);
    expect((await fetch(link.url)).status).toBe(403);
    const sent = await handsIn(link, gate);
    expect([sent.status, await said(sent)]).toEqual([403, expect.stringContaining("This link does not open")]);
    expect(await evidence()).toBe(0);
  });

  it("ends when a newer one is asked for", async () => {
    const newer = await asksForPage();
    expect((await handsIn(link, gate)).status).toBe(410);
    expect((await handsIn(newer, gate)).status).toBe(200);
  });

  it("outlives a restart of the desk", async () => {
    await desk.restartPages();
    expect((await handsIn(link, gate)).status).toBe(200);
    expect(await evidence()).toBe(1);
  });

  it("that nobody made is not known, in the browser's language", async () => {
    const url = `${link.url.slice(0, -4)}AAAA`;
    const answer = await fetch(url, { headers: { "accept-language": "zh-CN,zh;q=0.9" } });
    expect([answer.status, await said(answer)]).toEqual([404, expect.stringContaining("没有这个页面")]);
    expect((await handsIn({ ...link, url }, gate)).status).toBe(404);
    expect((await fetch(new URL("/", link.url))).status).toBe(404);
  });

  it.each([
    ["of a kind that is not taken", { name: "run.exe", bytes: aPhoto("x") }, "run.exe is of a kind that is not taken"],
    [
      "with another content than its ending says",
      { name: "photo.jpg", bytes: Buffer.from("%PDF-1.7") },
      "is not what its ending says",
    ],
    ["that is empty", { name: "photo.jpg", bytes: Buffer.alloc(0) }, "photo.jpg is empty"],
  ])("refuses a file %s, and can be used for another", async (_what, file, sentence) => {
    const refused = await handsIn(link, file);
    expect([refused.status, await said(refused)]).toEqual([422, expect.stringContaining(sentence)]);
    expect((await handsIn(link, gate)).status).toBe(200);
  });

  it("refuses what is larger than the policy says, without keeping it", async () => {
    const large = { name: "large.jpg", bytes: Buffer.concat([aPhoto("large"), Buffer.alloc(21 * 1024 * 1024)]) };
    const refused = await handsIn(link, large);
    expect([refused.status, await said(refused)]).toEqual([413, expect.stringContaining("more than 20 MB")]);
    expect((await handsIn(link, gate)).status).toBe(200);
    expect(await desk.db.evidence.count({ where: { name: "large.jpg" } })).toBe(0);
  });

  it("asks for a file where none was chosen, and shows foreign words as words", async () => {
    expect(await said(await handsIn(link))).toContain("Choose a file first.");
    const named = { name: `<b>1&.exe`, bytes: aPhoto("x") };
    const page = await (await handsIn(link, named)).text();
    expect(page).not.toContain("<b>");
    expect(page).toContain("&lt;");
  });
});

describe("another form by link", () => {
  it("keeps what was typed while its file is handed in, and proves nothing before it is sent", async () => {
    const li = desk.as(LI);
    await li.clicks("Put off, could not visit…");
    await li.clicks("More");
    await li.clicks("Could not visit");
    await li.chooses("reason", "nobody_there");
    await li.fills("note", "The gate was locked at 10:20.");
    await li.clicks("Hand in: A photo or paper that shows it");
    expect((await handsIn(linkShown(li), gate)).status).toBe(200);
    expect((await desk.db.evidence.findFirstOrThrow()).answerKey).toMatch(/^waiting:/);
    await li.clicks("Hand in: A photo or paper that shows it");
    expect((await handsIn(linkShown(li), { name: "lock.jpg", bytes: aPhoto("the lock") })).status).toBe(200);
    expect(li.modal?.text).toContain("lock.jpg");
    expect(li.modal?.text).not.toContain("gate.jpg");
    await li.submits();
    const attempt = await desk.db.visitAttempt.findFirstOrThrow();
    const file = await desk.db.evidence.findUniqueOrThrow({ where: { id: attempt.evidenceId ?? "" } });
    expect([attempt.note, file.name, file.answerKey]).toEqual([
      "The gate was locked at 10:20.",
      "lock.jpg",
      "visit_attempt",
    ]);
  });

  it("reports a measure's result with its proof, which a second person fetches", async () => {
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    const { unitId } = await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } });
    const about = { kind: "measure", unitId, borrowerId: branch.borrowerId, inspectionId: branch.inspectionId };
    const words = {
      cause: "Receivables of 640,000 yuan are late.",
      goal: "Get the balance confirmed.",
      proof: "Signed",
    };
    const owned = {
      ownerId: branch.liId,
      dueOn: TODAY,
      state: "open",
      openedById: branch.wangId,
      openedAt: new Date(),
    };
    await desk.db.case.create({ data: { ...about, ...words, ...owned, reportId: "report", place: 1 } });

    await li.opensHome();
    await li.clicks("Look");
    await li.clicks("Report the result");
    await li.fills("What came of it", "The buyer confirmed 640,000 yuan and paid 400,000 of it.");
    await li.submits();
    expect(Object.values(li.errors)).toHaveLength(1);
    await li.clicks("Hand in: Evidence");
    expect((await handsIn(linkShown(li), gate)).status).toBe(200);
    await li.submits();
    expect(li.modal?.text).toContain("is with a second person now");
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Look");
    await wang.clicks("Show file");
    expect((await fetches(linkShown(wang))).status).toBe(200);
  });
});

describe("a whole check by link", () => {
  it("is confirmed, reviewed and printed without Slack holding a file", async () => {
    await comesToPhotos();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    for (let steps = 0; steps < 40 && li.modal?.title !== "Summary"; steps += 1) await goesOn();

    await li.clicks("Borrower's confirmation");
    await li.clicks("Make the sheet (PDF)");
    const sheet = await fetches(linkShown(li));
    expect([sheet.status, sheet.headers.get("content-type"), sheet.headers.get("content-disposition")]).toEqual([
      200,
      "application/octet-stream",
      expect.stringContaining("attachment; filename*=UTF-8''"),
    ]);
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    await signs();
    await li.closes();
    await li.submits();
    expect(li.modal?.title).toBe("Submitted");
    await li.closes({ all: true });

    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Show file", { beside: "photo.jpg" });
    const copy = await fetches(linkShown(wang));
    expect(copy.status).toBe(200);
    expect(Buffer.from(await copy.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    const twice = await fetches(linkShown(wang));
    expect([twice.status, await said(twice)]).toEqual([410, expect.stringContaining("works once")]);
    expect(await desk.db.auditEvent.count({ where: { verb: "evidence.shown", actorId: branch.wangId } })).toBe(1);
    await wang.closes();
    await wang.clicks("Approve");
    const { number } = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });
    await wang.closes({ all: true });
    await wang.says(`/postloan report ${number}`);
    await wang.clicks("PDF");
    const printed = await fetches(linkShown(wang));
    expect(
      Buffer.from(await printed.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(await desk.db.evidence.count({ where: { slackFileId: { not: null } } })).toBe(0);
  });

  async function signs(): Promise<void> {
    const li = desk.as(LI);
    const number = /C-\d{4}-\d{5}/.exec(li.modal?.text ?? "")?.[0] ?? "";
    await li.clicks("Enter the answer");
    await li.fills("number", number);
    await li.chooses("answer", "confirmed");
    await li.fills("signed_on", TODAY);
    await li.chooses("signer", "Zhou Min Legal representative");
    await li.submits();
    expect(Object.values(li.errors)).toEqual([expect.stringMatching(/signed sheet/i)]);
    const button = li.modal?.buttons.find((name) => name.startsWith("Hand in: ")) ?? "";
    await li.clicks(button);
    expect((await handsIn(linkShown(li), { name: "signed.jpg", bytes: aPhoto("signed") })).status).toBe(200);
    expect(li.modal?.text).toContain("signed.jpg");
    await li.submits();
    expect(li.modal?.text).not.toContain("Hand in");
  }
});

describe("the shipped policy", () => {
  it("keeps to Slack's own file field, of which these tests change one word", () => {
    expect(readFileSync("policy/cn-bank.yml", "utf8")).toContain("  mode: slack");
  });
});

describe("a digest by link", () => {
  it("comes as a picture and as a workbook on pages that work once, also by its buttons", async () => {
    const li = desk.as(LI);
    for (const [as, begins] of [
      ["picture", "\u0089PNG"],
      ["xlsx", "PK"],
    ] as const) {
      await li.says(`/postloan digest me as ${as}`);
      const link = linkShown(li);
      const page = await fetches(link);
      expect(page.status).toBe(200);
      expect(page.headers.get("content-disposition")).toContain(as === "xlsx" ? ".xlsx" : ".png");
      expect(
        Buffer.from(await page.arrayBuffer())
          .toString("latin1")
          .slice(0, begins.length),
      ).toBe(begins);
      expect((await fetches(link)).status).toBe(410);
    }
    expect(await desk.db.auditEvent.count({ where: { verb: "digest.handed_out", actorId: branch.liId } })).toBe(2);
    expect(li.messagesFromBot().flatMap(({ files }) => files)).toEqual([]);
  });
});

/** The borrower reads what was found, signs it, and the reviewer compares (R21, R22). */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Paper } from "../../src/platform/pdf/paper.ts";
import { borrowerConfirms, entersAnswer, signersOffered } from "../setup/borrower-confirms.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, type Branch, LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
beforeEach(async () => {
  ({ desk, branch } = await startBranch());
  await desk.tick();
});
afterEach(() => desk.stop());

const stateNow = async () => (await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } })).state;

async function fills(wishes: Readonly<Record<string, string>> = {}) {
  await fillToSummary(desk.as(LI), { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY, wishes });
}

async function reportIsOpened() {
  await desk.tick();
  await desk.as(WANG).clicks("Review");
  return desk.as(WANG);
}

describe("the borrower's confirmation", () => {
  it("is made of the draft during the visit, signed, and stands in the report that the reviewer approves", async () => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    const number = await borrowerConfirms(li, { signedOn: TODAY });
    expect(li.modal?.text).toContain("Kept.");
    await li.closes();
    await li.submits();

    const sheet = li.messagesFromBot().flatMap(({ files }) => files);
    expect(sheet.map(({ name }) => name)).toContain(`confirmation-${number}.pdf`);
    const wang = await reportIsOpened();
    expect(wang.modal?.text).toContain(`Confirmed on 2 Mar 2026 by Zhou Min, sheet ${number}.`);
    await wang.clicks("Show file");
    expect(wang.messagesFromBot().flatMap(({ files }) => files.map(({ name }) => name))).toContain("signed.jpg");
    await wang.closes();
    await wang.clicks("Approve");
    expect(await stateNow()).toBe("approved");
    expect(desk.workspace.refused).toEqual([]);
  });

  it("has a sheet that speaks to the borrower, not to the officer, and says what its code is", async () => {
    const [told, signed] = [vi.spyOn(Paper.prototype, "facts"), vi.spyOn(Paper.prototype, "signing")];
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    const number = await borrowerConfirms(li, { signedOn: TODAY });

    const labels = told.mock.calls.flatMap(([pairs]) => pairs.map(([label]) => label));
    expect(labels).toContain("现场所见  What was seen on the visit");
    expect(labels.filter((label) => /\byou(rself)?\b/iu.test(label))).toEqual([]);
    const [caption] = signed.mock.calls.map(([{ codeSays }]) => codeSays);
    expect(caption).toBe(`扫码可见 ${number} 的编号和指纹\nScan: number and fingerprint of ${number}`);
    vi.restoreAllMocks();
  });

  it("is waited for: no approval without it, the officer is told once, and enters it from that message", async () => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await li.submits();
    await li.closes({ all: true });
    const wang = await reportIsOpened();
    expect(wang.modal?.buttons).not.toContain("Approve");
    expect(wang.modal?.buttons).toContain("Return");
    expect(wang.modal?.text).toContain("The borrower has not confirmed this check yet.");
    await wang.closes();

    const [told] = li.messagesFromBot().filter(({ shown }) => shown.includes("waits for the borrower's confirmation"));
    expect(told?.text).not.toContain("Ningbo");
    await borrowerConfirms(li, { signedOn: TODAY });
    await desk.tick();
    expect(li.messagesFromBot().some(({ shown }) => shown.includes("confirmation is settled"))).toBe(true);
    await wang.clicks("Review");
    await wang.clicks("Approve");
    expect(await stateNow()).toBe("approved");
  });

  it("is kept by a return that leaves the borrower's part, and asked for anew when a figure of it changes", async () => {
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await li.clicks("Start check");
    await fills();
    await borrowerConfirms(li, { signedOn: TODAY });
    await li.closes();
    await li.submits();
    await li.closes({ all: true });
    const returned = async () => {
      await desk.tick();
      await wang.clicks("Review");
      await wang.clicks("Return");
      await wang.chooses("record", "not_in_order");
      await wang.chooses("conclusion", "in_order");
      await wang.chooses("reasons", ["missing_evidence"]);
      await wang.submits();
      await wang.closes({ all: true });
      await desk.tick();
      await li.clicks("Correct");
    };
    await returned();
    await fills({ conclusion: "Stock counted 1,239 t, book 1,238 t." });
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Review");
    expect(wang.modal?.buttons).toContain("Approve");
    await wang.closes();

    await returned();
    await fills({ seen_not_told: "Two of three lines ran, 41 pallets in store." });
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Review");
    expect(wang.modal?.buttons).not.toContain("Approve");
    expect(wang.modal?.text).toContain("has been changed since");
  });

  it.each([
    ["dated before the visit", { signedOn: "2026-03-01" }, "is before the visit"],
    ["dated in the future", { signedOn: "2026-03-03" }, "has not come yet"],
    ["of another sheet", { signedOn: TODAY, number: "C-2025-00001" }, "is another sheet"],
    ["disagreeing without a word", { signedOn: TODAY, answer: "refused", note: " " }, "why they do not sign"],
  ] as const)("is refused %s", async (_what, confirming, said) => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await borrowerConfirms(li, confirming);
    expect(Object.values(li.errors).join(" ")).toContain(said);
    expect(await desk.db.borrowerConfirmation.count()).toBe(0);
  });

  it.each([
    ["by nobody who was named", { signer: undefined }, "Choose who signed."],
    [
      "by somebody who is not among those who may",
      { signer: "Somebody who is not in this list" },
      "Only these may sign for the borrower on 2 Mar 2026: Zhou Min. Let one of them sign",
    ],
  ] as const)("is refused as signed %s, at the signer; what was typed stays", async (_who, { signer }, said) => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await borrowerConfirms(li, { signedOn: TODAY, signer });
    expect(li.errors["Signed by"]).toContain(said);
    expect(await desk.db.borrowerConfirmation.count()).toBe(0);
    await li.chooses("signer", signersOffered(li)[0]?.value ?? "");
    await li.submits();
    expect(li.modal?.text).toContain("Kept.");
  });

  it("is refused as signed by one whose authority has ended that day, and taken from them the day before", async () => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await desk.db.authorisedSigner.updateMany({ data: { toAt: new Date("2026-03-02T16:00:00Z") } });
    desk.at("2026-03-03T09:30:00+08:00");
    await borrowerConfirms(li, { signedOn: "2026-03-03" });
    expect(li.errors["Signed by"]).toContain("Nobody is on file who may sign");
    await li.fills("signed_on", TODAY);
    await li.submits();
    expect(li.modal?.text).toContain("Confirmed on 2 Mar 2026 by Zhou Min");
  });

  it("says beside the answer that nobody may sign, where no signer is on file, and keeps what was typed", async () => {
    await desk.db.authorisedSigner.updateMany({ data: { toAt: new Date("2026-02-27T01:00:00Z") } });
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await borrowerConfirms(li, { signedOn: TODAY });
    expect(li.errors["What the borrower answered"]).toContain(
      "Ask your administrator to import the authorised signers.",
    );
    await li.chooses("answer", "disagreed");
    await li.fills("note", "They want the owner to read it first.");
    await li.submits();
    expect(li.modal?.text).toContain("Kept.");
  });

  it("is refused with a file that was used before", async () => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await borrowerConfirms(li, { signedOn: TODAY, photo: "one picture" });
    await li.closes();
    await li.clicks("Borrower's confirmation");
    await entersAnswer(li, { signedOn: TODAY, photo: "one picture" });
    expect(Object.values(li.errors).join(" ")).toContain("was used before");
  });

  it("may be that the borrower disagrees: the reviewer reads why, and decides", async () => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await borrowerConfirms(li, { signedOn: TODAY, answer: "disagreed", note: "Stock is 1,300 t, they say." });
    await li.closes();
    await li.submits();
    const wang = await reportIsOpened();
    expect(wang.modal?.text).toContain("The borrower disagrees");
    expect(wang.modal?.text).toContain("Stock is 1,300 t, they say.");
    expect(wang.modal?.buttons).toContain("Approve");
  });

  it.each([
    ["disagreed", "Stock is 1,300 t, they say.", "The borrower disagrees"],
    ["refused", "They sign nothing without their lawyer.", "The borrower did not sign"],
  ] as const)("is a reason for a signal where the borrower %s: its form says why", async (answer, note, said) => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await borrowerConfirms(li, { signedOn: TODAY, answer, note });
    expect(li.modal?.text).toContain("Kept.");
    await li.clicks("Raise it as a signal");
    expect(li.modal?.text).toContain(BORROWER);
    await li.closes();
    await li.closes();
    await li.submits();
    const wang = await reportIsOpened();
    await wang.clicks("Raise it as a signal");
    await wang.chooses("code", "BHV-03");
    await wang.submits();
    const signal = await desk.db.signal.findFirstOrThrow({ include: { events: true } });
    expect(signal.borrowerId).toBe(branch.borrowerId);
    const [event] = signal.events;
    expect(event?.words).toContain(said);
    expect(event?.words).toContain(note);
  });

  it("offers no signal where the borrower confirmed", async () => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills();
    await borrowerConfirms(li, { signedOn: TODAY });
    expect(li.modal?.buttons).not.toContain("Raise it as a signal");
    await li.closes();
    await li.submits();
    const wang = await reportIsOpened();
    expect(wang.modal?.buttons).not.toContain("Raise it as a signal");
  });

  it("is not due for a check off site", async () => {
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fills({ visit_mode: "off_site" });
    expect(li.modal?.buttons).not.toContain("Borrower's confirmation");
  });
});

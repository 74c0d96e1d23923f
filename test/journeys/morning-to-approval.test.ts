import { afterEach, describe, expect, it } from "vitest";
import { borrowerConfirms } from "../setup/borrower-confirms.ts";
import { fillStep, fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, type Branch, LI, startBranch, TODAY, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;

afterEach(() => desk.stop());

async function begin(transport: "socket" | "http" = "socket"): Promise<void> {
  ({ desk, branch } = await startBranch(transport));
  await desk.tick();
}

const policy = () => desk.parts.policies.inForce().policy;
const stateNow = async () => (await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } })).state;

async function submitsCheck(): Promise<void> {
  const li = desk.as(LI);
  await li.clicks("Start check");
  await fillToSummary(li, { policy: policy(), visitedOn: TODAY });
  await borrowerConfirms(li, { signedOn: TODAY });
  await li.closes();
  await li.submits();
  expect(li.modal?.title).toBe("Submitted");
  expect(li.modal?.text).toContain("Wang Ping");
}

describe.each(["socket", "http"] as const)("one morning of a branch, over %s", (transport) => {
  it("goes from the officer's message to an approved report and the next date", async () => {
    await begin(transport);
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    expect(li.lastMessage?.shown).toContain(BORROWER);
    expect(li.lastMessage?.text).not.toContain(BORROWER);

    await submitsCheck();
    await li.closes();
    await desk.tick();
    expect(await stateNow()).toBe("submitted");
    expect(li.messagesFromBot().at(0)?.shown).not.toContain("Start check");

    expect(wang.lastMessage?.shown).toContain(BORROWER);
    await wang.clicks("Review");
    await wang.clicks("Approve");
    await desk.tick();

    expect(await stateNow()).toBe("approved");
    expect(wang.messagesFromBot().some(({ buttons }) => buttons.includes("Review"))).toBe(false);
    const next = await desk.db.inspection.findFirstOrThrow({ where: { plannedById: branch.inspectionId } });
    expect(next).toMatchObject({ kind: "routine", state: "planned", assigneeId: branch.liId });
    expect(next.dueOn > TODAY).toBe(true);
    expect(desk.workspace.refused).toEqual([]);
  });
});

describe("filling in a check", () => {
  it("says at the field what is wrong, and keeps everything else", async () => {
    await begin();
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fillStep(li, {
      policy: policy(),
      visitedOn: TODAY,
      wishes: { visited_on: "2026-03-09", met_person: "Ms Qian" },
    });
    await li.submits();

    expect(Object.values(li.errors).join(" ")).toContain("cannot lie ahead");
    const draft = await desk.db.draftAnswer.findMany({ where: { key: "borrower/met_person" } });
    expect(draft.map(({ raw }) => raw)).toEqual(['"Ms Qian"']);
  });

  it("finds again what was typed before the modal was closed", async () => {
    await begin();
    const li = desk.as(LI);
    await li.clicks("Start check");
    await li.fills("borrower/met_person", "Ms Qian, finance");
    await li.closes();
    await desk.tick();
    await li.clicks("Continue");

    expect(li.modal?.values["borrower/met_person"]).toMatchObject({
      "inspections.answer": { value: "Ms Qian, finance" },
    });
  });

  it("makes one report of a double submission", async () => {
    await begin();
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fillToSummary(li, { policy: policy(), visitedOn: TODAY });
    await li.submits({ twice: true });

    expect(await desk.db.report.count()).toBe(1);
  });

  it("can be withdrawn until a reviewer opens it, with all its answers", async () => {
    await begin();
    await submitsCheck();
    await desk.as(LI).clicks("Withdraw");

    expect(await stateNow()).toBe("started");
    expect(await desk.db.report.findMany({ select: { state: true } })).toEqual([{ state: "withdrawn" }]);
    expect(await desk.db.inspection.count({ where: { plannedById: branch.inspectionId, state: "planned" } })).toBe(0);
    await desk.tick();
    expect(
      desk
        .as(WANG)
        .messagesFromBot()
        .some(({ buttons }) => buttons.includes("Review")),
    ).toBe(false);
  });

  it("stores the photo under its hash before the report refers to it", async () => {
    await begin();
    const li = desk.as(LI);
    await li.clicks("Start check");
    await fillToSummary(li, { policy: policy(), visitedOn: TODAY, wishes: { photos: "yes" } });
    await li.submits();

    const [photo] = await desk.db.evidence.findMany();
    expect(photo).toMatchObject({ state: "stored", name: "photo.jpg", answerKey: "borrower/photos" });
    expect(photo?.reportId).not.toBeNull();
  });
});

describe("a returned report", () => {
  it("comes back with the reason at the desk, keeps its answers, and is approved as a second revision", async () => {
    await begin();
    await submitsCheck();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await li.closes();
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Return");
    await wang.chooses("record", "not_in_order");
    await wang.chooses("conclusion", "in_order");
    await wang.chooses("reasons", ["missing_evidence"]);
    await wang.submits();
    await wang.closes();
    await desk.tick();

    expect(await stateNow()).toBe("returned");
    expect(li.lastMessage?.shown).toContain("Evidence is missing");
    await li.clicks("Correct");
    await fillToSummary(li, { policy: policy(), visitedOn: TODAY });
    await li.submits();
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");

    expect(await stateNow()).toBe("approved");
    const reports = await desk.db.report.findMany({
      orderBy: { revision: "asc" },
      select: { revision: true, state: true },
    });
    expect(reports).toEqual([
      { revision: 1, state: "returned" },
      { revision: 2, state: "approved" },
    ]);
  });
});

describe("a check of which the day is months ahead", () => {
  const dueOn = (date: string) =>
    desk.db.inspection.update({ where: { id: branch.inspectionId }, data: { dueOn: date } });

  it("is asked about with its date, by command and by button, and begun when the officer wants it all the same", async () => {
    await begin();
    const li = desk.as(LI);
    const { number } = await dueOn("2026-09-01");

    await li.says(`/postloan check ${number}`);
    expect(li.modal?.title).toBe("Start early?");
    expect(li.modal?.text).toMatch(/not due until .*Sep.* 2026, 183 days from now/);
    await li.closes();
    await li.clicks("Start check");
    expect(li.modal?.title).toBe("Start early?");
    expect(await stateNow()).toBe("planned");

    await li.clicks("Start now");
    expect(li.modal?.text).toContain("Step 1 of");
    expect(await stateNow()).toBe("started");
  });

  it("is not asked about again once it is begun, nor within the days that the desk shows ahead", async () => {
    await begin();
    const li = desk.as(LI);
    const { number } = await dueOn("2026-03-09");

    await li.says(`/postloan check ${number}`);
    expect(li.modal?.text).toContain("Step 1 of");
    await li.closes();
    await dueOn("2026-09-01");
    await li.says(`/postloan check ${number}`);
    expect(li.modal?.text).toContain("Step 1 of");
  });
});

describe("people who may not", () => {
  it("cannot open another's check by its number, and learn nothing of it", async () => {
    await begin();
    const zhao = desk.as(ZHAO);
    const { number } = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });
    await zhao.says(`/postloan check ${number}`);

    expect(zhao.modal).toBeNull();
    expect(zhao.sees("Your role does not include this")).toBe(true);
    expect(await stateNow()).toBe("planned");
  });
});

describe("an approved report", () => {
  it("shows its photo to the reviewer who asks, and notes who looked", async () => {
    await begin();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await li.clicks("Start check");
    await fillToSummary(li, { policy: policy(), visitedOn: TODAY, wishes: { photos: "yes" } });
    await li.submits();
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Show file");

    expect(wang.messagesFromBot().some(({ files }) => files.some(({ name }) => name === "photo.jpg"))).toBe(true);
    expect(await desk.db.auditEvent.count({ where: { verb: "evidence.shown", actorId: branch.wangId } })).toBe(1);
  });

  it("is corrected by a second revision, reviewed again, while the first one stands until then", async () => {
    await begin();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await submitsCheck();
    await li.closes();
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");
    await wang.closes({ all: true });
    const { number } = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });

    await li.says(`/postloan report ${number}`);
    await li.clicks("Correct");
    await fillToSummary(li, { policy: policy(), visitedOn: TODAY, wishes: { conclusion: "Stock counted 1,238 t." } });
    await li.submits();
    await desk.tick();
    expect(await stateNow()).toBe("approved");
    await wang.clicks("Review");
    await wang.clicks("Approve");

    const reports = await desk.db.report.findMany({ orderBy: { revision: "asc" }, select: { state: true } });
    expect(reports.map(({ state }) => state)).toEqual(["superseded", "approved"]);
  });
});

describe("a correction that is returned", () => {
  it("stands on the officer's desk again, and goes on from its own answers", async () => {
    await begin();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    const { number } = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });
    await submitsCheck();
    await li.closes();
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");
    await wang.closes({ all: true });
    await li.says(`/postloan report ${number}`);
    await li.clicks("Correct");
    await fillToSummary(li, { policy: policy(), visitedOn: TODAY });
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Return");
    await wang.chooses("record", "not_in_order");
    await wang.chooses("conclusion", "in_order");
    await wang.chooses("reasons", ["wrong_period"]);
    await wang.submits();
    await wang.closes({ all: true });
    await desk.tick();

    await li.opensHome();
    expect(li.home?.text).toContain("Returned to you (1)");
    await li.clicks("Correct", { in: "home" });
    expect(li.modal?.text).toContain("The visit");
    expect(await stateNow()).toBe("approved");
  });
});

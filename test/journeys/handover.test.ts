import { afterEach, describe, expect, it } from "vitest";
import { isoDate } from "../../src/domain/dates.ts";
import { planBorrowers, replanAll } from "../../src/features/planning/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { imported, ownFile, ownRow, shipped } from "../features/portfolio/extracts.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type BusyBranch, CHEN, emailOf, inspectionOf, LI, startBusyBranch, ZHAO } from "./busy-branch.ts";

const FOODS = "Ningbo Harbour Foods Co., Ltd.";
const SILK = "Suzhou Silk Works Co., Ltd.";
const STEEL = "Taizhou Steel Trade Co., Ltd.";

let desk: TestDesk;
let branch: BusyBranch;
afterEach(() => desk.stop());

async function begin(at = "2026-03-02T09:05:00+08:00"): Promise<void> {
  ({ desk, branch } = await startBusyBranch(at, [
    { name: FOODS, dueOn: "2026-03-02" },
    { name: SILK, dueOn: "2026-02-25", product: "fixed_asset" },
    { name: STEEL, dueOn: "2026-03-05" },
  ]));
  await desk.tick();
}

const assigneeOf = async (name: string) => (await inspectionOf(desk, name)).assigneeId;
const handovers = () => desk.db.handover.findMany({ orderBy: { id: "asc" } });
const verbs = async () => (await desk.db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map(({ verb }) => verb);

describe("An officer offers one inspection to a colleague", () => {
  it("stays responsible until the colleague accepts, who reads no name before; then every list shows it", async () => {
    await begin();
    const { number } = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan reassign ${number} Chen Jie`);
    expect(desk.as(LI).lastMessage?.shown).toContain("1 piece of work is offered to Chen Jie");
    await desk.tick();

    expect(await assigneeOf(FOODS)).toBe(branch.li);
    const offer = desk.as(CHEN).lastMessage;
    expect(offer?.text).toBe("Li Wen asks you to take over 1 piece of work");
    expect(offer?.shown).toContain("Li Wen stays responsible until you accept");
    expect(offer?.shown).not.toContain(FOODS);

    await desk.as(CHEN).clicks("Accept");
    await desk.tick();

    expect(await assigneeOf(FOODS)).toBe(branch.chen);
    expect(desk.as(LI).messagesFromBot().at(0)?.shown).toContain("now with a colleague");
    expect(desk.as(LI).lastMessage?.shown).toContain("has gone from Li Wen to Chen Jie");
    const answered = desk
      .as(CHEN)
      .messagesFromBot()
      .find(({ ts }) => ts === offer?.ts);
    expect(answered?.shown).toContain(FOODS);
    expect(answered?.buttons).toEqual(["Start check", "Customer's card"]);
    expect(await verbs()).toEqual(expect.arrayContaining(["handover.asked", "handover.accepted"]));
    expect(desk.workspace.refused).toEqual([]);
  });

  it("and planning the book again leaves it with who accepted it, while the account stays with its keeper", async () => {
    await begin();
    const { number, borrowerId } = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan reassign ${number} Chen Jie`);
    await desk.tick();
    await desk.as(CHEN).clicks("Accept");
    await replanAll(systemContext(desk.parts), "nightly");

    expect(await assigneeOf(FOODS)).toBe(branch.chen);
    const live = await desk.db.ownership.findMany({ where: { borrowerId, toAt: null } });
    expect(live.map(({ personId }) => personId)).toEqual([branch.li]);
  });

  it("declined with a reason, it stays where it was and the officer reads why", async () => {
    await begin();
    const { number } = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan reassign ${number} chen.jie@bank.example --reason "I know them too well"`);
    await desk.tick();
    expect(desk.as(CHEN).lastMessage?.shown).toContain("I know them too well");
    await desk.as(CHEN).clicks("Decline");
    await desk.as(CHEN).fills("Why not", "I am at the court all week");
    await desk.as(CHEN).submits();
    await desk.tick();

    expect(await assigneeOf(FOODS)).toBe(branch.li);
    expect(desk.as(LI).lastMessage?.shown).toContain("I am at the court all week");
    expect((await handovers()).map(({ state }) => state)).toEqual(["declined"]);
  });

  it("pressed twice, or after it was taken back, the button says what happened", async () => {
    await begin();
    const { number } = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan reassign ${number} Chen Jie`);
    await desk.as(LI).says(`/postloan reassign ${number} Wang Ping`);
    expect(desk.as(LI).lastMessage?.shown).toContain("is offered to Chen Jie and waits for an answer");
    await desk.tick();
    const [row] = await handovers();
    await desk.db.handover.updateMany({ data: { state: "withdrawn" } });
    await desk.as(CHEN).clicks("Accept");
    expect(desk.as(CHEN).lastMessage?.shown).toContain("called off already");
    expect(row?.state).toBe("asked");
    expect(await assigneeOf(FOODS)).toBe(branch.li);
  });

  it.each([
    ["Zhao Lei", "does no checks"],
    ["Nobody Known", "I know nobody here called “Nobody Known”"],
    ["Li Wen", "is with Li Wen already"],
  ])("to %s is refused with the reason and the remedy", async (name, sentence) => {
    await begin();
    const { number } = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan reassign ${number} ${name}`);
    expect(desk.as(LI).lastMessage?.shown).toContain(sentence);
    expect(await handovers()).toEqual([]);
  });
});

describe("A manager gives away", () => {
  it("a filtered list, seeing how many fit, as one message to the colleague", async () => {
    await begin();
    const zhao = desk.as(ZHAO);
    await zhao.says("/postloan reassign");
    expect(zhao.modal?.text).toContain("Choose an officer");
    await zhao.chooses("Officer", "Li Wen · Harbour Branch", { query: "Li" });
    expect(zhao.modal?.text).toContain("3 inspections fit.");
    await zhao.chooses("State", "late");
    expect(zhao.modal?.text).toContain("1 inspection fits.");
    await zhao.chooses("State", "any");
    await zhao.chooses("Product", "Working capital");
    expect(zhao.modal?.text).toContain("2 inspections fit.");
    await zhao.chooses("To whom", "Chen Jie · Harbour Branch", { query: "Chen" });
    await zhao.submits();
    expect(zhao.modal?.text).toContain("2 pieces of work are offered to Chen Jie");
    await desk.tick();

    expect(desk.as(CHEN).messagesFromBot()).toHaveLength(1);
    expect(desk.as(LI).lastMessage?.shown).toContain(
      "2 pieces of work are offered to Chen Jie. Li Wen stays responsible",
    );
    await desk.as(CHEN).clicks("Accept all");
    await desk.tick();
    expect(await Promise.all([FOODS, SILK, STEEL].map(assigneeOf))).toEqual([branch.chen, branch.li, branch.chen]);
    expect(desk.as(ZHAO).lastMessage?.text).toContain("have gone from Li Wen to Chen Jie");
    expect(desk.workspace.refused).toEqual([]);
  });

  it("a list whose items are answered one by one: each goes its own way, and everybody reads which", async () => {
    await begin();
    const zhao = desk.as(ZHAO);
    const [foods, silk] = [await inspectionOf(desk, FOODS), await inspectionOf(desk, SILK)];
    await zhao.says("/postloan reassign");
    await zhao.chooses("Officer", "Li Wen · Harbour Branch", { query: "Li" });
    await zhao.chooses("To whom", "Chen Jie · Harbour Branch", { query: "Chen" });
    await zhao.submits();
    await desk.tick();
    const chen = desk.as(CHEN);
    const offer = chen.lastMessage;
    const offered = () => chen.messagesFromBot().find(({ ts }) => ts === offer?.ts);
    expect(offer?.buttons).toEqual([
      "Accept",
      "Decline",
      "Accept",
      "Decline",
      "Accept",
      "Decline",
      "Accept all",
      "Decline all",
    ]);

    await chen.clicks("Accept", { beside: foods.number });
    await desk.tick();
    expect(await Promise.all([FOODS, SILK, STEEL].map(assigneeOf))).toEqual([branch.chen, branch.li, branch.li]);
    expect(offered()?.shown).toContain(FOODS);
    expect(offered()?.shown).not.toContain(SILK);
    expect(desk.as(LI).lastMessage?.shown).toContain("2 pieces of work are offered to Chen Jie");
    expect(desk.as(LI).lastMessage?.shown).toContain("1 piece of work has gone from Li Wen to Chen Jie");

    await chen.clicks("Decline", { in: offered(), beside: silk.number });
    expect(chen.modal?.text).toContain("The piece of work stays where it is.");
    await chen.fills("Why not", "I lent to them myself");
    await chen.submits();
    await chen.closes({ all: true });
    await desk.tick();
    const before = desk.as(LI).messagesFromBot().length;
    expect(offered()?.buttons).toEqual(["Start check", "Customer's card", "Accept", "Decline"]);

    await chen.clicks("Accept", { in: offered() });
    await desk.tick();
    expect(await Promise.all([FOODS, SILK, STEEL].map(assigneeOf))).toEqual([branch.chen, branch.li, branch.chen]);
    expect((await handovers()).map(({ state }) => state).toSorted()).toEqual(["accepted", "accepted", "declined"]);
    expect(desk.as(LI).messagesFromBot()).toHaveLength(before + 1);
    const said = desk.as(LI).lastMessage?.shown;
    expect(said).toContain("2 pieces of work have gone from Li Wen to Chen Jie");
    expect(said).toContain("1 piece of work stays with Li Wen");
    expect(said).toContain("I lent to them myself");
    expect(desk.workspace.refused).toEqual([]);
  });

  it("a list that was answered in part: only the rest is the manager's to decide", async () => {
    await begin();
    const { number } = await inspectionOf(desk, FOODS);
    const zhao = desk.as(ZHAO);
    await zhao.says("/postloan reassign");
    await zhao.chooses("Officer", "Li Wen · Harbour Branch", { query: "Li" });
    await zhao.chooses("To whom", "Chen Jie · Harbour Branch", { query: "Chen" });
    await zhao.submits();
    await desk.tick();
    await desk.as(CHEN).clicks("Decline", { beside: number });
    await desk.as(CHEN).submits();
    desk.at("2026-03-03T10:00:00+08:00");
    await desk.tick();
    await zhao.closes({ all: true });
    const asked = zhao.messagesFromBot().find(({ buttons }) => buttons.includes("Give it to Chen Jie"));
    expect(asked?.shown).toContain("please decide about 2 pieces of work");
    await zhao.clicks("Give it to Chen Jie");
    expect(await Promise.all([FOODS, SILK, STEEL].map(assigneeOf))).toEqual([branch.li, branch.chen, branch.chen]);
  });

  it("a whole account from the customer's card: keeper and open work move, the history stays for four eyes", async () => {
    await begin();
    const zhao = desk.as(ZHAO);
    const { borrower } = await inspectionOf(desk, SILK);
    await zhao.says(`/postloan customer ${borrower.number}`);
    await zhao.clicks("Reassign");
    await zhao.chooses("To whom", "Chen Jie · Harbour Branch", { query: "Chen" });
    await zhao.submits();
    await desk.tick();
    await desk.as(CHEN).clicks("Accept");
    await desk.tick();

    const kept = await desk.db.ownership.findMany({ where: { borrowerId: borrower.id }, orderBy: { fromAt: "asc" } });
    expect(kept.map(({ personId, toAt }) => [personId, toAt === null])).toEqual([
      [branch.li, false],
      [branch.chen, true],
    ]);
    expect(await assigneeOf(SILK)).toBe(branch.chen);
  });
});

describe("Nobody answers within a working day", () => {
  it("so the manager is told once and decides, over a weekend too; until then the officer is responsible", async () => {
    await begin("2026-03-06T15:00:00+08:00");
    const { number } = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan reassign ${number} Chen Jie`);
    desk.at("2026-03-09T14:59:00+08:00");
    await desk.tick();
    expect((await handovers()).map(({ state }) => state)).toEqual(["asked"]);

    desk.at("2026-03-09T15:00:00+08:00");
    await Promise.all([desk.tick(), desk.tick()]);
    await desk.tick();
    expect((await handovers()).map(({ state }) => state)).toEqual(["escalated"]);
    const told = desk
      .as(ZHAO)
      .messagesFromBot()
      .filter(({ shown }) => shown.includes("Chen Jie has not answered"));
    expect(told).toHaveLength(1);
    expect(told[0]?.buttons).toEqual(["Customer's card", "Give it to Chen Jie", "Leave it with Li Wen"]);
    expect(await assigneeOf(FOODS)).toBe(branch.li);

    await desk.as(ZHAO).clicks("Give it to Chen Jie");
    await desk.tick();
    expect(await assigneeOf(FOODS)).toBe(branch.chen);
    expect(desk.as(LI).lastMessage?.shown).toContain("has gone from Li Wen to Chen Jie (Zhao Lei)");
    expect((await verbs()).filter((verb) => verb.startsWith("handover."))).toEqual([
      "handover.asked",
      "handover.escalated",
      "handover.decided",
    ]);
  });

  it("and what was submitted meanwhile is called off instead", async () => {
    await begin();
    const { number, id } = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan reassign ${number} Chen Jie`);
    await desk.db.inspection.update({ where: { id }, data: { state: "submitted" } });
    desk.at("2026-03-05T09:05:00+08:00");
    await desk.tick();
    expect((await handovers()).map(({ state }) => state)).toEqual(["withdrawn"]);
    expect(
      desk
        .as(ZHAO)
        .messagesFromBot()
        .some(({ shown }) => shown.includes("has not answered")),
    ).toBe(false);
  });
});

describe("An officer leaves", () => {
  it("and the whole book is the manager's the next minute, drafts and all, to be given on with one button", async () => {
    await begin();
    const foods = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan check ${foods.number}`);
    await desk.as(LI).closes({ all: true });
    await desk.db.person.update({ where: { id: branch.li }, data: { leftOn: "2026-03-02" } });
    await desk.tick();
    expect(await assigneeOf(FOODS)).toBe(branch.li);

    desk.at("2026-03-03T00:01:00+08:00");
    await desk.tick();
    await desk.tick();
    expect(await Promise.all([FOODS, SILK, STEEL].map(assigneeOf))).toEqual([branch.zhao, branch.zhao, branch.zhao]);
    const kept = await desk.db.ownership.findMany({ where: { toAt: null } });
    expect(kept.map(({ personId }) => personId)).toEqual([branch.zhao, branch.zhao, branch.zhao]);
    expect(await desk.db.draft.count({ where: { inspectionId: foods.id, closedAt: null } })).toBe(1);
    const told = desk
      .as(ZHAO)
      .messagesFromBot()
      .filter(({ shown }) => shown.includes("Li Wen has left"));
    expect(told).toHaveLength(1);
    expect(told[0]?.shown).toContain("3 inspections of it are open");

    const zhao = desk.as(ZHAO);
    desk.at("2026-03-03T09:05:00+08:00");
    await desk.tick();
    const morning = zhao.lastMessage;
    expect(morning?.shown).toContain(SILK);
    expect(morning?.buttons).toContain("Reassign");
    expect(morning?.buttons).not.toContain("Start check");
    expect(morning?.buttons).not.toContain("Continue");
    await zhao.clicks("Reassign them");
    await zhao.chooses("To whom", "Chen Jie · Harbour Branch", { query: "Chen" });
    await zhao.submits();
    await desk.tick();
    await desk.as(CHEN).clicks("Accept all");
    expect(await Promise.all([FOODS, SILK, STEEL].map(assigneeOf))).toEqual([branch.chen, branch.chen, branch.chen]);
    await desk.as(CHEN).says(`/postloan check ${foods.number}`);
    expect(desk.as(CHEN).modal?.title).not.toBe("afterloan");
    expect(await desk.db.draft.count({ where: { inspectionId: foods.id } })).toBe(1);
    expect(desk.workspace.refused).toEqual([]);
  });

  it("and the officer of the next file has the accounts: told in one message, with every date as it was", async () => {
    await begin();
    const foods = await inspectionOf(desk, FOODS);
    await desk.as(LI).says(`/postloan check ${foods.number}`);
    await desk.as(LI).closes({ all: true });
    await replanAll(systemContext(desk.parts), "nightly");
    await desk.db.person.update({ where: { id: branch.li }, data: { leftOn: "2026-03-02" } });
    desk.at("2026-03-03T00:01:00+08:00");
    await desk.tick();
    const dates = await Promise.all([FOODS, SILK, STEEL].map(async (name) => (await inspectionOf(desk, name)).dueOn));

    desk.at("2026-03-03T09:05:00+08:00");
    await desk.tick();
    await takesFileNaming(CHEN);
    desk.at("2026-03-03T09:20:00+08:00");
    await desk.tick();

    expect(await Promise.all([FOODS, SILK, STEEL].map(assigneeOf))).toEqual([branch.chen, branch.chen, branch.chen]);
    expect(await Promise.all([FOODS, SILK, STEEL].map(async (name) => (await inspectionOf(desk, name)).dueOn))).toEqual(
      dates,
    );
    expect((await desk.db.ownership.findMany({ where: { toAt: null } })).map(({ personId }) => personId)).toEqual([
      branch.chen,
      branch.chen,
      branch.chen,
    ]);
    expect(await verbs()).toContain("handover.given_on");
    const told = desk.as(CHEN).messagesFromBot();
    expect(told).toHaveLength(1);
    expect(told[0]?.shown).toContain(FOODS);
    expect(told[0]?.shown).toContain(SILK);
    const fallen = desk
      .as(ZHAO)
      .messagesFromBot()
      .find(({ shown }) => shown.includes("Li Wen has left"));
    expect(fallen?.shown).toContain("3 accounts and inspections of it are with somebody else by now");
    expect(fallen?.buttons).toEqual(Array(3).fill("Customer's card"));

    await desk.as(CHEN).says(`/postloan check ${foods.number}`);
    expect(desk.as(CHEN).modal?.title).not.toBe("afterloan");
    expect(await desk.db.draft.count({ where: { inspectionId: foods.id } })).toBe(1);
    expect(desk.workspace.refused).toEqual([]);
  });

  it("but what the manager has offered to somebody is not taken out of their hands by a file", async () => {
    await begin();
    await desk.db.person.update({ where: { id: branch.li }, data: { leftOn: "2026-03-02" } });
    desk.at("2026-03-03T09:05:00+08:00");
    await desk.tick();
    const { borrower } = await inspectionOf(desk, SILK);
    await desk.as(ZHAO).says(`/postloan customer ${borrower.number}`);
    await desk.as(ZHAO).clicks("Reassign");
    await desk.as(ZHAO).chooses("To whom", "Wang Ping · Harbour Branch", { query: "Wang" });
    await desk.as(ZHAO).submits();

    await takesFileNaming(CHEN);
    expect(await Promise.all([FOODS, SILK, STEEL].map(assigneeOf))).toEqual([branch.chen, branch.zhao, branch.chen]);
  });
});

/** The lender's next file: every loan as it is, with this officer's address. */
async function takesFileNaming(id: typeof CHEN): Promise<void> {
  const loans = await desk.db.loan.findMany({ include: { borrower: { include: { unit: true } } } });
  const rows = loans.map(({ number, product, borrower, disbursedOn, maturesOn }) =>
    ownRow({
      loan_number: number,
      borrower_number: borrower.number,
      borrower_name: borrower.name,
      customer_type: borrower.customerType,
      unit: borrower.unit.code,
      officer_email: emailOf(id),
      product,
      disbursed_on: disbursedOn,
      matures_on: maturesOn ?? "",
      drawn: "1000000",
      last_inspected_on: borrower.lastInspectedOn ?? "",
    }),
  );
  const ctx = systemContext(desk.parts);
  const wishes = { file: ownFile(...rows), mapping: shipped("own"), asOf: "2026-03-02" };
  await imported(ctx, {
    ...wishes,
    takeOnOn: isoDate("2026-01-01"),
    plan: async (ids) => void (await planBorrowers(ctx, ids, "import")),
  });
}

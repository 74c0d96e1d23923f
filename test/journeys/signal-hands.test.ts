/** How a signal comes out of what people read, and how it goes between them, in Slack. */
import { afterEach, describe, expect, it } from "vitest";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, type Branch, LI, startBranch, TODAY, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
afterEach(() => desk.stop());
const begin = async () => {
  ({ desk, branch } = await startBranch());
};

const SEEN = "The gate of the works is locked & sealed since Friday.";
const only = () => desk.db.signal.findFirstOrThrow({ include: { events: { orderBy: { id: "asc" } } } });

describe("a signal", () => {
  it("is raised from the menu of a message, whose text is the beginning of what was seen", async () => {
    await begin();
    const li = desk.as(LI);
    await li.says(SEEN);
    const message = li.messagesIn().at(-1);
    await li.choosesInMenu("Raise a signal", message ?? { channel: "", ts: "" });
    expect(li.modal?.title).toBe("Raise a signal");
    const { number } = await desk.db.loan.findFirstOrThrow();
    await li.chooses("Which loan", `${BORROWER} · ${number}`, { query: "Harbour" });
    await li.chooses("Which signal", "Not sure which");
    await li.submits();
    expect(li.modal?.text).toContain("S-2026-00001 is raised");
    expect((await only()).events[0]?.words).toBe(SEEN);
    expect(await only()).toMatchObject({ code: "UNSURE", borrowerId: branch.borrowerId, raisedById: branch.liId });
    // What somebody wrote is not kept with the delivery.
    const kept = await desk.db.inboundDelivery.findMany({ where: { kind: "shortcut" } });
    expect(kept.map(({ payload }) => payload.includes("locked"))).toEqual([false]);
  });

  it("is raised from a submitted report by its officer and by its reviewer, with the inspection named", async () => {
    await begin();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    const { number } = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });
    await li.says(`/postloan check ${number}`);
    await fillToSummary(li, { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY });
    await li.submits();
    await li.closes({ all: true });

    await li.says(`/postloan report ${number}`);
    await li.clicks("Raise a signal");
    await li.chooses("Which signal", "OPS-08 The site looks wrong");
    await li.submits();
    expect(li.modal?.text).toContain("S-2026-00001 is raised");
    await li.closes({ all: true });
    expect((await only()).events[0]?.words).toContain(`Inspection ${number}:`);

    await wang.says("/postloan queue");
    await wang.clicks("Review");
    await wang.clicks("Raise a signal");
    await wang.chooses("Which signal", "OPS-08 The site looks wrong");
    await wang.submits();
    expect(wang.modal?.text).toContain("S-2026-00001 stands already");
  });

  it("goes from hand to hand: every copy says with whom it is, and an old button says why nothing happens", async () => {
    await begin();
    const [li, wang, zhao] = [desk.as(LI), desk.as(WANG), desk.as(ZHAO)];
    const { number } = await desk.db.loan.findFirstOrThrow();
    await wang.says(`/postloan signal ${number}`);
    await wang.chooses("Which signal", "OPS-10 Licence revoked");
    await wang.fills("What you saw", SEEN);
    await wang.submits();
    await wang.closes({ all: true });
    await desk.tick();

    const told = zhao.lastMessage;
    await zhao.clicks("Take over");
    expect(zhao.modal?.text).toContain("S-2026-00001 is yours now");
    await zhao.closes({ all: true });
    await desk.tick();
    expect(li.messagesFromBot().some(({ shown }) => shown.includes("Zhao Lei has taken over"))).toBe(true);
    expect(zhao.messagesFromBot().find(({ ts }) => ts === told?.ts)?.shown).toContain("acknowledged");

    // Red waits for nobody.
    await zhao.clicks("Open", { in: zhao.lastMessage });
    expect(zhao.modal?.text).not.toContain("Put off");
    await zhao.closes({ all: true });

    await zhao.clicks("Hand over");
    await zhao.chooses("To whom", "Li Wen");
    await zhao.submits();
    await zhao.closes({ all: true });
    await desk.tick();
    expect(await only()).toMatchObject({ ownerId: branch.zhaoId, offeredToId: branch.liId });
    const offered = li.lastMessage;
    expect(offered?.shown).toContain("Zhao Lei asks you to take this on");
    await zhao.clicks("Keep it after all");
    await zhao.closes({ all: true });
    expect(await only()).toMatchObject({ ownerId: branch.zhaoId, offeredToId: null });
    // Pressed before the copy was drawn again.
    await li.clicks("Accept", { in: offered });
    expect(li.modal?.text).toContain("is not offered to anybody any more");
    await li.closes({ all: true });
    await desk.tick();
    expect(li.messagesFromBot().find(({ ts }) => ts === offered?.ts)?.shown).toContain("settled otherwise");
  });

  it("carries what was asked about it, and the answer", async () => {
    await begin();
    const [li, wang, zhao] = [desk.as(LI), desk.as(WANG), desk.as(ZHAO)];
    const { number } = await desk.db.loan.findFirstOrThrow();
    await wang.says(`/postloan signal ${number}`);
    await wang.chooses("Which signal", "OPS-10 Licence revoked");
    await wang.fills("What you saw", SEEN);
    await wang.submits();
    await wang.closes({ all: true });
    await desk.tick();
    await li.clicks("Ask for information");
    await li.chooses("Of whom", "Zhao Lei");
    await li.fills("Question", "Who has the key?");
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();
    await zhao.clicks("Answer");
    await zhao.fills("Answer", "The court, since Friday.");
    await zhao.submits();
    await zhao.closes({ all: true });
    await desk.tick();
    expect(li.lastMessage?.shown).toContain("The court, since Friday.");
    await li.clicks("Open", { in: li.lastMessage });
    expect(li.modal?.text).toContain("Zhao Lei: Who has the key?");
    expect(li.modal?.text).toContain("The court, since Friday.");
    expect((await desk.db.signalQuestion.findFirstOrThrow()).answeredById).toBe(branch.zhaoId);
  });
});

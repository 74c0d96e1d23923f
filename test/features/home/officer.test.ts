/** An officer's Home tab: what is to be done, in views that stay as they were chosen; signals with their clocks; the month's numbers. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { homePieces } from "../../../src/features/home/home.ts";
import { renderHome } from "../../../src/platform/slack/render.ts";
import { aSignal } from "../../builders/signals.ts";
import { type HomeDesk, startHomeDesk } from "./home-desk.ts";

let desk: HomeDesk;
beforeEach(async () => {
  desk = await startHomeDesk();
});
afterEach(() => desk.stop());

const ME = "account_manager";
const here = { in: "home" } as const;

describe("the work of an officer", () => {
  it("stands in views with how much is in each, and a view stays chosen whatever changes", async () => {
    for (const name of ["Late One", "Late Two"]) await desk.aCheck({ name, dueOn: "2026-02-25" });
    await desk.aCheck({ name: "Soon One", dueOn: "2026-03-06" });
    expect(await desk.opened(ME)).toContain("Late One");
    await desk.person(ME).clicks("Late 2", here);
    expect(desk.shown(ME)).toContain("Late Two");
    expect(desk.shown(ME)).not.toContain("Soon One");
    await desk.aCheck({ name: "Late Three", dueOn: "2026-02-26" });
    expect(await desk.opened(ME)).toContain("Late Three");
    expect(desk.shown(ME)).not.toContain("Soon One");
    await desk.person(ME).clicks("All 5", here);
    expect(desk.shown(ME)).toContain("Soon One");
  });

  it("is turned page by page, and the page stays when the tab is drawn again", async () => {
    for (let n = 10; n < 40; n += 1) await desk.aCheck({ name: `Customer ${n}` });
    await desk.opened(ME);
    await desk.person(ME).clicks("Next page", here);
    const second = desk.shown(ME);
    expect(second).toContain("Page 2 of 3");
    expect(await desk.opened(ME)).toBe(second);
  });

  it("is narrowed to one product", async () => {
    await desk.aCheck({ name: "Farm One", product: "agricultural_household" });
    await desk.aCheck({ name: "Mill One", product: "working_capital" });
    await desk.opened(ME);
    await desk.person(ME).chooses("All products", "Farming household", here);
    expect(desk.shown(ME)).toContain("Farm One");
    expect(desk.shown(ME)).not.toContain("Mill One");
  });

  it("of five hundred loans fits into one view of Slack's", async () => {
    for (let n = 0; n < 500; n += 1) {
      await desk.aCheck({ name: `宁波港口食品加工有限责任公司第${n}分公司`, dueOn: `2026-03-0${1 + (n % 8)}` });
    }
    const pieces = await homePieces(await desk.contextOf(await desk.personId(ME)));
    const { blocks } = renderHome(pieces);
    expect(blocks.length).toBeLessThanOrEqual(100);
    expect(Buffer.byteLength(JSON.stringify({ type: "home", blocks }))).toBeLessThan(250_000);
    expect(JSON.stringify(blocks)).toContain("Page 1 of 34");
  });
});

describe("a signal of an officer", () => {
  it("stands first with its clock, and is acknowledged from there", async () => {
    const { borrowerId } = await desk.db.inspection.findFirstOrThrow();
    const policyVersionId = desk.parts.policies.inForce().versionId;
    const raisedAt = new Date("2026-03-02T00:50:00Z");
    const signal = await aSignal(desk.db, { borrowerId, policyVersionId, code: "OPS-10", level: "red", raisedAt });
    const text = await desk.opened(ME);
    expect(text).toMatch(/Your signals \(1\).*To be acknowledged by .*climbs to unit_manager \(Unit manager\): /s);
    expect(text.indexOf("Your signals")).toBeLessThan(text.indexOf("Your work"));
    await desk.person(ME).clicks("Acknowledge", here);
    expect((await desk.db.signal.findUniqueOrThrow({ where: { id: signal.id } })).state).toBe("acknowledged");
    expect(desk.shown(ME)).toMatch(/acknowledged · To be verified by/);
  });
});

describe("the numbers of an officer", () => {
  it("are of this month: on time, approved as first submitted, done", async () => {
    const late = await desk.aCheck({ dueOn: "2026-02-20" });
    const inTime = await desk.aCheck({});
    for (const [id, on] of [
      [late, "2026-03-01"],
      [inTime, "2026-03-02"],
    ] as const) {
      await desk.db.inspection.update({
        where: { id },
        data: { state: "submitted", submittedOn: on, submittedAt: new Date(`${on}T01:00:00Z`) },
      });
    }
    const text = await desk.opened(ME);
    expect(text).toContain("*Checked on time*\n1 of 2 (50%)");
    expect(text).toContain("*Approved as first submitted*\nnone yet");
  });
});

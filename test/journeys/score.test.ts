/** An officer's month through the desk itself: a check, a signal, days that pass; then the sheet, one line opened, and the manager's view. */
import { afterEach, describe, expect, it } from "vitest";
import { closeMonths } from "../../src/features/appraisal/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import type { PersonDriver } from "../../src/workspace/workspace.ts";
import { aBorrower } from "../builders/index.ts";
import { anInspection } from "../builders/inspections.ts";
import { borrowerConfirms } from "../setup/borrower-confirms.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, type Branch, LI, startBranch, TODAY, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
afterEach(() => desk.stop());

const newest = ({ lastMessage }: PersonDriver) => (lastMessage === undefined ? {} : { in: lastMessage });

describe("an officer's month", () => {
  it("grows with each fact, says why line by line, opens the report behind a line, and is kept when it is over", async () => {
    ({ desk, branch } = await startBranch());
    await desk.tick();
    const [li, wang, zhao] = [desk.as(LI), desk.as(WANG), desk.as(ZHAO)];

    await li.says("/postloan score");
    expect(li.lastMessage?.shown).toContain("Score of Li Wen, March 2026");
    expect(li.lastMessage?.shown).toContain("Nothing was due: no part of the score");

    // The check is due today: submitted in time, approved at its first review.
    await li.clicks("Start check");
    await fillToSummary(li, { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY });
    await borrowerConfirms(li, { signedOn: TODAY });
    await li.closes();
    await li.submits();
    await li.closes({ all: true });
    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");
    await wang.closes({ all: true });

    // A red signal that nobody answers, and an inspection that nobody does.
    const { number } = await desk.db.loan.findFirstOrThrow();
    await wang.says(`/postloan signal ${number}`);
    await wang.chooses("Which signal", "OPS-10 Licence revoked");
    await wang.fills("What you saw", "The gate of the works is locked since Friday.");
    await wang.submits();
    await wang.closes({ all: true });
    const { unitId } = await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } });
    const other = await aBorrower(desk.db, { unitId, ownerId: branch.liId });
    const policyVersionId = desk.parts.policies.inForce().versionId;
    await anInspection(desk.db, {
      borrowerId: other.id,
      assigneeId: branch.liId,
      dueOn: "2026-03-05",
      policyVersionId,
    });
    desk.at("2026-03-09T09:05:00+08:00");

    await li.says("/postloan score me");
    const sheet = li.lastMessage?.shown ?? "";
    expect(sheet).toContain("Inspections in time");
    expect(sheet).toContain("18 of 20 points · 1 of 2");
    expect(sheet).toContain("15 of 15 points · 1 of 1");
    // Acknowledged by nobody and verified by nobody: twice three points, and nothing in time lifts the rest.
    expect(sheet).toContain("9 of 15 points · 0 of 2");
    expect(sheet).toContain("of variable pay is at stake");

    await li.clicks("Why", { ...newest(li), beside: "Passed at first review" });
    expect(li.modal?.text).toContain("Passed at first review");
    expect(li.modal?.text).toContain("Rule appraisal.account_manager.first_pass_rate · source D");
    expect(li.modal?.text).toContain(BORROWER);
    await li.clicks("Open");
    expect(li.modal?.text).toContain("Wang Ping");
    await li.closes({ all: true });

    await li.opensHome();
    await li.clicks("My score, and why");
    expect(li.modal?.text).toContain("Score of Li Wen, March 2026");
    await li.clicks("Why", { beside: "Inspections in time" });
    expect(li.modal?.text).toContain("not submitted yet");
    await li.clicks("Back to the score");
    expect(li.modal?.text).toContain("Housekeeping");
    await li.closes({ all: true });

    await zhao.says("/postloan score");
    expect(zhao.lastMessage?.shown).toContain("1 person with a score");
    expect(zhao.lastMessage?.shown).not.toContain("Li Wen");

    desk.at("2026-04-01T09:05:00+08:00");
    expect(await closeMonths(systemContext(desk.parts))).toEqual({ kept: 2, revised: 0 });
    await li.says("/postloan score me 2026-03");
    expect(li.lastMessage?.shown).toContain("The month is over: record 1.");
    expect(desk.workspace.refused).toEqual([]);
  });
});

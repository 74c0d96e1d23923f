/** What an officer ticked in a check is a fact: once a second person has approved it, the signal comes by itself. */
import { afterEach, describe, expect, it } from "vitest";
import { borrowerConfirms } from "../setup/borrower-confirms.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;
afterEach(() => desk.stop());

const signals = () => desk.db.signal.findMany({ where: { code: "BHV-03" }, include: { events: true } });

describe("a customer who does not cooperate", () => {
  it("is a claimed fact at submission, and a signal seconds after the approval, with the report it rests on", async () => {
    ({ desk } = await startBranch());
    await desk.tick();
    const [li, wang] = [desk.as(LI), desk.as(WANG)];
    await li.clicks("Start check");
    const { policy } = desk.parts.policies.inForce();
    await fillToSummary(li, { policy, visitedOn: TODAY, wishes: { cooperation: "none" } });
    await borrowerConfirms(li, { signedOn: TODAY });
    await li.closes();
    await li.submits();
    await li.closes();
    const told = await desk.db.observation.findMany({ where: { key: "cooperation" } });
    expect(told).toMatchObject([{ value: "none", unit: "word", standing: "claimed", subjectKind: "borrower" }]);
    expect(await desk.db.observation.count({ where: { unit: "flag", value: { notIn: ["true", "false"] } } })).toBe(0);
    await desk.run("looks");
    expect(await signals()).toEqual([]);

    await desk.tick();
    await wang.clicks("Review");
    await wang.clicks("Approve");
    await desk.run("looks");
    const [signal] = await signals();
    expect(signal).toMatchObject({ level: "yellow", state: "raised", raisedById: null });
    expect(signal?.events[0]?.because).toContain(told[0]?.reference);
    await desk.run("looks");
    expect(await signals()).toHaveLength(1);
  });
});

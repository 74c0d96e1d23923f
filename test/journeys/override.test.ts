import { afterEach, describe, expect, it } from "vitest";
import { fillStep } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { LI, startBranch, TODAY, WANG, ZHAO } from "./branch.ts";

let desk: TestDesk;

afterEach(() => desk.stop());

const WORDS = "Operations normal, as required.";

/** Li fills in everything; the conclusion says nothing, and is refused at its field. */
async function isRefused(): Promise<void> {
  ({ desk } = await startBranch());
  const li = desk.as(LI);
  await desk.tick();
  await li.clicks("Start check");
  const { policy } = desk.parts.policies.inForce();
  for (let steps = 0; steps < 40 && Object.keys(li.errors).length === 0; steps += 1) {
    await fillStep(li, { policy, visitedOn: TODAY, wishes: { conclusion: WORDS } });
    await li.submits();
  }
  expect(Object.keys(li.errors)).toEqual(["Conclusion"]);
}

async function asks(): Promise<void> {
  const li = desk.as(LI);
  await li.clicks("To summary");
  expect(li.modal?.text).toContain("says nothing by itself");
  await li.clicks("Ask the manager");
  await li.fills("Why it cannot be said otherwise", "The works are sealed by the court; nothing could be counted.");
  await li.submits();
  expect(li.modal?.text).toContain("Asked: Zhao Lei");
  await li.closes({ all: true });
  await desk.tick();
}

describe("an officer whose conclusion is refused", () => {
  it("asks the manager to let it pass; the report says who did, and why", async () => {
    await isRefused();
    const [li, zhao, wang] = [desk.as(LI), desk.as(ZHAO), desk.as(WANG)];
    await asks();

    expect(zhao.lastMessage?.shown).toContain(`“${WORDS}”`);
    expect(zhao.lastMessage?.shown).toContain("The works are sealed by the court");
    expect(zhao.lastMessage?.shown).toContain("Li Wen asked 1 time; 0 let pass");
    await zhao.clicks("Let it pass");
    await desk.tick();

    expect(li.lastMessage?.shown).toContain("Zhao Lei let it pass");
    await li.clicks("Continue");
    if (li.modal?.title !== "Summary") await li.clicks("To summary");
    expect(li.modal?.text).toContain(WORDS);
    await li.submits();
    expect(li.modal?.title).toBe("Submitted");
    await desk.tick();

    await wang.clicks("Review");
    expect(wang.modal?.text).toMatch(
      /refused by the gate, let through by the manager.*Let pass by Zhao Lei, the 1st time/,
    );
    const kept = await desk.db.gateOverride.findFirstOrThrow();
    expect(kept).toMatchObject({ state: "granted", rule: "empty_conclusion" });
    expect(kept.reportId).toBe((await desk.db.report.findFirstOrThrow()).id);
    const verbs = (await desk.db.auditEvent.findMany({ where: { verb: { startsWith: "override" } } })).map(
      (e) => e.verb,
    );
    expect(verbs).toEqual(["override.asked", "override.granted"]);
  });

  it("has it judged anew where other words stand there afterwards, and loses nothing where it is declined", async () => {
    await isRefused();
    const [li, zhao] = [desk.as(LI), desk.as(ZHAO)];
    await asks();
    await zhao.clicks("Decline");
    await desk.tick();
    expect(li.lastMessage?.shown).toContain("Zhao Lei did not let it pass");
    await li.clicks("Continue");
    if (li.modal?.title !== "Summary") await li.clicks("To summary");
    expect(li.modal?.text).toContain("The manager did not let this pass");
    expect(li.modal?.text).toContain(WORDS);

    const draft = await desk.db.draft.findFirstOrThrow();
    await desk.db.draftAnswer.update({
      where: { draftId_key: { draftId: draft.id, key: "borrower/conclusion" } },
      data: { raw: '"All in order, as before."' },
    });
    await li.closes({ all: true });
    await li.clicks("Continue");
    if (li.modal?.title !== "Summary") await li.clicks("To summary");
    expect(li.modal?.buttons).toContain("Ask the manager");
  });
});

describe("an asked override that nobody decides", () => {
  it("is in the manager's morning after a working day, stands on the Home tab, and is listed with its count", async () => {
    await isRefused();
    await asks();
    const zhao = desk.as(ZHAO);
    desk.at("2026-03-03T09:05:00+08:00");
    await desk.tick();
    expect(zhao.sees("not decided (1)")).toBe(false);
    desk.at("2026-03-04T09:05:00+08:00");
    await desk.tick();
    expect(zhao.lastMessage?.shown).toContain("Asked to let pass, and not decided (1)");
    expect(zhao.lastMessage?.shown).toContain("to be decided by Tue, 3 Mar 2026, 1 working day over");
    await zhao.opensHome();
    expect(zhao.home?.text).toContain("Asked by Li Wen");

    await zhao.says("/postloan overrides");
    expect(zhao.lastMessage?.shown).toContain("Li Wen* · asked 1: let pass 0, declined 0, waiting 1");
    expect(zhao.lastMessage?.shown).toContain("not decided yet");
    await zhao.clicks("Look");
    expect(zhao.modal?.text).toContain("The works are sealed by the court");
    await zhao.clicks("Decline");
    await zhao.closes({ all: true });
    await desk.tick();
    expect(zhao.messagesFromBot().find(({ shown }) => shown.includes("not decided (0)"))?.shown).toContain("✓ decided");
    await zhao.says("/postloan overrides");
    expect(zhao.lastMessage?.shown).toContain("declined 1, waiting 0");
    expect(desk.workspace.refused).toEqual([]);
  });
});

import { afterEach, expect, it } from "vitest";
import { fillToSummary } from "../setup/fill-check.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { LI, startBranch, TODAY, WANG } from "./branch.ts";

let desk: TestDesk;

afterEach(() => desk.stop());

const LONG_AGO = "2025-08-31";

it("figures of half a year ago are named once, with their day, and the reviewer reads why there are no newer ones", async () => {
  ({ desk } = await startBranch());
  const [li, wang] = [desk.as(LI), desk.as(WANG)];
  // Not a small borrower: everything is asked.
  await desk.db.loan.updateMany({ data: { drawnMinor: 300_000_000n } });
  await desk.tick();
  await li.clicks("Start check");
  const { policy } = desk.parts.policies.inForce();
  const blocks = policy.templates.flatMap((template) => template.blocks);
  const wishes = Object.fromEntries(blocks.map(({ key }) => [`${key}_as_of`, LONG_AGO]));
  await fillToSummary(li, { policy, visitedOn: TODAY, wishes });

  const lines = (li.modal?.text ?? "")
    .split("\n")
    .filter((one) => one.includes("as of 31 Aug 2025, more than 92 days ago"));
  expect(lines).toHaveLength(1);
  // What is computed of them is as old as they are, and is not told again.
  expect(lines[0]).toContain("Total debts · Total assets");
  expect(lines[0]).not.toContain("Debt to assets");

  await li.fills("Why is there nothing newer?", "The tax office has the books until 20 March.");
  await li.submits();
  expect(li.modal?.title).toBe("Submitted");
  await desk.tick();
  await wang.clicks("Review");
  expect(wang.modal?.text).toContain("as of 31 Aug 2025, more than 92 days ago");
  expect(wang.modal?.text).toContain("The tax office has the books");
});

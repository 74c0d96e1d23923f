/** What the gate finds in a report that is handed in becomes a signal about the officer, to whoever leads them (PRC-03, R22). */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { lookAtAsked } from "../../src/features/signals/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { fillToSummary } from "../setup/fill-check.ts";
import { ownPolicy } from "../setup/own-policy.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, TODAY } from "./branch.ts";

const LATER = "2026-03-16";
let desk: TestDesk;
let branch: Branch;

afterEach(() => desk.stop());

/** Where the policy warns of a file that was used before, and does not refuse it. */
async function startWarned(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "afterloan-"));
  const policyFile = ownPolicy(folder, [["refuses: [empty_conclusion, used_before]", "refuses: [empty_conclusion]"]]);
  ({ desk, branch } = await startBranch("socket", { policyFile }));
}

async function handsIn(visitedOn: string, conclusion: string): Promise<void> {
  const li = desk.as(LI);
  const { policy } = desk.parts.policies.inForce();
  await li.clicks("Start check");
  await fillToSummary(li, { policy, visitedOn, wishes: { photos: "yes", conclusion } });
  await desk.tick();
  await li.submits();
  expect(li.modal?.title).toBe("Submitted");
  await li.closes({ all: true });
  await desk.tick();
}

const signals = () =>
  desk.db.signal.findMany({ where: { code: "PRC-03" }, include: { named: true }, orderBy: { id: "asc" } });

it("a report handed in with the photo of another visit: one finding, one fact, one signal about who handed it in", async () => {
  await startWarned();
  await desk.tick();
  await handsIn(TODAY, "Two lines of three run; stock counted 1,240 t.");
  await lookAtAsked(systemContext(desk.parts));
  expect(await signals()).toEqual([]);

  desk.at(`${LATER}T09:05:00+08:00`);
  await desk.db.inspection.updateMany({ where: { plannedById: branch.inspectionId }, data: { dueOn: LATER } });
  await desk.tick();
  await handsIn(LATER, "Sales down 12% on the year; 86 pallets in the yard.");

  const report = await desk.db.report.findFirstOrThrow({
    orderBy: { submittedAt: "desc" },
    include: { findings: true },
  });
  expect(report.findings.map(({ rule }) => rule)).toContain("used_before");
  const fact = await desk.db.observation.findFirstOrThrow({ where: { key: "evidence_reused" } });
  expect(fact).toMatchObject({ subjectId: branch.borrowerId, source: "gate", reference: report.id, asOf: LATER });

  await lookAtAsked(systemContext(desk.parts));
  const [signal, ...others] = await signals();
  expect(others).toEqual([]);
  expect(signal).toMatchObject({ level: "orange", state: "raised", ownerId: branch.zhaoId });
  expect(signal?.named).toMatchObject([{ personId: branch.liId }]);
  await lookAtAsked(systemContext(desk.parts));
  expect(await signals()).toHaveLength(1);
});

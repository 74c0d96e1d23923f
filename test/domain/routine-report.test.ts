/** R70: what passes clean is passed together, what stands out is read by itself. */
import { describe, expect, it } from "vitest";
import { OUTLIER_REASONS, type RoutineFacts, standsOut } from "../../src/domain/routine-report.ts";

const CLEAN: RoutineFacts = {
  level: undefined,
  hasOpenSignal: false,
  foundRisk: false,
  explained: false,
  borrowerDisagreed: false,
  isDecidable: true,
  revision: 1,
  submittedOn: "2026-03-10",
  dueOn: "2026-03-10",
  kind: "routine",
  isOpened: false,
};
const ODD: readonly Partial<RoutineFacts>[] = [
  { level: "yellow" },
  { hasOpenSignal: true },
  { foundRisk: true },
  { explained: true },
  { borrowerDisagreed: true },
  { isDecidable: false },
  { revision: 2 },
  { submittedOn: "2026-03-11" },
  { kind: "first" },
  { isOpened: true },
];

describe("a waiting report", () => {
  it("stands out by nothing where it is a routine check, made on its last day, with nothing marked", () => {
    expect(standsOut(CLEAN)).toEqual([]);
  });

  it("stands out by each thing that a reviewer must read, and says which, the worst first", () => {
    expect(ODD.map((odd) => standsOut({ ...CLEAN, ...odd }))).toEqual(OUTLIER_REASONS.map((reason) => [reason]));
    const everything = Object.assign({}, CLEAN, ...ODD);
    expect(standsOut(everything)).toEqual(OUTLIER_REASONS);
  });
});

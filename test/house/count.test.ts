import { describe, expect, it } from "vitest";
import { countPart, namesOfFailures, type Report } from "../../.ci/count.mjs";

const aReport = (wishes: Partial<Report> = {}): Report => ({
  success: true,
  numPassedTests: 40,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [],
  ...wishes,
});

describe("the count of a part of CI", () => {
  it("is that of the test runner", () => {
    expect(countPart(0, aReport())).toEqual({ passed: 40, failed: 0, skipped: 2 });
  });

  it("has a failure for each test that failed and each file that could not be loaded", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ];

    expect(countPart(1, aReport({ numFailedTests: 1, testResults }))).toMatchObject({ failed: 2 });
  });

  it("has a failure when the runner ended badly though no test did", () => {
    expect(countPart(124, aReport())).toMatchObject({ passed: 40, failed: 1 });
    expect(countPart(0, aReport({ success: false }))).toMatchObject({ passed: 40, failed: 1 });
  });

  it("is one where a part has no tests or crashed before its report", () => {
    expect(countPart(0, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countPart(139, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("what failed", () => {
  it("is named with its file and what it said first, so that a long log need not be read", () => {
    const testResults = [
      { name: "a.test.ts", status: "failed", message: "no such module\nat line 1", assertionResults: [] },
      {
        name: "b.test.ts",
        status: "failed",
        assertionResults: [
          { status: "failed", fullName: "a visit is due", failureMessages: ["expected 1 to be 2\nat line 3"] },
          { status: "passed", fullName: "a visit is not due" },
        ],
      },
      { name: "c.test.ts", status: "passed", assertionResults: [{ status: "passed", fullName: "fine" }] },
    ];

    expect(namesOfFailures(aReport({ testResults }))).toEqual([
      "a.test.ts: no such module",
      "b.test.ts: a visit is due: expected 1 to be 2",
    ]);
  });

  it("is nothing where no report was left", () => {
    expect(namesOfFailures(undefined)).toEqual([]);
  });
});

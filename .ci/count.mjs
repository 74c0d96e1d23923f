/**
 * Adds up what the parts of .ci/run left behind, names what failed, and prints `N passed, N failed`. Tests are counted from vitest's own
 * reports; a part without a report counts as one, a file that could not be loaded as one that failed.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Which part leaves which report. */
const REPORTS = {
  "install and test (npm cit)": "test-results/tests.json",
  browser: "test-results/browser.json",
  PostgreSQL: "test-results/postgres.json",
};

/** Passed, failed and skipped of one part, from its exit code and its report. */
export function countPart(status, report) {
  if (report === undefined) {
    return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  }
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    // The runner was not content, though no test says why: an error between tests, a crash, the time limit. Its word is
    // asked beside its exit code, since a package under test may end the process with a code of its own.
    failed: failed === 0 && (status !== 0 || !report.success) ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What failed, by the name of its test and the first line of what it said; a file that could not be loaded by its own. */
export function namesOfFailures(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) {
      return file.status === "failed" ? [`${file.name}: ${firstLine(file.message)}`] : [];
    }
    return failed.map((test) => `${file.name}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
  });
}

const firstLine = (text) => (text ?? "").split("\n")[0].slice(0, 300);

/** A report that a part left unfinished, or that is none, is no report: the part counts as it ended. */
function readReport(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  } catch {
    return undefined;
  }
}

function main(folder) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const parts = readFileSync(join(folder, "parts"), "utf8").trim().split("\n");
  for (const line of parts) {
    const [name, status] = line.split("\t");
    const report = REPORTS[name] && readReport(REPORTS[name]);
    const counts = countPart(Number(status), report);
    const columns = Object.entries(counts).map(([what, count]) => `${String(count).padStart(5)} ${what}`);
    process.stdout.write(`${columns.join(" ")}  ${name}\n`);
    for (const failure of namesOfFailures(report)) {
      process.stdout.write(`      failed: ${failure}\n`);
    }
    for (const key of Object.keys(total)) {
      total[key] += counts[key];
    }
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv[2]);
}

/** What became of the reports, by officer, by rule and by sentence. */
import { percentile } from "../figure.ts";
import { CONDUCTS, type Conduct } from "./conduct.ts";
import type { Outcome, Written } from "./write-report.ts";

export interface Line extends Written {
  readonly conduct: Conduct;
  /** Visits of this customer before this one. */
  readonly place: number;
}

const COUNTED: readonly Outcome[] = ["refused", "warned", "passed"];

export function byOfficer(lines: readonly Line[]) {
  return CONDUCTS.flatMap((conduct) => {
    const own = lines.filter((line) => line.conduct === conduct);
    return own.length === 0 ? [] : [{ officer: conduct.name, ...counted(own), caught: caught(own) }];
  });
}

export function counted(lines: readonly Line[]) {
  const count = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
  const [refused = 0, warned = 0, passed = 0] = COUNTED.map(count);
  return { reports: lines.length, refused, warned, passed };
}

/** Reports that the rule of their habit spoke of; first visits have nothing to compare with. */
function caught(lines: readonly Line[]): string {
  const hits = lines.filter(({ conduct: { caughtBy }, outcome, rules }) =>
    caughtBy.some((rule) => (rule === "refused" ? outcome === "refused" : rules.some((one) => ruleOf(one) === rule))),
  );
  return lines[0]?.conduct.caughtBy.length === 0 ? "" : `${hits.length} of ${lines.length}`;
}

const ruleOf = (found: string) => found.split(" ")[0] ?? "";

/** How many reports each rule spoke of, by officer. */
export function byRule(lines: readonly Line[]): { officer: string; rule: string; reports: number }[] {
  const counts = new Map<string, number>();
  for (const { conduct, rules, refusals } of lines) {
    const spoke = new Set([...rules.map(ruleOf), ...(refusals.length > 0 ? ["refused"] : [])]);
    for (const rule of spoke) {
      const key = JSON.stringify([conduct.name, rule]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, reports]) => {
    const [officer = "", rule = ""]: string[] = JSON.parse(key);
    return { officer, rule, reports };
  });
}

/** Milliseconds. */
export function timingOf(lines: readonly Line[]) {
  const spread = (all: readonly number[]) => ({
    median: Math.round(percentile(all, 50)),
    p95: Math.round(percentile(all, 95)),
  });
  return {
    submit_ms: spread(lines.map(({ submitMs }) => submitMs)),
    fill_ms: spread(lines.map(({ fillMs }) => fillMs)),
    steps: spread(lines.map(({ steps }) => steps)),
  };
}

/** One example of each kind of sentence that an officer read, figures and names aside. */
export function sentences(lines: readonly Line[]): string[] {
  const examples = new Map<string, string>();
  for (const { conduct, refusals, warnings } of lines) {
    const told = [...refusals.map((one) => `refused  ${one}`), ...warnings.map((one) => `told     ${one}`)];
    for (const one of told) {
      const kind = `${conduct.name} ${one.replace(/[\d.,]+|[“"].*?[”"]/gu, "")}`;
      if (!examples.has(kind)) examples.set(kind, `${conduct.name}: ${one}`);
    }
  }
  return [...examples.values()];
}

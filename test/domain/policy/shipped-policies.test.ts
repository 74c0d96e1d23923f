import { describe, expect, it } from "vitest";
import { type MatrixRow, type ProductRows, rowsOf } from "../../../src/domain/policy/inspections.ts";
import type { Policy } from "../../../src/domain/policy/schema.ts";
import { type Product, RETURN_REASONS } from "../../../src/domain/vocabulary.ts";
import { loadCalendars } from "../../../src/platform/calendars/index.ts";
import { loadPolicy, policyOfText, versionOf } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

function shipped(name: string): Policy {
  const calendars = loadCalendars("policy/calendars");
  const loaded = loadPolicy(`policy/${name}.yml`, isProblems(calendars) ? [] : calendars.keys());
  if (isProblems(loaded)) throw new Error(JSON.stringify(loaded, null, 1));
  return loaded.policy;
}

const bank = shipped("cn-bank");
const microloan = shipped("cn-microloan");

/** A row in the handbook's own shorthand: months, (v) for on site, "/ 6" for on site every six, weekly, contact. */
function shorthand(row: MatrixRow | undefined): string {
  if (row === undefined) return "–";
  if ("weekly_track" in row) return "weekly";
  if ("contact_note" in row) return "contact";
  const cadence = row.on_site_every_months === undefined ? "" : ` / ${row.on_site_every_months}`;
  return `${row.every_months}${row.mode === "on_site" ? " (v)" : ""}${cadence}`;
}

function line(policy: Policy, product: Product, phase?: "building" | "operating"): string[] {
  const rows: ProductRows | undefined = rowsOf(policy.inspections, product, phase)?.rows;
  const first = rows?.first === undefined ? "–" : `${rows.first.days}${rows.first.mode === "on_site" ? " (v)" : ""}`;
  const zones = [rows?.zone_1_small, rows?.zone_1_medium, rows?.zone_1_large, rows?.zone_2];
  return [first, ...[...zones, rows?.substandard, rows?.doubtful, rows?.loss].map(shorthand)];
}

describe("the bank's matrix is the handbook's, line by line", () => {
  it.each<[Product, "building" | "operating" | undefined, string[]]>([
    ["working_capital", undefined, ["15 (v)", "3 / 6", "3 / 6", "1 (v)", "1 (v)", "0.5 (v)", "weekly", "weekly"]],
    ["fixed_asset", "building", ["15 (v)", "3 (v)", "–", "1 (v)", "1 (v)", "0.5 (v)", "weekly", "weekly"]],
    ["fixed_asset", "operating", ["–", "6 / 12", "–", "3 (v)", "1 (v)", "0.5 (v)", "weekly", "weekly"]],
    ["personal_business", undefined, ["30", "6 / 12", "–", "3 / 6", "1 (v)", "0.5", "weekly", "weekly"]],
    ["personal_consumption", undefined, ["30", "12", "–", "6", "1", "contact", "contact", "contact"]],
    ["agricultural_household", undefined, ["30", "6", "–", "3 (v)", "1 (v)", "0.5 (v)", "weekly", "weekly"]],
    ["agri_procurement", undefined, ["15 (v)", "1 (v)", "–", "1 (v)", "0.5 (v)", "0.25 (v)", "weekly", "weekly"]],
    ["mortgage", undefined, ["90", "12", "–", "–", "3", "contact", "contact", "contact"]],
  ])("%s %s", (product, phase, expected) => {
    expect(line(bank, product, phase)).toEqual(expected);
  });

  it("microloan, in the company's profile", () => {
    expect(line(microloan, "microloan")).toEqual(["15", "3", "2", "1", "1 (v)", "0.5 (v)", "weekly", "weekly"]);
  });
});

describe("both shipped policies", () => {
  it.each([bank, microloan])("mark what nobody has read in a source for legal review: $policy.id", (policy) => {
    const unread: string[] = [];
    const visit = (value: unknown, path: string) => {
      if (typeof value !== "object" || value === null) return;
      const source: unknown = Reflect.get(value, "source");
      if (Array.isArray(source) && source.includes("G") && Reflect.get(value, "needs_legal_review") !== true)
        unread.push(path);
      for (const [key, member] of Object.entries(value)) visit(member, `${path}.${key}`);
    };
    visit({ ...policy, templates: [] }, policy.policy.id);
    expect(unread).toEqual([]);
  });

  it.each([bank, microloan])("hold the numbers of the clocks: $policy.id", (policy) => {
    expect(policy.reminders).toMatchObject({ morning_at: "09:00", bundle_minutes: 15, before_due_days: [7, 2, 0] });
    expect(policy.reminders.after_due.map((rung) => rung.working_days)).toEqual([1, 3, 3, 7]);
    expect(policy.review).toMatchObject({
      reviewer_working_days: 2,
      escalate: [{ working_days: 2 }, { working_days: 4 }],
      returned_due_working_days: 3,
      re_inspect_working_days: 5,
      return_reasons: [...RETURN_REASONS],
    });
    expect(policy.inspections.replan).toMatchObject({ grace_working_days: 5, grace_working_days_red: 2 });
    expect(policy.inspections.special.due_working_days).toMatchObject({ red: 2, orange: 5, yellow: 10 });
    expect(policy.classification.dpd_floor.map((floor) => floor.over_days)).toEqual([0, 90, 270, 360]);
  });

  it("know all the signals of the catalogue, with its levels", () => {
    const { catalogue } = bank.signals;
    expect(Object.keys(catalogue)).toHaveLength(65);
    expect(catalogue["FIN-01"]).toMatchObject({ level: "yellow", worsens_to: ["orange"] });
    expect(catalogue["INT-05"]).toMatchObject({
      level: "red",
      restricted_to: ["compliance"],
      needs_legal_review: true,
    });
    expect(Object.values(catalogue).every((signal) => (signal.source ?? []).length > 0)).toBe(true);
  });

  it.each([bank, microloan])("come back from their stored text with the same hash: $policy.id", (policy) => {
    const stored = versionOf(policy);
    expect(versionOf(policyOfText(stored.text)).hash).toBe(stored.hash);
    expect(stored.hash).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("are understood as they were before a rule came in: without it", () => {
    const { gate: _later, ...rest } = bank;
    const { snooze: _snooze, handover: _handover, longest_quiet: _quiet, ...reminders } = rest.reminders;

    const read = policyOfText(JSON.stringify({ ...rest, reminders }));

    expect(read.gate.concludes).toEqual([]);
    expect(read.reminders.after_due).toEqual(bank.reminders.after_due);
    expect(read.reminders.handover.answer_working_days).toBe(1);
    expect(read.reminders.longest_quiet.working_hours).toBe(4);
  });
});

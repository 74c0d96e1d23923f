import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/domain/dates.ts";
import type { Policy } from "../../src/domain/policy/schema.ts";
import { type AssetFacts, type AssetLoan, customerSince, retentionOf, revenueOf } from "../../src/domain/retention.ts";
import { loadPolicy } from "../../src/platform/policy-file.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";

const TODAY = isoDate("2026-03-10");
const loaded = loadPolicy("policy/cn-bank.yml");
if (isProblems(loaded)) throw new Error("the shipped policy has problems");
const policy: Policy = loaded.policy;
const loan = (more: Partial<AssetLoan> = {}): AssetLoan => ({
  isLive: true,
  disbursedOn: isoDate("2023-05-01"),
  maturesOn: isoDate("2026-05-01"),
  drawn: { minor: 100_000_000n, currency: "CNY" },
  yearlyRatePpm: 43_500,
  ...more,
});
const facts = (more: Partial<AssetFacts> = {}): AssetFacts => ({
  zone: "z1",
  loans: [loan()],
  wasLate: false,
  lastContactOn: isoDate("2026-02-20"),
  ...more,
});

describe("a customer to keep (R52), 90 days before the last maturity and 60 days without a contact", () => {
  it("may leave when the last loan matures soon, with who was last there", () => {
    expect(retentionOf(policy, facts(), TODAY)).toEqual({
      risk: "some",
      endsOn: "2026-05-01",
      lastContactOn: "2026-02-20",
      quietDays: undefined,
    });
  });

  it.each([
    ["2026-01-09", "some", undefined],
    ["2026-01-08", "high", 61],
  ])("last in contact on %s: %s", (lastContactOn, risk, quietDays) => {
    expect(retentionOf(policy, facts({ lastContactOn: isoDate(lastContactOn) }), TODAY)).toMatchObject({
      risk,
      quietDays,
    });
  });

  it("is at high risk where nobody ever was in contact, counted from the first loan", () => {
    const retention = retentionOf(policy, facts({ lastContactOn: undefined }), TODAY);
    expect(retention).toMatchObject({ risk: "high", lastContactOn: undefined, quietDays: 1044 });
  });

  it.each([
    ["2026-03-09", false],
    ["2026-03-10", true],
    ["2026-06-08", true],
    ["2026-06-09", false],
  ])("is proposed where the last loan matures on %s: %s", (maturesOn, isProposed) => {
    const loans = [loan({ maturesOn: isoDate("2026-03-01") }), loan({ maturesOn: isoDate(maturesOn) })];
    expect(retentionOf(policy, facts({ loans }), TODAY) !== undefined).toBe(isProposed);
  });

  it.each<[string, Partial<AssetFacts>]>([
    ["in zone 2", { zone: "z2" }],
    ["in no zone", { zone: undefined }],
    ["late once", { wasLate: true }],
    ["with another loan that runs on", { loans: [loan(), loan({ maturesOn: isoDate("2028-01-01") })] }],
    ["with a live loan of which nobody told the maturity", { loans: [loan(), loan({ maturesOn: undefined })] }],
    ["whose loans are all settled", { loans: [loan({ isLive: false })] }],
  ])("is nobody %s", (_who, more) => {
    expect(retentionOf(policy, facts(more), TODAY)).toBe(undefined);
  });

  it("is a settled loan's end no longer", () => {
    const loans = [loan(), loan({ isLive: false, maturesOn: isoDate("2029-01-01") })];
    expect(retentionOf(policy, facts({ loans }), TODAY)?.endsOn).toBe("2026-05-01");
  });

  it("is nobody where the policy has no rule for it", () => {
    const { keep: _keep, ...zones } = policy.zones;
    expect(retentionOf({ ...policy, zones }, facts(), TODAY)).toBe(undefined);
  });
});

describe("what a customer bears", () => {
  it("is counted by currency, of live loans, and without those whose rate nobody told", () => {
    const loans = [
      loan(),
      loan({ yearlyRatePpm: undefined, drawn: { minor: 5_000n, currency: "CNY" } }),
      loan({ isLive: false }),
      loan({ drawn: { minor: 1_000n, currency: "USD" }, yearlyRatePpm: 0 }),
    ];
    expect(revenueOf(loans)).toEqual([
      { currency: "CNY", interestMinor: 4_350_000n, ratedMinor: 100_000_000n, untoldMinor: 5_000n },
      { currency: "USD", interestMinor: 0n, ratedMinor: 1_000n, untoldMinor: 0n },
    ]);
  });

  it("has begun with the first loan of all, also where that is settled", () => {
    const loans = [loan(), loan({ isLive: false, disbursedOn: isoDate("2019-01-31") })];
    expect(customerSince(loans)).toBe("2019-01-31");
    expect(customerSince([])).toBe(undefined);
  });
});

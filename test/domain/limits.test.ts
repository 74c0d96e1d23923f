import { describe, expect, it } from "vitest";
import { limitsPassed } from "../../src/domain/limits.ts";
import type { Policy } from "../../src/domain/policy/schema.ts";
import type { CustomerType, Product } from "../../src/domain/vocabulary.ts";
import { loadPolicy } from "../../src/platform/policy-file.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";

const loaded = loadPolicy("policy/cn-microloan.yml");
if (isProblems(loaded)) throw new Error("the shipped policy is sound");
const shipped = loaded.policy;
const passed = (policy: Policy, type: CustomerType, ...yuan: number[]) =>
  limitsPassed(
    policy,
    type,
    yuan.map((one) => ({ product: "microloan" as Product, drawn: { minor: BigInt(one * 100), currency: "CNY" } })),
  ).map(({ key, used, most }) => [key, Number(used.minor) / 100, Number(most.minor) / 100]);
const withNetAssets = (net_assets: number): Policy => ({ ...shipped, limits: { ...shipped.limits, net_assets } });

describe("a micro-loan company's limits, per borrower", () => {
  it.each([
    ["a household at ten million", "farm_household", [6_000_000, 4_000_000], []],
    ["a household one fen above", "farm_household", [6_000_000, 4_000_000.01], ["one_household"]],
    ["a company, which is no household", "corporate", [50_000_000], []],
  ] as const)("%s", (_story, type, yuan, expected) => {
    expect(passed(shipped, type, ...yuan).map(([key]) => key)).toEqual(expected);
  });

  it("a tenth of net assets holds back once the policy names them", () => {
    const policy = withNetAssets(80_000_000);
    expect(passed(policy, "corporate", 8_000_000)).toEqual([]);
    expect(passed(policy, "corporate", 8_000_001)).toEqual([["one_borrower", 8_000_001, 8_000_000]]);
  });

  it("counts a loan in another currency at the policy's rate", () => {
    const dollars = [{ product: "microloan" as Product, drawn: { minor: 150_000_000n, currency: "USD" } }];
    expect(limitsPassed(withNetAssets(80_000_000), "corporate", dollars)).toMatchObject([
      { key: "one_borrower", used: { minor: 1_050_000_000n, currency: "CNY" } },
    ]);
  });
});

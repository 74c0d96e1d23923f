import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { classifyLines } from "../../../src/features/classification/index.ts";
import { bank, microloanCompany } from "../../domain/planning/builders.ts";

const loan = {
  id: "A",
  balance: 100,
  dpd: 0,
  technicalOverdueApproved: false,
  refinanced: "none",
  misuse: false,
  restructuredOn: null,
  restructuredCount: 0,
  currentTier: "normal",
};
const borrower = { asOf: "2026-03-31", retail: false, allBankDebt: 1000, allBankDebtOver90: 0, loans: [loan] };
const withLoan = (facts: object) => ({ ...borrower, loans: [{ ...loan, ...facts }] });
const without = <T extends object>(facts: T, key: keyof T) =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name !== key));

async function classified(lines: readonly (object | string)[], policy = bank) {
  const answers: { floors?: Record<string, string>; because?: object; error?: string }[] = [];
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const exitCode = await classifyLines(policy, Readable.from([text]), (line) => answers.push(JSON.parse(line)));
  return { exitCode, answers };
}

async function errorOf(line: object | string): Promise<string> {
  const { exitCode, answers } = await classified([line]);
  expect(exitCode).toBe(65);
  return answers[0]?.error ?? "no error";
}

describe("a borrower a line", () => {
  it("gets the floor of each loan, and why", async () => {
    const { exitCode, answers } = await classified([borrower, withLoan({ dpd: 91 })]);

    expect(exitCode).toBe(0);
    expect(answers).toEqual([
      { floors: { A: "normal" }, because: { A: [{ rule: "no_floor", source: "S3" }] } },
      {
        floors: { A: "substandard" },
        because: {
          A: [
            { rule: "dpd_floor.90", source: "2023 No. 1 art. 11(1) (number not verified), S1, S2" },
            { rule: "same_bank_npl", source: "2023 No. 1 art. 7 (number not verified), S1, S2" },
          ],
        },
      },
    ]);
  });

  it("hears which rules nobody has read in the original", async () => {
    const { answers } = await classified([withLoan({ misuse: true })]);
    expect(answers[0]?.because).toEqual({
      A: [{ rule: "changed_use", source: "2023 No. 1 art. 10(2) (number not verified), G, needs legal review" }],
    });
  });

  it("is judged by the micro-loan company's own policy where that is in force", async () => {
    const { answers } = await classified([withLoan({ dpd: 91 })], microloanCompany);
    expect(answers[0]).toMatchObject({
      floors: { A: "substandard" },
      because: { A: [{ source: "S12, G, needs legal review" }, {}] },
    });
  });

  it("may tell how a loan was paid since", async () => {
    const paid = { cleanPeriods: 2, cleanMonths: 6, costsPaid: true, abilityConfirmed: true };
    const { answers } = await classified([
      withLoan({ currentTier: "loss" }),
      withLoan({ currentTier: "loss", ...paid }),
    ]);
    expect(answers.map(({ floors }) => floors)).toEqual([{ A: "substandard" }, { A: "normal" }]);
  });

  it.each<[number, number, number, string]>([
    [0.1, 0.4, 0.5, "special_mention"],
    [0.1, 0.4, 0.499, "substandard"],
    [0.7, 0.1, 6.2, "special_mention"],
    [1e-7, 4e-7, 5e-7, "special_mention"],
    [1e15, 4e15, 4.9e15, "substandard"],
  ])("has its shares counted exactly: %d beside %d and %d", async (bad, one, other, tier) => {
    const loans = [
      { ...loan, balance: bad, dpd: 100 },
      { ...loan, id: "B", balance: one },
      { ...loan, id: "C", balance: other },
    ];
    const { answers } = await classified([{ ...borrower, loans }]);
    expect(answers[0]?.floors).toEqual({ A: "substandard", B: tier, C: tier });
  });

  it("without loans has no floors", async () => {
    expect((await classified([{ ...borrower, loans: [] }])).answers).toEqual([{ floors: {}, because: {} }]);
  });
});

describe("what is unknown or malformed is an error with its path", () => {
  it.each(Object.keys(loan) as (keyof typeof loan)[])("a loan without %s", async (key) => {
    expect(await errorOf({ ...borrower, loans: [loan, without({ ...loan, id: "B" }, key)] })).toContain(
      `loans[1].${key}: `,
    );
  });

  it.each(Object.keys(borrower) as (keyof typeof borrower)[])("a borrower without %s", async (key) => {
    expect(await errorOf(without(borrower, key))).toMatch(new RegExp(`^line 1: ${key}: must be `, "u"));
  });

  it.each<[string, unknown]>([
    ["id", ""],
    ["id", 7],
    ["balance", -1],
    ["balance", "100"],
    ["balance", null],
    ["balance", 2 ** 53],
    ["dpd", -1],
    ["dpd", 1.5],
    ["dpd", "30"],
    ["technicalOverdueApproved", "false"],
    ["refinanced", "no"],
    ["misuse", 0],
    ["restructuredOn", "2026-02-30"],
    ["restructuredOn", "31.03.2026"],
    ["restructuredOn", "9999-12-31"],
    ["restructuredCount", 1],
    ["restructuredCount", -1],
    ["currentTier", "Normal"],
    ["currentTier", "specialMention"],
    ["cleanPeriods", null],
    ["cleanMonths", 2.5],
    ["costsPaid", "yes"],
    ["abilityConfirmed", 1],
    ["collateral", "ample"],
  ])("a loan's %s of %j", async (key, value) => {
    const place = key === "restructuredCount" && value === 1 ? "restructuredOn" : key;
    expect(await errorOf(withLoan({ [key]: value }))).toContain(`line 1: loans[0].${place}: `);
  });

  it.each<[string, unknown]>([
    ["asOf", "2026-13-01"],
    ["asOf", 20260331],
    ["retail", "no"],
    ["allBankDebt", -5],
    ["allBankDebtOver90", 1001],
    ["loans", {}],
    ["lender", "us"],
  ])("a borrower's %s of %j", async (key, value) => {
    expect(await errorOf({ ...borrower, [key]: value })).toContain(`line 1: ${key}: `);
  });

  it("a loan that stands twice, anything that is no borrower", async () => {
    expect(await errorOf({ ...borrower, loans: [loan, loan] })).toBe("line 1: loans[1].id: stands twice");
    expect(await errorOf({ ...borrower, loans: [3] })).toBe("line 1: loans[0]: must be a loan, an object");
    expect(await errorOf("[]")).toBe("line 1: must be a borrower, an object");
    expect(await errorOf("{nonsense")).toMatch(/^line 1: not JSON; write one object a line, with asOf/);
  });

  it("names every one of a line, and goes on with the next", async () => {
    const { exitCode, answers } = await classified([withLoan({ dpd: -1, misuse: "?" }), "", "nonsense", borrower]);

    expect(exitCode).toBe(65);
    expect(answers).toEqual([
      { error: "line 1: loans[0].dpd: must be 0 or more; loans[0].misuse: must be true or false" },
      { error: expect.stringMatching(/^line 3: not JSON/) },
      expect.objectContaining({ floors: { A: "normal" } }),
    ]);
  });
});

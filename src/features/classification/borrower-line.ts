/** One borrower as a line of JSON tells it. Every fact is asked for by name; what is unknown or malformed is a problem, never a guess. */
import { z } from "zod";
import { type DebtorFacts, REFINANCINGS } from "../../domain/classification/index.ts";
import { isIsoDate, yearOf } from "../../domain/dates.ts";
import { type IsoDate, RISK_TIERS } from "../../domain/vocabulary.ts";

/** Far enough from either end of the calendar that months can be counted. */
const date = z
  .string("must be a date such as 2026-03-31")
  .refine(
    (text): text is IsoDate => isIsoDate(text) && yearOf(text) >= 1900 && yearOf(text) <= 2999,
    "must be a date such as 2026-03-31",
  );
/** Beyond this a number of JSON has lost digits. */
const amount = z
  .number("must be an amount of money, 0 or more, such as 1250.5")
  .min(0, "must be 0 or more")
  .max(Number.MAX_SAFE_INTEGER, "is too large to be read exactly");
const whole = z.int("must be a whole number, 0 or more").min(0, "must be 0 or more");
const flag = z.boolean("must be true or false");
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `must be one of ${words.join(", ")}`);

const claimShape = z
  .strictObject(
    {
      id: z.string("must be a text").min(1, "must not be empty"),
      balance: amount,
      dpd: whole,
      technicalOverdueApproved: flag,
      refinanced: oneOf(REFINANCINGS),
      misuse: flag,
      restructuredOn: z.union([date, z.null()], "must be null, or a date such as 2026-03-31"),
      restructuredCount: whole,
      currentTier: oneOf(RISK_TIERS),
      cleanPeriods: whole.optional(),
      cleanMonths: whole.optional(),
      costsPaid: flag.optional(),
      abilityConfirmed: flag.optional(),
    },
    "must be a loan, an object",
  )
  .refine((claim) => claim.restructuredOn !== null || claim.restructuredCount === 0, {
    path: ["restructuredOn"],
    message: "must be the first repayment date agreed after the change, where restructuredCount is not 0",
  });

const borrowerShape = z
  .strictObject(
    {
      asOf: date,
      retail: flag,
      allBankDebt: amount,
      allBankDebtOver90: amount,
      loans: z.array(claimShape, "must be a list of loans"),
    },
    "must be a borrower, an object",
  )
  .refine((borrower) => borrower.allBankDebtOver90 <= borrower.allBankDebt, {
    path: ["allBankDebtOver90"],
    message: "must not be more than allBankDebt, of which it is a part",
  })
  .superRefine(({ loans }, issues) => {
    const seen = new Set<string>();
    loans.forEach(({ id }, at) => {
      if (seen.has(id)) issues.addIssue({ code: "custom", path: ["loans", at, "id"], message: "stands twice" });
      seen.add(id);
    });
  });
type BorrowerLine = z.infer<typeof borrowerShape>;

export function readBorrowerLine(read: unknown): z.ZodSafeParseResult<BorrowerLine> {
  return borrowerShape.safeParse(read);
}

/** Amounts become whole numbers of the smallest decimal that the line uses, so that shares are exact. */
export function debtorOf({ asOf, retail, allBankDebt, allBankDebtOver90, loans }: BorrowerLine): DebtorFacts {
  const decimals = Math.max(
    ...[allBankDebt, allBankDebtOver90, ...loans.map(({ balance }) => balance)].map((one) => written(one).scale),
  );
  const exact = (amountOf: number) => {
    const { digits, scale } = written(amountOf);
    return BigInt(digits) * 10n ** BigInt(decimals - scale);
  };
  return {
    asOf,
    retail,
    allBanks: { debt: exact(allBankDebt), over90: exact(allBankDebtOver90) },
    claims: loans.map(({ balance, dpd, restructuredOn, ...facts }) => ({
      ...facts,
      balance: exact(balance),
      daysPastDue: dpd,
      restructuredOn: restructuredOn ?? undefined,
    })),
  };
}

/** The digits of a number, and how many stand behind its point: 12.5 is 125 and 1, and so is 1.25e1. */
function written(number: number): { readonly digits: string; readonly scale: number } {
  const [, mantissa = "0", exponent = "0"] = /^([\d.]+)(?:e([+-]\d+))?$/u.exec(String(number)) ?? [];
  const [before = "", behind = ""] = mantissa.split(".");
  const scale = behind.length - Number(exponent);
  return scale < 0
    ? { digits: `${before}${behind}${"0".repeat(-scale)}`, scale: 0 }
    : { digits: before + behind, scale };
}

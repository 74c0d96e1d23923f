/** What valuers and insurers tell of collateral. */
import { z } from "zod";
import { factKind, ofEveryRow } from "../fact-kind.ts";
import { amount, day, daysLeft, plain } from "../fields.ts";
import { collateral, loan } from "../subject.ts";

export const VALUE_CNY = "value_cny";

const ofPiece = { loan, collateral };
const about = ({ loan: ofLoan, collateral: number }: { readonly loan: string; readonly collateral: string }) =>
  ({ kind: "collateral", loan: ofLoan, number }) as const;

export const valuations = factKind(
  "valuations",
  z.strictObject({
    ...ofPiece,
    value: amount.meta({ description: "What it is worth, in yuan; as_of is the day of the valuation" }),
    ...ofEveryRow,
  }),
  { about, told: ({ value }) => [{ key: VALUE_CNY, value: plain(value), unit: "yuan", field: "value" }] },
);

export const insurance = factKind(
  "insurance",
  z.strictObject({
    ...ofPiece,
    insured_to: day.meta({ description: "The last day of the cover" }),
    ...ofEveryRow,
  }),
  {
    about,
    told: ({ insured_to: lastDay, as_of }) => [
      { key: "insurance_days_left", value: daysLeft(as_of, lastDay), unit: "days", field: "insured_to" },
    ],
  },
);

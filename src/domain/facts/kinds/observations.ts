/** Any other fact that the policy's metrics and check forms know by name. */
import { z } from "zod";
import { METRIC_UNITS } from "../../signals/metric.ts";
import { factKind, ofEveryRow } from "../fact-kind.ts";
import { DECIMAL, key, plain, reason, short, word } from "../fields.ts";
import { anySubject, subjectOf } from "../subject.ts";

const WORD = /^[a-z][a-z0-9_]*$/u;

const observationRow = z.strictObject({
  ...anySubject,
  key: key.meta({ description: "What is told: a metric or an item of the policy", examples: ["stop_order"] }),
  value: short
    .max(64, reason("too_long"))
    .refine((written) => DECIMAL.test(written) || WORD.test(written), reason("not_a_value"))
    .meta({ description: "A decimal number; true or false of unit flag; a word of unit word" }),
  unit: word(METRIC_UNITS).meta({ description: "That of the policy" }),
  ...ofEveryRow,
});

export const observations = factKind("observations", observationRow, {
  about: subjectOf,
  told: ({ key: name, value, unit }) => [
    { key: name, value: DECIMAL.test(value) ? plain(value) : value, unit, field: "value" },
  ],
  checks: [[(row) => subjectOf(row) !== undefined, "one_subject", "borrower"]],
});

/** The facts that a mapping says nothing about: they keep what another source told. */
import type { Mapping } from "./mapping/schema.ts";

export interface Untold {
  readonly borrower: ReadonlySet<string>;
  readonly loan: ReadonlySet<string>;
  readonly signers: boolean;
}

export function untoldBy({ borrower, loan }: Mapping): Untold {
  const missing = (fields: Record<string, unknown>) =>
    new Set(Object.entries(fields).flatMap(([field, source]) => (source === undefined ? [field] : [])));
  return {
    borrower: missing({
      identityNumber: borrower.identity_number,
      phone: borrower.phone,
      address: borrower.address,
      industryCode: borrower.industry_code,
      lastInspectedOn: borrower.last_inspected_on,
    }),
    loan: missing({
      phase: loan.phase,
      maturesOn: loan.matures_on,
      purpose: loan.purpose,
      seasonKey: loan.season_key,
      approvalConditions: loan.approval_conditions,
      surveySimplified: loan.survey_simplified,
      pastDueSince: loan.past_due_since,
      yearlyRatePpm: loan.yearly_rate,
      yearlyRateFrom: loan.yearly_rate,
    }),
    signers: borrower.signers.length === 0,
  };
}

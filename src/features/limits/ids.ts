/** Message kinds and subjects of this feature. */
export const LIMITS_PASSED = "limits.passed";
export const LIMIT_SUBJECT = "limit";
export const ON_BORROWER = "borrower";
export const ON_UNIT = "unit";
/** A quota that names no unit is the whole lender's. */
export const WHOLE_LENDER = "lender";

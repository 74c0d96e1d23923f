/** A row of the history of what the book says, as a fact changes it. */
export const FACT_CHANGE = {
  id: "text",
  subjectKind: "text",
  subjectId: "text",
  field: "text",
  before: "text",
  after: "text",
  asOf: "text",
  recordedAt: "moment",
  source: "text",
} as const;

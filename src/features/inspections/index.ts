export { answerText, groupedDigits } from "./answer-text.ts";
export { answersOfReport, formsOwn, parsedAnswers, rawOfReport } from "./answers.ts";
export { type CheckSheet, loadSheet } from "./check-sheet.ts";
export { circumstancesOf, storedCircumstances } from "./circumstances.ts";
export { openCheck } from "./early.ts";
export { inputBlock, type RawAnswer, type RawAnswers, rawFromElement } from "./fields.ts";
export { copiedIn, findingsOf } from "./findings.ts";
export { gateFactsOf } from "./gate-facts.ts";
export { ASK_OVERRIDE, CONFIRMATION, CONFIRMATION_NEEDED_KIND, CORRECT, START, WHAT_IS_NEW, WITHDRAW } from "./ids.ts";
export { registerInspections } from "./listeners.ts";
export { openWarnings } from "./open-warnings.ts";
export { refusedHash } from "./overrides-of.ts";
export { type GateFinding, gateFindings } from "./refusals.ts";
export { withRisksOfReport } from "./risk-form.ts";
export { saveAnswers } from "./save.ts";
export { beginBatched, startCheck } from "./start.ts";
export {
  checkSubject,
  findInspection,
  findInspections,
  findOpenDraft,
  type InspectionRecord,
  newestReport,
  STANDING,
  subjectOf,
} from "./store.ts";
export { fileReport, submitReport } from "./submit.ts";
export { type WouldJudge, wouldJudge } from "./would-judge.ts";

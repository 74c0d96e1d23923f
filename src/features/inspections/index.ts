export { answerText } from "./answer-text.ts";
export { answersOfReport, formsOwn, keyParts, rawOfReport } from "./answers.ts";
export { type CheckSheet, loadSheet } from "./check-sheet.ts";
export { storedCircumstances } from "./circumstances.ts";
export { openCheck } from "./early.ts";
export { ASK_OVERRIDE, CONFIRMATION, CONFIRMATION_NEEDED_KIND, CORRECT, START, WITHDRAW } from "./ids.ts";
export { registerInspections } from "./listeners.ts";
export { refusedHash } from "./overrides-of.ts";
export { type GateFinding, gateFindings } from "./refusals.ts";
export { withRisksOfReport } from "./risk-form.ts";
export { saveAnswers } from "./save.ts";
export { startCheck } from "./start.ts";
export {
  checkSubject,
  findInspection,
  findOpenDraft,
  type InspectionRecord,
  newestReport,
  subjectOf,
} from "./store.ts";
export { submitReport } from "./submit.ts";
export { type WouldJudge, wouldJudge } from "./would-judge.ts";

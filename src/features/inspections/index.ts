export { answerText, groupedDigits } from "./answer-text.ts";
export { answersOfReport } from "./answers.ts";
export type { CheckSheet } from "./check-sheet.ts";
export { CORRECT, START, WITHDRAW } from "./ids.ts";
export { registerInspections } from "./listeners.ts";
export { showDraft } from "./show.ts";
export { startCheck } from "./start.ts";
export { checkSubject, findInspection, type InspectionRecord, lastReportBefore, subjectOf } from "./store.ts";
export { submitReport } from "./submit.ts";

/** Looks whether everything that the desk stands on is sound, and says what to do where it is not. */
export { type Examine, examineButton, registerDoctor } from "./button.ts";
export { examine, NOT_FROM_INSIDE } from "./examine.ts";
export type { Instruments } from "./patient.ts";
export { type DoctorReport, doctorReport, settingsReport } from "./report.ts";

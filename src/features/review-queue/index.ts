export { announceSubmission, redrawQueues, redrawQueuesOf, submissionGone } from "./announce.ts";
export { INSPECTION_SUBJECT, OPEN_REVIEW, REPORT_SUBJECT, reportNumber, SHOW_QUEUE } from "./ids.ts";
export { registerQueue } from "./listeners.ts";
export { addQueueRenderers, readerOf } from "./messages.ts";
export { type PartyReport, partiesOf, partiesOfAll, type ReportParties } from "./parties.ts";
export type { Reviewers } from "./reviewers.ts";
export { reviewersOf } from "./reviewers-of.ts";
export { queuePieces, queueView, type Reader } from "./views.ts";
export { type QueueEntry, waitingFor } from "./waiting.ts";

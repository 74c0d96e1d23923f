export { announceSubmissions, redrawQueues, redrawQueuesOf, submissionGone } from "./announce.ts";
export { decidableSince } from "./decidable-since.ts";
export {
  INSPECTION_SUBJECT,
  NAME_REVIEWER,
  OPEN_BATCH_REVIEW,
  OPEN_REVIEW,
  REPORT_SUBJECT,
  reportNumber,
  SHOW_QUEUE,
} from "./ids.ts";
export { registerQueue } from "./listeners.ts";
export { addQueueRenderers, readerOf } from "./messages.ts";
export { fallsTo, namedReviewers } from "./named.ts";
export {
  isInQueueView,
  narrowed,
  officersOf,
  pageValue,
  QUEUE_VIEWS,
  type QueueChoice,
  type QueueView,
} from "./narrow.ts";
export { notByPersons, type PartyReport, partiesOf, partiesOfAll, type ReportParties } from "./parties.ts";
export type { Reviewers } from "./reviewers.ts";
export { reviewersOf } from "./reviewers-of.ts";
export { type QueueReader, queueLinePiece, queueParts, queueView, type Reader } from "./views.ts";
export { type QueueEntry, waitingFor } from "./waiting.ts";

/**
 * What the watchdog may find. `untold`: somebody should have been told and was not promised it. `nobody`: there is nobody whom it
 * could be told. `vacancy`: a rung passes a post that nobody holds, and that was not reported. `half_sent`: a sender died with the
 * message in its hands. `unsent`: promised hours ago. `delivery_stopped`: something is due and nothing leaves. `duty_stopped`: a
 * periodic duty came to no end for too long. `clock_back`: it is earlier than it was; what was to be said at once stays due, and
 * what was said stays said.
 */
export const FINDING_KINDS = [
  "untold",
  "nobody",
  "vacancy",
  "half_sent",
  "unsent",
  "delivery_stopped",
  "duty_stopped",
  "clock_back",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What was done about one: said by the watchdog itself, looked up at Slack, or nothing that a machine could do. */
export const REPAIRS = ["told", "looked_up", "none"] as const;
export type Repair = (typeof REPAIRS)[number];

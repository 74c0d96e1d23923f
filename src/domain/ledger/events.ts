/**
 * The events of the post-loan register (R108), by category. An event is called as the audit log calls it; a few come from tables
 * that say more than the log: see `features/ledger/event-sources.ts`.
 */
import { SIGNAL_STEP_NAMES } from "../signals/steps.ts";
import { SIGNAL_HANDS } from "../vocabulary.ts";

const of = <const Area extends string, const Name extends string>(area: Area, names: readonly Name[]) =>
  names.map((name) => `${area}.${name}` as const);

export const LEDGER_EVENTS = {
  inspections: [
    "inspection.planned",
    "inspection.started",
    "inspections.planned",
    "visit.attempted",
    ...of("extension", ["asked", "granted", "approved", "refused"]),
    "item.snoozed",
    "snooze.ended",
    "sample.drawn",
  ],
  reports: [
    ...of("report", ["submitted", "withdrawn", "approved", "returned", "re_inspect", "correction_started", "printed"]),
    ...of("review", ["opened", "reviewer_named"]),
  ],
  reminders: ["reminder.told", "officer.nudged", "reviewer.nudged"],
  signals: [
    ...of("signal", ["raise", "note", "worsen", "return", "cured", "escalated", "passed_on"]),
    ...of("signal", SIGNAL_STEP_NAMES),
    ...of("signal", SIGNAL_HANDS),
  ],
  tiers: of("tier", [
    ...([
      "suggested",
      "proposed",
      "recognised",
      "approved",
      "declined",
      "lapsed",
      "moved_by_file",
      "quarter_told",
    ] as const),
    ...(["list_proposed", "list_recognised", "list_approved"] as const),
  ]),
  zones: of("zone", ["asked", "approved", "declined", "ended"]),
  measures: of("measure", [
    ...(["opened", "changed", "dropped", "reported", "closed", "sent_back"] as const),
    ...(["offered", "accepted", "declined", "taken_back", "left", "given", "fallen", "escalated"] as const),
  ]),
  handovers: of("handover", [
    "asked",
    "accepted",
    "declined",
    "withdrawn",
    "decided",
    "escalated",
    "fallen",
    "given_on",
  ]),
  overrides: of("override", ["asked", "granted", "declined"]),
  confirmations: of("confirmation", ["sheet_made", "file_given", "file_dropped", "answered"]),
  absences: ["absence.entered", "absence.ended", "duty.entered", "duty.ended"],
  dates: ["key_date.found"],
  imports: ["import_portfolio", "import_people", "import_facts", "match_people"],
  policy: [...of("policy", ["proposed", "rule_signed_off", "adopted", "withdrawn"])],
  bulletins: of("bulletin", ["written", "withdrawn"]),
  customers: [...of("document", ["filed", "taken_out"]), "strategy.set"],
  exports: of("ledger", ["asked", "exported", "cancelled"]),
} as const;

export type LedgerCategory = keyof typeof LEDGER_EVENTS;
export type LedgerEvent = (typeof LEDGER_EVENTS)[LedgerCategory][number];

export const LEDGER_CATEGORIES = Object.keys(LEDGER_EVENTS).filter((name): name is LedgerCategory =>
  Object.hasOwn(LEDGER_EVENTS, name),
);

/**
 * What the machine does with its own messages, files and counts is in the audit log, and is no event of a loan; nor is a person's score.
 * An event of the register that bears the name of such an area is one all the same: a document filed by somebody.
 */
export const TECHNICAL_AREAS = [
  ...(["watchdog", "delivery", "document", "evidence", "totals", "backup", "clock", "digest", "batch"] as const),
  ...(["key_dates", "limits", "move_clock", "score"] as const),
] as const;

/** Told by tables, one row each: the log has one entry for a whole batch of them, or not the business date. */
export const TOLD_BY_TABLES: readonly LedgerEvent[] = [
  "inspection.planned",
  "report.submitted",
  "report.approved",
  "report.returned",
  "report.re_inspect",
  "override.asked",
  "tier.approved",
  "tier.moved_by_file",
  "reminder.told",
  "key_date.found",
];

const CATEGORY_OF = new Map<string, LedgerCategory>(
  LEDGER_CATEGORIES.flatMap((category) => LEDGER_EVENTS[category].map((event) => [event, category] as const)),
);

export function categoryOf(event: string): LedgerCategory | undefined {
  return CATEGORY_OF.get(event);
}

export const isLedgerEvent = (event: string): event is LedgerEvent => CATEGORY_OF.has(event);

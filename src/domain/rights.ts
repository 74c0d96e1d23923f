/** Who may do what: roles by verbs. What is not in the table is denied. */
import type { Role } from "./vocabulary.ts";

/** `own`: assigned to or owned by the actor, or by somebody the actor stands in for. `unit`: in the unit of the grant or below. */
export type Scope = "own" | "unit" | "own_or_unit" | "all";

export const VERBS = [
  "see_help",
  "see_own_desk",
  "see_digest",
  "see_score",
  "see_score_spread",
  "see_ledger",
  "see_account",
  "see_inspection",
  "see_report",
  "see_queue",
  "see_people_matching",
  "start_check",
  "save_draft",
  "attach_evidence",
  "make_confirmation_sheet",
  "take_confirmation",
  "submit_report",
  "withdraw_report",
  "correct_report",
  "snooze_item",
  "ask_extension",
  "record_attempt",
  "nudge_officer",
  "nudge_reviewer",
  "name_reviewer",
  "decide_extension",
  "open_review",
  "approve_report",
  "return_report",
  "ask_reinspection",
  "ask_override",
  "decide_override",
  "see_overrides",
  "see_limits",
  "see_tiers",
  "propose_tier",
  "recognise_tier",
  "approve_tier",
  "ask_zone",
  "decide_zone",
  "set_strategy",
  "file_document",
  "see_bulletins",
  "write_bulletin",
  "see_measure",
  "report_measure",
  "close_measure",
  "offer_measure",
  "answer_measure",
  "give_measure",
  "raise_signal",
  "see_signal",
  "handle_signal",
  "second_signal",
  "take_over_signal",
  "hand_over_signal",
  "answer_signal_offer",
  "ask_about_signal",
  "answer_about_signal",
  "snooze_signal",
  "record_case_cost",
  "see_case_worth",
  "see_restricted_signal",
  "handle_restricted_signal",
  "second_restricted_signal",
  "enter_absence",
  "end_absence",
  "see_absences",
  "enter_duty",
  "ask_handover",
  "answer_handover",
  "decide_handover",
  "import_portfolio",
  "import_people",
  "import_facts",
  "plan_inspections",
  "run_sweep",
  "draw_sample",
  "verify_audit",
  "recount_totals",
  "move_clock",
  "see_delivery",
  "print_report",
  "steer_delivery",
  "keep_backups",
  "examine_desk",
  "see_policy",
  "propose_policy",
  "adopt_policy",
  "sign_off_rule",
] as const;
export type Verb = (typeof VERBS)[number];

type Rights = Readonly<Partial<Record<Verb, Scope>>>;

const everybody: Rights = {
  see_help: "all",
  see_own_desk: "own",
  see_bulletins: "all",
  enter_absence: "own",
  end_absence: "own",
  see_absences: "own",
};

/** Whoever has to do with a customer may raise a signal; whoever answers for the account takes its steps. */
const answersForSignals: Rights = {
  raise_signal: "own",
  see_signal: "own",
  handle_signal: "own",
  take_over_signal: "own",
  hand_over_signal: "own",
  answer_signal_offer: "own",
  ask_about_signal: "own",
  answer_about_signal: "own",
  snooze_signal: "own",
  record_case_cost: "own",
};

/** Is asked about signals that they see: what they know stands at the signal. */
const knowsOfSignals: Rights = { see_signal: "unit", answer_about_signal: "own" };

/** Raises, reads, takes steps in the unit, and is the second person where somebody else did. */
const decidesSignals: Rights = {
  raise_signal: "own_or_unit",
  see_signal: "own_or_unit",
  handle_signal: "own_or_unit",
  second_signal: "unit",
  take_over_signal: "own_or_unit",
  hand_over_signal: "own_or_unit",
  answer_signal_offer: "own",
  ask_about_signal: "own_or_unit",
  answer_about_signal: "own",
  snooze_signal: "own_or_unit",
  record_case_cost: "own",
};

/** The policy says which codes are whose; who is named in one, and their line, is outside. */
const hearsOfRestricted: Rights = {
  see_restricted_signal: "unit",
  handle_restricted_signal: "unit",
  second_restricted_signal: "unit",
};

const doesChecks: Rights = {
  see_digest: "own",
  see_ledger: "own",
  see_account: "own",
  see_inspection: "own",
  see_report: "own",
  start_check: "own",
  save_draft: "own",
  attach_evidence: "own",
  make_confirmation_sheet: "own",
  take_confirmation: "own",
  submit_report: "own",
  withdraw_report: "own",
  correct_report: "own",
  ask_handover: "own",
  answer_handover: "own",
  snooze_item: "own",
  ask_extension: "own",
  record_attempt: "own",
  ask_override: "own",
  see_tiers: "own",
  propose_tier: "own",
  ask_zone: "own",
  file_document: "own",
};

/** Whoever is the first responsible person of a measure says what came of it, or offers it to a colleague, who answers. */
const answersForOwn: Rights = {
  see_measure: "own",
  report_measure: "own",
  offer_measure: "own",
  answer_measure: "own",
};

/** The unit's readers see its measures. */
const answersForMeasures: Rights = { ...answersForOwn, see_measure: "own_or_unit" };

/** A second person closes it (R83): a reviewer of the unit, or who leads it. */
const closesMeasures: Rights = { ...answersForMeasures, close_measure: "unit" };

/** Whom late work climbs to: they ask the officer or the reviewer, and may keep it quiet for themselves for a while. */
const hearsOfLate: Rights = { nudge_officer: "unit", nudge_reviewer: "unit", snooze_item: "unit" };

/** How a customer is to be kept is for whoever keeps them and whoever leads (R103). */
const setsStrategy: Rights = { set_strategy: "own" };

const reads: Rights = { see_account: "unit", see_inspection: "unit", see_report: "unit", see_tiers: "unit" };

/** Whoever does checks sees their own, also those of another unit. */
const readsAndDoes: Rights = {
  see_account: "own_or_unit",
  see_inspection: "own_or_unit",
  see_report: "own_or_unit",
  see_tiers: "own_or_unit",
};

const decides: Rights = {
  see_queue: "unit",
  open_review: "unit",
  approve_report: "unit",
  return_report: "unit",
  ask_reinspection: "unit",
};

/** Whoever leads a unit sees to it that its work has somebody who does it. */
const leads: Rights = {
  enter_absence: "own_or_unit",
  end_absence: "own_or_unit",
  see_absences: "own_or_unit",
  enter_duty: "unit",
  ask_handover: "own_or_unit",
  decide_handover: "unit",
  give_measure: "unit",
  write_bulletin: "unit",
  see_limits: "unit",
  name_reviewer: "unit",
  // One sheet to speak about with whom it is of, and how all are spread; nobody else reads a colleague's.
  see_score: "own_or_unit",
  see_score_spread: "unit",
  see_case_worth: "unit",
  set_strategy: "unit",
  file_document: "unit",
};

export const RIGHTS: Readonly<Record<Role, Rights>> = {
  account_manager: {
    ...everybody,
    ...doesChecks,
    see_score: "own",
    ...answersForOwn,
    ...answersForSignals,
    ...setsStrategy,
  },
  post_loan_officer: {
    ...everybody,
    ...doesChecks,
    ...readsAndDoes,
    ...decides,
    ...hearsOfLate,
    ...closesMeasures,
    ...decidesSignals,
    // Whoever stands in for a keeper does all that the keeper does.
    ...setsStrategy,
    see_score: "own",
    see_digest: "own_or_unit",
    see_ledger: "own_or_unit",
    snooze_item: "own_or_unit",
    recognise_tier: "unit",
    ask_zone: "own_or_unit",
    file_document: "own_or_unit",
  },
  risk_manager: {
    ...everybody,
    ...reads,
    ...hearsOfLate,
    ...answersForMeasures,
    ...decidesSignals,
    see_digest: "own_or_unit",
    see_ledger: "own_or_unit",
    write_bulletin: "unit",
    see_limits: "unit",
    recognise_tier: "unit",
    ask_zone: "unit",
    decide_zone: "unit",
    see_case_worth: "unit",
  },
  unit_manager: {
    ...everybody,
    ...reads,
    ...leads,
    ...hearsOfLate,
    ...closesMeasures,
    ...decidesSignals,
    see_digest: "own_or_unit",
    see_ledger: "own_or_unit",
    decide_extension: "unit",
    decide_override: "unit",
    approve_tier: "unit",
    ask_zone: "unit",
    decide_zone: "unit",
    see_overrides: "unit",
  },
  head_office_manager: {
    ...everybody,
    ...reads,
    ...leads,
    ...hearsOfLate,
    ...closesMeasures,
    ...decidesSignals,
    ...hearsOfRestricted,
    see_digest: "own_or_unit",
    see_ledger: "own_or_unit",
    decide_extension: "unit",
    see_policy: "all",
    adopt_policy: "all",
    decide_override: "unit",
    approve_tier: "unit",
    decide_zone: "unit",
    see_overrides: "unit",
  },
  asset_operations: { ...everybody, ...doesChecks, ...answersForOwn, ...answersForSignals, ...setsStrategy },
  compliance: {
    ...everybody,
    ...reads,
    ...hearsOfRestricted,
    ...knowsOfSignals,
    raise_signal: "unit",
    see_digest: "unit",
    see_ledger: "unit",
    see_measure: "unit",
    see_limits: "unit",
    see_overrides: "unit",
    see_case_worth: "unit",
    see_policy: "all",
    sign_off_rule: "all",
  },
  online_monitor: {
    ...everybody,
    see_account: "unit",
    see_inspection: "unit",
    ...knowsOfSignals,
    raise_signal: "unit",
  },
  // Outsourced: brings records and documents for what is assigned to them, never concludes (R68, R69).
  field_agent: {
    ...everybody,
    see_inspection: "own",
    save_draft: "own",
    attach_evidence: "own",
    record_attempt: "own",
  },
  credit_approver: { ...everybody, ...reads, ...knowsOfSignals, see_measure: "unit" },
  overseer: {
    ...everybody,
    ...reads,
    ...knowsOfSignals,
    see_measure: "unit",
    see_digest: "unit",
    see_ledger: "unit",
    see_overrides: "unit",
    see_limits: "unit",
    see_case_worth: "unit",
  },
  // Settings, no business decisions and no customers.
  administrator: {
    ...everybody,
    see_people_matching: "all",
    import_portfolio: "all",
    import_people: "all",
    import_facts: "all",
    plan_inspections: "all",
    run_sweep: "all",
    draw_sample: "all",
    verify_audit: "all",
    recount_totals: "all",
    move_clock: "all",
    see_delivery: "all",
    // At the terminal, for a named person, and what that person may read.
    print_report: "all",
    steer_delivery: "all",
    keep_backups: "all",
    examine_desk: "all",
    see_policy: "all",
    propose_policy: "all",
  },
};

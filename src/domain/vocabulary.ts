/**
 * The field's words, as they are stored, exported and written in policy files (snake_case). One list per idea; the
 * database guards, the zod schemas and the texts are all checked against these lists.
 */
import type { DateTime } from "luxon";

/** A calendar date, `YYYY-MM-DD`. Made by `isoDate` of ./dates.ts, so that a stray string is not taken for one. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

/** A moment, in UTC when stored. The domain may hold one, never make one. */
export type Moment = DateTime<true>;

/** The five tiers of loan classification, mildest first (2023 No. 1, art. 6). */
export const RISK_TIERS = ["normal", "special_mention", "substandard", "doubtful", "loss"] as const;
export type RiskTier = (typeof RISK_TIERS)[number];

export const TIER_PROPOSAL_STATES = ["suggested", "proposed", "recognised", "approved", "declined", "lapsed"] as const;
/** `suggested` by the daily run, before a person proposes; the last three are ends. */
export type TierProposalState = (typeof TIER_PROPOSAL_STATES)[number];
export const OPEN_TIER_PROPOSAL_STATES = ["suggested", "proposed", "recognised"] as const;

/** Management zones (R102). */
export const ZONES = ["z1", "z2", "z3"] as const;
export type Zone = (typeof ZONES)[number];

export const PRODUCTS = [
  "working_capital",
  "fixed_asset",
  "personal_business",
  "personal_consumption",
  "agricultural_household",
  "agri_procurement",
  "mortgage",
  "microloan",
] as const;
/** The seven products of the handbook's section 2.3, and the micro-loan company's one. */
export type Product = (typeof PRODUCTS)[number];

/** A building project is inspected more often than one in operation; other products have no phase. */
export const PROJECT_PHASES = ["building", "operating"] as const;
export type ProjectPhase = (typeof PROJECT_PHASES)[number];

/** Who the borrower is (R62). */
export const CUSTOMER_TYPES = ["corporate", "mse", "sole_trader", "farm_household", "individual"] as const;
export type CustomerType = (typeof CUSTOMER_TYPES)[number];

export const LOAN_STATES = ["live", "settled", "written_off", "transferred"] as const;
/** `written_off` is still pursued. */
export type LoanState = (typeof LOAN_STATES)[number];
/** The states that leave duties. */
export const PURSUED_LOAN_STATES = ["live", "written_off"] as const satisfies readonly LoanState[];

export const FACT_DELIVERY_STATES = ["taken", "refused"] as const;
/** What became of facts that another system pushed: all of them, or none. */
export type FactDeliveryState = (typeof FACT_DELIVERY_STATES)[number];

export const INSPECTION_KINDS = ["first", "routine", "special", "weekly_track", "contact_note"] as const;
/** `weekly_track` and `contact_note` are short notes outside the quality gate (handbook 2.3). */
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export const VISIT_MODES = ["on_site", "off_site", "unannounced"] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

export const INSPECTION_STATES = [
  "planned",
  "started",
  "submitted",
  "in_review",
  "returned",
  "approved",
  "rejected",
  "cancelled",
] as const;
/** `submitted` may be withdrawn; `in_review` begins when a reviewer opens it. The last three are ends. */
export type InspectionState = (typeof INSPECTION_STATES)[number];
export const OPEN_INSPECTION_STATES = ["planned", "started", "submitted", "in_review", "returned"] as const;

export const REVIEW_DECISIONS = ["approved", "returned", "re_inspect"] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** Why a report went back (R78). */
export const RETURN_REASONS = [
  "missing_evidence",
  "figures_contradict",
  "conclusion_not_supported",
  "use_of_funds_unclear",
  "collateral_not_checked",
  "wrong_period",
  "not_visited",
  "copied_report",
  "other",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** How a reviewer judges a report's record, and how its conclusion (R78). `not_judged`: a visit that is not trusted has none. */
export const JUDGEMENTS = ["in_order", "not_in_order", "not_judged"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Why a passed inspection was drawn for a re-check on site (R81). */
export const SAMPLE_REASONS = ["first_zone_2_entry", "similar", "lot", "simplified_survey", "officer_minimum"] as const;
export type SampleReason = (typeof SAMPLE_REASONS)[number];

export const EXTENSION_STATES = ["asked", "approved", "refused", "withdrawn"] as const;
export type ExtensionState = (typeof EXTENSION_STATES)[number];

/** `escalated`: nobody answered in time, and the manager decides. */
/** What lapses or falls due on a day that can be known beforehand (R59, R60). */
export const KEY_DATE_KINDS = [
  "rating",
  "repayment",
  "insurance",
  "valuation",
  "permit",
  "covenant",
  "approval_condition",
  "zone_override",
  "document",
] as const;
export type KeyDateKind = (typeof KEY_DATE_KINDS)[number];

/** `planned`: nobody said whether it was paid. `cancelled`: the plan was changed, and it is owed no more. */
export const INSTALMENT_STATES = ["planned", "unpaid", "paid", "cancelled"] as const;
export type InstalmentState = (typeof INSTALMENT_STATES)[number];

/** How a customer is to be kept (R103). */
export const STRATEGIES = ["grow", "keep", "reduce", "exit"] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** The parts of a customer's file (R135; handbook 2.7). */
export const FILE_SECTIONS = [
  "identity",
  "application",
  "contracts",
  "drawdown",
  "guarantee",
  "post_loan",
  "collection",
] as const;
/** What the desk itself holds of a customer, and a file may count as a document. */
export const FILED_BY = ["first_report", "routine_report", "confirmation"] as const;
export type FiledBy = (typeof FILED_BY)[number];
export type FileSection = (typeof FILE_SECTIONS)[number];

export const HANDOVER_STATES = ["asked", "escalated", "accepted", "declined", "withdrawn"] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];
export const WAITING_HANDOVER_STATES = ["asked", "escalated"] as const;

/** What is written of a customer in zone 2 and of a non-performing one: one plan per customer (R117, R118). */
export const PLAN_KINDS = ["written_plan", "workout_plan"] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];
/** What is undertaken: because of a report, or because of where a customer stands. */
export const CASE_KINDS = ["measure", ...PLAN_KINDS] as const;
export type CaseKind = (typeof CASE_KINDS)[number];
/** `reported`: its result waits for a second person. The last two are ends. */
export const CASE_STATES = ["open", "reported", "closed", "dropped"] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** `ended`: taken back, or another was approved in its place. Its last day alone ends it too. */
export const ZONE_OVERRIDE_STATES = ["asked", "approved", "declined", "ended"] as const;
export type ZoneOverrideState = (typeof ZONE_OVERRIDE_STATES)[number];

export const OVERRIDE_STATES = ["asked", "granted", "declined"] as const;
export type OverrideState = (typeof OVERRIDE_STATES)[number];

export const POLICY_PROPOSAL_STATES = ["proposed", "adopted", "withdrawn"] as const;
export type PolicyProposalState = (typeof POLICY_PROPOSAL_STATES)[number];

/** Why a visit could not be made. */
export const ATTEMPT_REASONS = [
  "nobody_there",
  "refused_entry",
  "postponed_by_borrower",
  "not_reachable",
  "weather_or_road",
  "own_illness",
  "other",
] as const;
export type AttemptReason = (typeof ATTEMPT_REASONS)[number];

export const ROLES = [
  "account_manager",
  "post_loan_officer",
  "risk_manager",
  "unit_manager",
  "head_office_manager",
  "asset_operations",
  "compliance",
  "online_monitor",
  "field_agent",
  "credit_approver",
  "overseer",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export const UNIT_KINDS = ["head_office", "branch", "sub_branch", "department"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_LINES = ["business", "control", "asset_ops"] as const;
export type UnitLine = (typeof UNIT_LINES)[number];

export const SIGNAL_LEVELS = ["blue", "yellow", "orange", "red"] as const;
export type SignalLevel = (typeof SIGNAL_LEVELS)[number];

/**
 * How much a signal asks for: all of section 2.5; a release by two persons and no plan; a note on a call with the customer. `quiet`:
 * the reminders of a late inspection are the signal, and whoever submits its report ends it.
 */
export const SIGNAL_PATHS = ["full", "light", "contact_note", "quiet"] as const;
export type SignalPath = (typeof SIGNAL_PATHS)[number];

export const SIGNAL_STATES = [
  "raised",
  "acknowledged",
  "verified",
  "false_alarm",
  "plan_proposed",
  "plan_approved",
  "in_progress",
  "resolved",
  "observing",
  "closed",
] as const;
/** `false_alarm` and `closed` are ends; both need a second person, and none comes by time alone (handbook 2.5). */
export type SignalState = (typeof SIGNAL_STATES)[number];
export const ENDED_SIGNAL_STATES = ["false_alarm", "closed"] as const;

/** How often a digest comes by itself. */
export const DIGEST_RHYTHMS = ["day", "week", "month"] as const;
export type DigestRhythm = (typeof DIGEST_RHYTHMS)[number];
/** What a person may wish in place of what the policy says. */
export const DIGEST_WISHES = [...DIGEST_RHYTHMS, "never"] as const;
/** What a digest that is asked for, or comes by itself, is shown as unless something else is asked for. */
export const DIGEST_LOOKS = ["charts", "picture"] as const;
export type DigestLookWord = (typeof DIGEST_LOOKS)[number];
export type DigestWishWord = (typeof DIGEST_WISHES)[number];

/** What waits for a second person. */
export const SIGNAL_ASKS = ["false_alarm", "release"] as const;
export type SignalAsk = (typeof SIGNAL_ASKS)[number];

/** What happens to a signal without a person's step: it came, came again, got worse, came back, its fact went away, its account changed hands. */
export const SIGNAL_ARRIVALS = ["raised", "noted", "worsened", "returned", "cured", "passed_on"] as const;
export type SignalArrival = (typeof SIGNAL_ARRIVALS)[number];

/** What people do with a signal beside its steps: who answers for it, what is asked about it, when its ladder stands still. */
export const SIGNAL_HANDS = [
  "taken_over",
  "offered",
  "accepted",
  "declined",
  "taken_back",
  "lapsed",
  "asked",
  "answered",
  "snoozed",
  "woken",
  "coded",
] as const;
export type SignalHand = (typeof SIGNAL_HANDS)[number];

/** Who saw a risk first: whoever kept the account, the engine, or anybody else (R51). */
export const FOUND_BY = ["own_check", "system", "others"] as const;
export type FoundBy = (typeof FOUND_BY)[number];

export const LANGUAGES = ["en", "zh-Hans", "zh-Hant"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence in every language, as policy files hold it. */
export type Sentences = Readonly<Record<Language, string>>;

/** Money: integer minor units and a currency, never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/**
 * What the database itself refuses, whoever asks: one list for both databases. `tsx prisma/write-guards.ts` writes
 * it out as guards.sqlite.sql and guards.postgres.sql, and prisma/migrate.ts lays those down again after every
 * migration, because rebuilding a SQLite table drops its triggers and partial indexes without a word.
 */
import { SCORED_ROLES } from "../src/domain/appraisal/facts.ts";
import { CONFIRMATION_ANSWERS, SIGNS_THEMSELVES } from "../src/domain/confirmation/answer.ts";
import { FINDING_RULES, REFUSABLE_RULES } from "../src/domain/gate/findings.ts";
import { REPORT_STATES, WAITING_REPORT_STATES } from "../src/domain/inspection.ts";
import { LEDGER_EXPORT_STATES, LEDGER_FORMATS } from "../src/domain/ledger/filters.ts";
import { SIGNAL_STEP_NAMES } from "../src/domain/signals/steps.ts";
import { TOTAL_KINDS } from "../src/domain/totals/index.ts";
import {
  ATTEMPT_REASONS,
  CASE_KINDS,
  CASE_STATES,
  CUSTOMER_TYPES,
  DIGEST_LOOKS,
  DIGEST_WISHES,
  ENDED_SIGNAL_STATES,
  EXTENSION_STATES,
  FACT_DELIVERY_STATES,
  FOUND_BY,
  HANDOVER_STATES,
  INSPECTION_KINDS,
  INSPECTION_STATES,
  INSTALMENT_STATES,
  JUDGEMENTS,
  KEY_DATE_KINDS,
  LANGUAGES,
  LOAN_STATES,
  OPEN_INSPECTION_STATES,
  OPEN_TIER_PROPOSAL_STATES,
  OVERRIDE_STATES,
  PLAN_KINDS,
  POLICY_PROPOSAL_STATES,
  PRODUCTS,
  PROJECT_PHASES,
  REVIEW_DECISIONS,
  RISK_TIERS,
  ROLES,
  SAMPLE_REASONS,
  SIGNAL_ARRIVALS,
  SIGNAL_ASKS,
  SIGNAL_HANDS,
  SIGNAL_LEVELS,
  SIGNAL_PATHS,
  SIGNAL_STATES,
  STRATEGIES,
  TIER_PROPOSAL_STATES,
  UNIT_KINDS,
  UNIT_LINES,
  VISIT_MODES,
  WAITING_HANDOVER_STATES,
  ZONE_OVERRIDE_STATES,
  ZONES,
} from "../src/domain/vocabulary.ts";
import { FINDING_KINDS, REPAIRS } from "../src/domain/watchdog/index.ts";
import { type Column, tablesOf } from "./models-columns.ts";
import type { DatabaseKind } from "./schema.ts";

export type WriteVerb = "insert" | "update" | "delete";

/** A condition in SQL over NEW and OLD; both databases read the same text unless they differ in the function. */
type Condition = string | Record<DatabaseKind, string>;

export interface Check {
  readonly refusedWhen: Condition;
  readonly says: string;
}

export interface Guard {
  readonly name: string;
  readonly table: string;
  readonly on: readonly WriteVerb[];
  /** With `update`: only when one of these is written. */
  readonly columns?: readonly string[];
  /** Writers come one after the other, so that each check sees what the one before stored. SQLite has one writer anyway. */
  readonly oneByOne?: boolean;
  readonly checks: readonly Check[];
}

export interface PartialIndex {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly where: string;
}

const OPEN: readonly string[] = OPEN_INSPECTION_STATES;
const ENDS = INSPECTION_STATES.filter((state) => !OPEN.includes(state));
const OUTBOX_STATES = ["pending", "claimed", "sent", "uncertain", "dead", "cancelled"] as const;
const PAUSE_KINDS = ["limited", "stopped"] as const;
const COPY_STATES = ["pending", "stored", "failed"] as const;

/** Column by column, the words it may hold. Columns without a row here hold free text or references. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  "OrgUnit.kind": UNIT_KINDS,
  "OrgUnit.line": UNIT_LINES,
  "OrgUnit.language": LANGUAGES,
  "RoleGrant.role": ROLES,
  "Borrower.customerType": CUSTOMER_TYPES,
  "Loan.product": PRODUCTS,
  "Loan.phase": PROJECT_PHASES,
  "Loan.state": LOAN_STATES,
  "Loan.tier": RISK_TIERS,
  "FiledCopy.state": COPY_STATES,
  "DigestLook.look": DIGEST_LOOKS,
  "DigestWish.rhythm": DIGEST_WISHES,
  "TierProposal.fromTier": RISK_TIERS,
  "TierProposal.tier": RISK_TIERS,
  "TierProposal.floor": RISK_TIERS,
  "TierProposal.state": TIER_PROPOSAL_STATES,
  "ZoneOverride.zone": ZONES,
  "ZoneOverride.computed": ZONES,
  "ZoneOverride.state": ZONE_OVERRIDE_STATES,
  "Borrower.zone": ZONES,
  "ZoneMove.fromZone": ZONES,
  "ZoneMove.toZone": ZONES,
  "CustomerStrategy.strategy": STRATEGIES,
  "Instalment.state": INSTALMENT_STATES,
  "KeyDate.kind": KEY_DATE_KINDS,
  "KeyDate.tier": RISK_TIERS,
  "Inspection.kind": INSPECTION_KINDS,
  "Inspection.mode": VISIT_MODES,
  "Inspection.state": INSPECTION_STATES,
  "Draft.mode": VISIT_MODES,
  "Report.mode": VISIT_MODES,
  "Report.state": REPORT_STATES,
  "Report.level": SIGNAL_LEVELS,
  "Answer.level": SIGNAL_LEVELS,
  "Review.decision": REVIEW_DECISIONS,
  "Review.recordJudgement": JUDGEMENTS,
  "Review.conclusionJudgement": JUDGEMENTS,
  "SampleItem.why": SAMPLE_REASONS,
  "OutboxMessage.state": OUTBOX_STATES,
  "DeliveryPause.kind": PAUSE_KINDS,
  "Extension.state": EXTENSION_STATES,
  "Handover.state": HANDOVER_STATES,
  "VisitAttempt.reason": ATTEMPT_REASONS,
  "ReportFinding.rule": FINDING_RULES,
  "Case.kind": CASE_KINDS,
  "Case.state": CASE_STATES,
  "GateOverride.rule": REFUSABLE_RULES,
  "GateOverride.state": OVERRIDE_STATES,
  "LedgerExport.state": LEDGER_EXPORT_STATES,
  "LedgerExport.format": LEDGER_FORMATS,
  "FactDelivery.state": FACT_DELIVERY_STATES,
  "Signal.level": SIGNAL_LEVELS,
  "Signal.path": SIGNAL_PATHS,
  "Signal.state": SIGNAL_STATES,
  "Signal.askedFor": SIGNAL_ASKS,
  "CaseCost.foundBy": FOUND_BY,
  "SignalEvent.act": [...SIGNAL_ARRIVALS, ...SIGNAL_STEP_NAMES, ...SIGNAL_HANDS],
  "SignalEvent.fromState": SIGNAL_STATES,
  "SignalEvent.toState": SIGNAL_STATES,
  "SignalEvent.level": SIGNAL_LEVELS,
  "SignalEvent.asRole": ROLES,
  "PolicyProposal.state": POLICY_PROPOSAL_STATES,
  "BorrowerConfirmation.answer": CONFIRMATION_ANSWERS,
  "WatchdogFinding.kind": FINDING_KINDS,
  "WatchdogFinding.repair": REPAIRS,
  "TotalDelta.kind": TOTAL_KINDS,
  "ScoreSheet.role": SCORED_ROLES,
};

/** Dates whose name does not end in "On". */
const OTHER_DATES = new Set(["asOf", "insuredTo", "pastDueSince", "effectiveFrom"]);
/** What stands has no date; an empty text says so. */
const DATES_OR_NONE = new Set(["TotalDelta.fallsOn", "Total.fallsOn", "UnitTotal.fallsOn"]);
/** What somebody is still typing is checked when it is submitted. */
const UNCHECKED_TABLES = new Set(["DraftAnswer", "BatchAnswer"]);

/** Records that may never change once written. */
const APPEND_ONLY = [
  "AuditEvent",
  "Review",
  "ReviewNote",
  "ReportFinding",
  "Answer",
  "Observation",
  "FactChange",
  "PolicyVersion",
  "VisitAttempt",
  "ReviewerNaming",
  "PolicySignOff",
  "ConfirmationSheet",
  "BorrowerConfirmation",
  "SampleDraw",
  "SampleItem",
  "SignalEvent",
  "SignalNamed",
  "Escalation",
  "FactDelivery",
  "ZoneMove",
  "ScoreSheet",
  "CustomerStrategy",
  "CaseCost",
];
/** Not business records: what somebody is typing, small settings, a list that is found out anew each time. */
const MAY_BE_DELETED = new Set([
  "DraftAnswer",
  "Setting",
  "UnmatchedPerson",
  "DeliveryPause",
  "DeliveryPace",
  "DutyRun",
  "DutyBeat",
  // Made of the deltas, and made again where they are not what the deltas say.
  "Total",
  "UnitTotal",
  "UnitLoad",
  // A request to the engine, done with when it has looked.
  "LookAsked",
  // What somebody looks at; drawn anew at every opening.
  "OpenHome",
]);
/** Deleted only before they mean anything; see `beforeTheyMatter`. */
const MAY_BE_DELETED_EARLY = new Set(["InspectionLoan", "OutboxItem", "BatchAnswer"]);

export const PARTIAL_INDEXES: readonly PartialIndex[] = [
  {
    name: "one_open_routine_inspection",
    table: "Inspection",
    columns: ["borrowerId"],
    // The next one is planned when a report is submitted, while that report's inspection is still with the reviewer.
    where: `"kind" = 'routine' AND "state" IN ('planned', 'started')`,
  },
  { name: "one_open_draft", table: "Draft", columns: ["inspectionId"], where: `"closedAt" IS NULL` },
  {
    name: "one_waiting_report",
    table: "Report",
    columns: ["inspectionId"],
    where: `"state" IN (${list(WAITING_REPORT_STATES)})`,
  },
  {
    name: "confirmation_file_used_once",
    table: "BorrowerConfirmation",
    columns: ["sha256"],
    where: `"sha256" IS NOT NULL`,
  },
  { name: "one_open_batch", table: "OffSiteBatch", columns: ["personId"], where: `"submittedAt" IS NULL` },
  { name: "one_current_owner", table: "Ownership", columns: ["borrowerId"], where: `"toAt" IS NULL` },
  {
    name: "one_live_role_grant",
    table: "RoleGrant",
    columns: ["personId", "role", "unitId"],
    where: `"toAt" IS NULL`,
  },
  { name: "one_waiting_policy", table: "PolicyProposal", columns: ["policyId"], where: `"state" = 'proposed'` },
  { name: "one_asked_extension", table: "Extension", columns: ["inspectionId"], where: `"state" = 'asked'` },
  {
    name: "one_case_of_a_risk",
    table: "Case",
    columns: ["inspectionId", "place"],
    where: `"state" <> 'dropped'`,
  },
  {
    name: "one_waiting_plan",
    table: "Case",
    columns: ["borrowerId"],
    where: `"kind" IN (${list(PLAN_KINDS)}) AND "state" IN ('open', 'reported')`,
  },
  {
    name: "one_asked_override",
    table: "GateOverride",
    columns: ["inspectionId", "answerKey", "rule"],
    where: `"state" = 'asked'`,
  },
  {
    name: "one_asked_zone",
    table: "ZoneOverride",
    columns: ["borrowerId"],
    where: `"state" = 'asked'`,
  },
  {
    name: "one_approved_zone",
    table: "ZoneOverride",
    columns: ["borrowerId"],
    where: `"state" = 'approved'`,
  },
  {
    name: "one_standing_signal",
    table: "Signal",
    columns: ["code", "subjectKind", "subjectId"],
    where: `"state" NOT IN (${list(ENDED_SIGNAL_STATES)})`,
  },
  { name: "one_taken_delivery", table: "FactDelivery", columns: ["source", "eventId"], where: `"state" = 'taken'` },
  {
    name: "one_open_tier_proposal",
    table: "TierProposal",
    columns: ["loanId"],
    where: `"state" IN (${list(OPEN_TIER_PROPOSAL_STATES)})`,
  },
  {
    name: "one_waiting_handover_of_an_inspection",
    table: "Handover",
    columns: ["inspectionId"],
    where: `"inspectionId" IS NOT NULL AND "state" IN (${list(WAITING_HANDOVER_STATES)})`,
  },
  {
    name: "one_waiting_handover_of_an_account",
    table: "Handover",
    columns: ["borrowerId"],
    where: `"inspectionId" IS NULL AND "state" IN (${list(WAITING_HANDOVER_STATES)})`,
  },
];

/** Not unique: few rows of a big table, found without reading the others. */
export const FEW_ROWS_INDEXES: readonly PartialIndex[] = [
  // Those that a person saw; the engine raises most of them.
  { name: "signals_raised_by_people", table: "Signal", columns: ["raisedOn"], where: `"raisedById" IS NOT NULL` },
];

/** An index for beginnings of texts. Prisma knows none, and rebuilding a table would drop it as it does the partial ones. */
export interface SearchIndex {
  readonly name: string;
  readonly table: string;
  /** Compared for equality before the beginning is looked up. */
  readonly within?: string;
  readonly column: string;
}

/** Customers by the beginning of their number or name, in the whole book and in a unit. */
export const SEARCH_INDEXES: readonly SearchIndex[] = [
  { name: "customers_by_number", table: "Borrower", column: "number" },
  { name: "customers_by_name", table: "Borrower", column: "name" },
  { name: "customers_of_unit_by_number", table: "Borrower", within: "unitId", column: "number" },
  { name: "customers_of_unit_by_name", table: "Borrower", within: "unitId", column: "name" },
];

/** Every guard, from the models as they are now. */
export function guardsFor(models: string): Guard[] {
  const tables = tablesOf(models);
  return [
    ...[...tables].flatMap(([table, columns]) => valuesGuard(table, columns)),
    ...[...tables.keys()].flatMap(noDelete),
    ...APPEND_ONLY.map(noUpdate),
    ...beforeTheyMatter(),
    ...auditChain(),
    reportIsImmutable(tables.get("Report") ?? []),
    approvedNeedsReview(),
    approvedNeedsConfirmation(),
    reportFitsItsBatch(),
    ...batchIsSubmittedOnce(tables.get("OffSiteBatch") ?? []),
    confirmationFitsItsSheet(),
    fourEyes(),
    judgementFitsDecision(),
    recheckedByAnother(),
    recheckReportedByAnother(),
    namedReviewerIsAnother(),
    absencesDoNotCross(),
    extensionNeedsAnother(),
    caseNeedsAnother(),
    caseStandsSomewhere(),
    caseOfferIsWhole(),
    overrideNeedsAnother(),
    zoneNeedsAnother(),
    zoneIsFixed(),
    documentStaysFiled(),
    copyStaysStored(),
    signalNeedsOthers(),
    planNeedsAnother(),
    signalStaysEnded(),
    signalOfferIsWhole(),
    answerIsGivenOnce(),
    costIsOfAClosedCase(),
    snoozeIsEnteredOnce(),
    tierNeedsThree(),
    tierIsFixed(tables.get("TierProposal") ?? []),
    ...policyNeedsTwo(tables.get("PolicyProposal") ?? []),
    linkIsUsedOnce(tables.get("DocumentLink") ?? []),
    endsAreDated(),
    deltaIsFoldedOnce(tables.get("TotalDelta") ?? []),
  ];
}

function valuesGuard(table: string, columns: readonly Column[]): Guard[] {
  if (UNCHECKED_TABLES.has(table)) return [];
  const checked = columns.flatMap(({ name, type }) => {
    const check = valueCheck(table, name, type);
    return check === undefined ? [] : [{ name, check }];
  });
  if (checked.length === 0) return [];
  return [
    {
      name: `values_of_${snake(table)}`,
      table,
      on: ["insert", "update"],
      columns: checked.map(({ name }) => name),
      checks: checked.map(({ check }) => check),
    },
  ];
}

function valueCheck(table: string, column: string, type: string): Check | undefined {
  const words = WORDS[`${table}.${column}`];
  if (words !== undefined) {
    return { refusedWhen: `NEW."${column}" NOT IN (${list(words)})`, says: `${column} holds a word it does not know` };
  }
  if (type !== "String") return undefined;
  if (column === "currency") return { refusedWhen: CURRENCY, says: "currency is three capital letters" };
  if (!column.endsWith("On") && !OTHER_DATES.has(column)) return undefined;
  const refusedWhen = DATES_OR_NONE.has(`${table}.${column}`)
    ? unlessEmpty(column, notADate(column))
    : notADate(column);
  return { refusedWhen, says: `${column} is a calendar date, YYYY-MM-DD` };
}

const CURRENCY: Condition = {
  sqlite: `NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'`,
  postgres: `NEW."currency" !~ '^[A-Z]{3}$'`,
};

/** 2026-02-30 has the shape of a date and is none. */
function notADate(column: string): { readonly sqlite: string; readonly postgres: string } {
  const value = `NEW."${column}"`;
  return {
    sqlite: `${value} NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(${value}, '+0 days') IS NOT ${value}`,
    postgres: `${value} !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(${value}::date, 'YYYY-MM-DD') <> ${value}`,
  };
}

function unlessEmpty(column: string, condition: { readonly sqlite: string; readonly postgres: string }): Condition {
  const unless = (sql: string) => `CASE WHEN NEW."${column}" = '' THEN FALSE ELSE ${sql} END`;
  return { sqlite: unless(condition.sqlite), postgres: unless(condition.postgres) };
}

function noDelete(table: string): Guard[] {
  if (MAY_BE_DELETED.has(table) || MAY_BE_DELETED_EARLY.has(table)) return [];
  const check = { refusedWhen: "1 = 1", says: `a ${table} ends; it is never deleted` };
  return [{ name: `no_delete_of_${snake(table)}`, table, on: ["delete"], checks: [check] }];
}

function noUpdate(table: string): Guard {
  const check = { refusedWhen: "1 = 1", says: `a ${table} is written once` };
  return { name: `no_update_of_${snake(table)}`, table, on: ["update"], checks: [check] };
}

function beforeTheyMatter(): Guard[] {
  const inspection = (states: string, row: "NEW" | "OLD") =>
    `(SELECT "state" FROM "Inspection" WHERE "id" = ${row}."inspectionId") NOT IN (${states})`;
  const promised = `(SELECT "state" FROM "OutboxMessage" WHERE "id" = OLD."messageId") <> 'pending'`;
  const fixed = "the loans of an inspection are fixed when it starts";
  return [
    {
      name: "loans_fixed_at_start",
      table: "InspectionLoan",
      on: ["insert"],
      checks: [{ refusedWhen: inspection("'planned', 'started'", "NEW"), says: fixed }],
    },
    {
      name: "loans_stay_after_start",
      table: "InspectionLoan",
      on: ["delete"],
      checks: [{ refusedWhen: inspection("'planned'", "OLD"), says: fixed }],
    },
    {
      name: "loans_not_exchanged",
      table: "InspectionLoan",
      on: ["update"],
      checks: [{ refusedWhen: "1 = 1", says: fixed }],
    },
    {
      name: "told_items_stay",
      table: "OutboxItem",
      on: ["delete"],
      checks: [{ refusedWhen: promised, says: "what a message was about is kept once it is on its way" }],
    },
  ];
}

function auditChain(): Guard[] {
  // Writing the head unchanged is how a writer takes hold of it.
  const unchanged = `NEW."seq" = OLD."seq" AND NEW."hash" = OLD."hash"`;
  return [
    {
      name: "audit_event_follows_head",
      table: "AuditEvent",
      on: ["insert"],
      checks: [
        {
          refusedWhen: `NOT EXISTS (SELECT 1 FROM "AuditHead" WHERE "seq" + 1 = NEW."seq" AND "hash" = NEW."prevHash")`,
          says: "an audit event follows the head of the chain",
        },
      ],
    },
    {
      name: "audit_head_is_one_row",
      table: "AuditHead",
      on: ["insert"],
      checks: [{ refusedWhen: `NEW."id" <> 1 OR NEW."seq" <> 0`, says: "the audit has one head, which begins at 0" }],
    },
    {
      name: "audit_head_moves_on",
      table: "AuditHead",
      on: ["update"],
      checks: [
        {
          refusedWhen: `NEW."id" <> OLD."id" OR (NEW."seq" <> OLD."seq" + 1 AND NOT (${unchanged}))`,
          says: "the head only moves on, by one",
        },
        {
          refusedWhen: `NOT (${unchanged})
      AND NOT EXISTS (SELECT 1 FROM "AuditEvent" WHERE "seq" = NEW."seq" AND "hash" = NEW."hash")`,
          says: "the head names the event that was just written",
        },
      ],
    },
  ];
}

function reportIsImmutable(columns: readonly Column[]): Guard {
  const fixed = columns.map(({ name }) => name).filter((name) => !["state", "decidedAt", "decidedOn"].includes(name));
  const changed = fixed.map((name) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  return {
    name: "report_is_immutable",
    table: "Report",
    on: ["update"],
    checks: [{ refusedWhen: changed, says: "a submitted report is not changed; a correction is a new revision" }],
  };
}

function approvedNeedsReview(): Guard {
  const approving = `SELECT 1 FROM "Review" WHERE "reportId" = NEW."id" AND "decision" = 'approved'`;
  return {
    name: "approved_needs_review",
    table: "Report",
    on: ["insert", "update"],
    columns: ["state"],
    checks: [
      {
        refusedWhen: `NEW."state" = 'approved' AND NOT EXISTS (${approving})`,
        says: "a report is approved by a review",
      },
    ],
  };
}

/** Where one is due, the borrower has answered to exactly what the report says of them (R21). */
function approvedNeedsConfirmation(): Guard {
  const answered = `SELECT 1 FROM "BorrowerConfirmation" c JOIN "ConfirmationSheet" s ON s."id" = c."sheetId"
      WHERE s."inspectionId" = NEW."inspectionId" AND s."partHash" = NEW."partHash"`;
  return {
    name: "approved_needs_confirmation",
    table: "Report",
    on: ["insert", "update"],
    columns: ["state"],
    checks: [
      {
        refusedWhen: `NEW."state" = 'approved' AND NEW."partHash" IS NOT NULL AND NOT EXISTS (${answered})`,
        says: "a report that needs the borrower's confirmation is approved after it",
      },
    ],
  };
}

/** A report of a batch is its submitter's, off site, a first revision, and comes with the batch and not after it (R138, R139). */
function reportFitsItsBatch(): Guard {
  const open = `SELECT 1 FROM "OffSiteBatch" b WHERE b."id" = NEW."batchId" AND b."submittedAt" IS NULL
      AND b."personId" = NEW."submittedById"`;
  const routine = `SELECT 1 FROM "Inspection" WHERE "id" = NEW."inspectionId" AND "kind" = 'routine'`;
  return {
    name: "report_fits_its_batch",
    table: "Report",
    on: ["insert"],
    checks: [
      {
        refusedWhen: `NEW."batchId" IS NOT NULL AND NOT EXISTS (${open})`,
        says: "a report joins an open batch of the person who submits it",
      },
      {
        refusedWhen: `NEW."batchId" IS NOT NULL AND (NEW."mode" <> 'off_site' OR NEW."level" IS NOT NULL)`,
        says: "a batch holds off-site checks in which nothing is out of range",
      },
      {
        refusedWhen: `NEW."batchId" IS NOT NULL AND NOT EXISTS (${routine})`,
        says: "a batch holds routine checks",
      },
    ],
  };
}

function batchIsSubmittedOnce(columns: readonly Column[]): Guard[] {
  const changed = columns.map(({ name }) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  const reports = `SELECT 1 FROM "Report" WHERE "batchId" = NEW."id"`;
  const says = "what a submitted batch holds is kept as it was";
  const submitted = (row: "NEW" | "OLD") =>
    `EXISTS (SELECT 1 FROM "OffSiteBatch" WHERE "id" = ${row}."batchId" AND "submittedAt" IS NOT NULL)`;
  return [
    {
      name: "batch_is_submitted_once",
      table: "OffSiteBatch",
      on: ["update"],
      checks: [
        { refusedWhen: `OLD."submittedAt" IS NOT NULL AND (${changed})`, says },
        { refusedWhen: `NEW."personId" <> OLD."personId"`, says: "a batch stays with who opened it" },
        {
          refusedWhen: `NEW."submittedAt" IS NOT NULL AND NOT EXISTS (${reports})`,
          says: "a batch is submitted with its reports",
        },
      ],
    },
    {
      name: "batch_answers_stay",
      table: "BatchAnswer",
      on: ["insert", "update"],
      checks: [{ refusedWhen: submitted("NEW"), says }],
    },
    {
      name: "batch_answers_not_taken_back",
      table: "BatchAnswer",
      on: ["delete"],
      checks: [{ refusedWhen: submitted("OLD"), says }],
    },
  ];
}

/** A confirmation that is older than the visit confirms nothing; nor does one by a stranger (R22). */
function confirmationFitsItsSheet(): Guard {
  const sheet = `SELECT 1 FROM "ConfirmationSheet" s WHERE s."id" = NEW."sheetId"`;
  const signer = `SELECT 1 FROM "ConfirmationSheet" s JOIN "Inspection" i ON i."id" = s."inspectionId"
      JOIN "Borrower" b ON b."id" = i."borrowerId"
      LEFT JOIN "AuthorisedSigner" a ON a."borrowerId" = b."id" AND a."id" = NEW."signerId"
      WHERE s."id" = NEW."sheetId" AND (a."id" IS NOT NULL
        OR (b."id" = NEW."signerId" AND b."customerType" IN (${list(SIGNS_THEMSELVES)})))`;
  return {
    name: "confirmation_fits_its_sheet",
    table: "BorrowerConfirmation",
    on: ["insert"],
    checks: [
      {
        refusedWhen: `EXISTS (${sheet} AND NEW."signedOn" < s."visitedOn")`,
        says: "a confirmation is signed on the day of the visit or later",
      },
      {
        refusedWhen: `NEW."answer" = 'confirmed' AND (NEW."signerId" IS NULL OR NEW."sha256" IS NULL)`,
        says: "a confirmation has a signer and the signed sheet",
      },
      {
        refusedWhen: `NEW."signerId" IS NOT NULL AND NOT EXISTS (${signer})`,
        says: "the signer is one of those who may sign for the borrower",
      },
    ],
  };
}

/** Who reports does not review; neither does who keeps the account, nor who stood in for them (R78, R119). */
function fourEyes(): Guard {
  const own = "the reviewer is the submitter, the account's owner or a stand-in of theirs";
  const submitter = `SELECT "submittedById" FROM "Report" WHERE "id" = NEW."reportId"`;
  const keepsTheAccount = `EXISTS (
        SELECT 1 FROM "Report" r
          JOIN "Inspection" i ON i."id" = r."inspectionId"
          JOIN "Ownership" o ON o."borrowerId" = i."borrowerId"
         WHERE r."id" = NEW."reportId" AND o."personId" = NEW."reviewerId"
           AND (o."toAt" IS NULL OR o."toAt" > NEW."decidedAt"))`;
  return {
    name: "four_eyes",
    table: "Review",
    on: ["insert"],
    checks: [
      {
        refusedWhen: `NEW."submitterId" IS DISTINCT FROM (${submitter})`,
        says: "the review names another submitter than the report",
      },
      { refusedWhen: `NEW."reviewerId" IN (NEW."submitterId", NEW."ownerId")`, says: own },
      {
        refusedWhen: {
          sqlite: `EXISTS (SELECT 1 FROM json_each(NEW."standInIds") WHERE value = NEW."reviewerId")`,
          postgres: `jsonb_exists(NEW."standInIds"::jsonb, NEW."reviewerId")`,
        },
        says: own,
      },
      { refusedWhen: keepsTheAccount, says: own },
    ],
  };
}

/** Record and conclusion are judged (R78): both in order where it is approved, at least one not where it goes back. */
function judgementFitsDecision(): Guard {
  const judged = `NEW."recordJudgement" IS NOT NULL AND NEW."conclusionJudgement" IS NOT NULL`;
  const bothInOrder = `(NEW."recordJudgement" = 'in_order' AND NEW."conclusionJudgement" = 'in_order')`;
  return {
    name: "judgement_fits_decision",
    table: "Review",
    on: ["insert"],
    checks: [
      { refusedWhen: `NOT (${judged})`, says: "a review judges the record and the conclusion" },
      {
        refusedWhen: `NEW."decision" = 'approved' AND NOT ${bothInOrder}`,
        says: "an approval finds the record and the conclusion in order",
      },
      {
        refusedWhen: `NEW."decision" <> 'approved' AND ${bothInOrder}`,
        says: "what goes back has a record or a conclusion that is not in order",
      },
    ],
  };
}

/** Who keeps the account or wrote the report does not look again at it (R81). */
function recheckedByAnother(): Guard {
  const party = `SELECT 1 FROM "Inspection" n
          JOIN "Report" r ON r."inspectionId" = NEW."inspectionId"
          LEFT JOIN "Ownership" o ON o."borrowerId" = n."borrowerId" AND o."toAt" IS NULL
         WHERE n."id" = NEW."recheckId" AND n."assigneeId" IN (r."submittedById", o."personId")`;
  return {
    name: "rechecked_by_another",
    table: "SampleItem",
    on: ["insert"],
    checks: [
      { refusedWhen: `EXISTS (${party})`, says: "a re-check is done by neither the submitter nor the account's owner" },
    ],
  };
}

/** Nor does it for somebody they stand in for: what they would write is refused. */
function recheckReportedByAnother(): Guard {
  const party = `SELECT 1 FROM "SampleItem" s
          JOIN "Inspection" n ON n."id" = s."inspectionId"
          LEFT JOIN "Report" r ON r."inspectionId" = s."inspectionId" AND r."state" <> 'withdrawn'
          LEFT JOIN "Ownership" o ON o."borrowerId" = n."borrowerId" AND o."toAt" IS NULL
         WHERE s."recheckId" = NEW."inspectionId" AND NEW."submittedById" IN (r."submittedById", o."personId")`;
  return {
    name: "recheck_reported_by_another",
    table: "Report",
    on: ["insert"],
    checks: [
      {
        refusedWhen: `EXISTS (${party})`,
        says: "a re-check is reported by neither who wrote what it looks at nor the account's owner",
      },
    ],
  };
}

/** Of two absences that cross, entered in one instant, the second is refused: the work would fall to nobody. */
function absencesDoNotCross(): Guard {
  const crossing = `SELECT 1 FROM "Delegation" d
         WHERE d."endedAt" IS NULL AND d."id" <> NEW."id" AND d."fromOn" <= NEW."toOn" AND NEW."fromOn" <= d."toOn"
           AND (d."personId" IN (NEW."personId", NEW."standInId") OR d."standInId" = NEW."personId")`;
  return {
    name: "absences_do_not_cross",
    table: "Delegation",
    on: ["insert"],
    oneByOne: true,
    checks: [
      {
        refusedWhen: `NEW."endedAt" IS NULL AND EXISTS (${crossing})`,
        says: "the person is away already, the stand-in is away, or the person does another's work on these days",
      },
    ],
  };
}

/** Nobody is named to review what they reported, do or keep (R78, R119); what is decided needs no reviewer. */
function namedReviewerIsAnother(): Guard {
  const party = `SELECT 1 FROM "Report" r
          JOIN "Inspection" i ON i."id" = r."inspectionId"
          LEFT JOIN "Ownership" o ON o."borrowerId" = i."borrowerId" AND (o."toAt" IS NULL OR o."toAt" > NEW."namedAt")
         WHERE r."id" = NEW."reportId" AND NEW."reviewerId" IN (r."submittedById", i."assigneeId", o."personId")`;
  const waiting = `SELECT 1 FROM "Report" WHERE "id" = NEW."reportId" AND "state" IN (${list(WAITING_REPORT_STATES)})`;
  return {
    name: "named_reviewer_is_another",
    table: "ReviewerNaming",
    on: ["insert"],
    checks: [
      {
        refusedWhen: `EXISTS (${party})`,
        says: "the named reviewer is the submitter, does the work or keeps the account",
      },
      { refusedWhen: `NOT EXISTS (${waiting})`, says: "a reviewer is named for a report that waits" },
    ],
  };
}

/** Who asks for a later date does not grant it, nor does who has to do the work. */
function extensionNeedsAnother(): Guard {
  const assignee = `SELECT "assigneeId" FROM "Inspection" WHERE "id" = NEW."inspectionId"`;
  return {
    name: "extension_needs_another",
    table: "Extension",
    on: ["insert", "update"],
    columns: ["state", "decidedById"],
    checks: [
      {
        refusedWhen: `NEW."state" = 'approved' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)`,
        says: "an extension is approved by a person, at a moment",
      },
      {
        refusedWhen: `NEW."state" = 'approved' AND NEW."decidedById" IN (NEW."askedById", (${assignee}))`,
        says: "an extension is approved by somebody else than who asked or who does the work",
      },
    ],
  };
}

/** Whoever answers for a measure, or says what came of it, does not close it (R83). */
function caseNeedsAnother(): Guard {
  const ended = `NEW."state" = 'closed'`;
  return {
    name: "case_needs_another",
    table: "Case",
    on: ["insert", "update"],
    columns: ["state", "ownerId", "reportedById", "closedById", "closedAt", "result"],
    checks: [
      {
        refusedWhen: `NEW."state" = 'reported' AND (NEW."result" IS NULL OR NEW."reportedById" IS NULL OR NEW."reportedAt" IS NULL)`,
        says: "a result is reported by a person, at a moment",
      },
      {
        refusedWhen: `${ended} AND (NEW."result" IS NULL OR NEW."reportedById" IS NULL OR NEW."closedById" IS NULL
      OR NEW."closedAt" IS NULL)`,
        says: "a case is closed on a reported result, by a person, at a moment",
      },
      {
        refusedWhen: `${ended} AND NEW."closedById" IN (NEW."ownerId", NEW."reportedById")`,
        says: "a case is closed by somebody else than its first responsible person and who reported the result",
      },
    ],
  };
}

/** A measure stands in a report, a plan in none: it is the customer's. */
function caseStandsSomewhere(): Guard {
  return {
    name: "case_stands_somewhere",
    table: "Case",
    on: ["insert", "update"],
    columns: ["kind", "inspectionId", "reportId"],
    checks: [
      {
        refusedWhen: `NEW."kind" = 'measure' AND (NEW."inspectionId" IS NULL OR NEW."reportId" IS NULL)`,
        says: "a measure stands in a report of an inspection",
      },
      {
        refusedWhen: `NEW."kind" IN (${list(PLAN_KINDS)}) AND (NEW."inspectionId" IS NOT NULL OR NEW."reportId" IS NOT NULL)`,
        says: "a plan is the customer's and stands in no report",
      },
    ],
  };
}

/** A measure is offered while it is open, to somebody who does not have it yet, by a person, until a moment. */
function caseOfferIsWhole(): Guard {
  const offered = `NEW."offeredToId" IS NOT NULL`;
  return {
    name: "case_offer_is_whole",
    table: "Case",
    on: ["insert", "update"],
    columns: ["state", "ownerId", "offeredToId", "offeredById", "offeredAt", "offerUntil"],
    checks: [
      {
        refusedWhen: `${offered} AND (NEW."offeredById" IS NULL OR NEW."offeredAt" IS NULL OR NEW."offerUntil" IS NULL)`,
        says: "a measure is offered by a person, at a moment, until a moment",
      },
      {
        refusedWhen: `${offered} AND NEW."offeredToId" = NEW."ownerId"`,
        says: "a measure is offered to somebody else than its first responsible person",
      },
      {
        refusedWhen: `${offered} AND NEW."state" IN (${list(CASE_STATES.filter((state) => state !== "open"))})`,
        says: "only an open measure is offered",
      },
    ],
  };
}

/** Who wants a refusal to be overridden does not override it. */
function overrideNeedsAnother(): Guard {
  return {
    name: "override_needs_another",
    table: "GateOverride",
    on: ["insert", "update"],
    columns: ["state", "askedById", "decidedById", "decidedAt"],
    checks: [
      {
        refusedWhen: `NEW."state" = 'granted' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)`,
        says: "an override is granted by a person, at a moment",
      },
      {
        refusedWhen: `NEW."state" = 'granted' AND NEW."decidedById" = NEW."askedById"`,
        says: "an override is granted by somebody else than who asked",
      },
    ],
  };
}

/** A zone is set by somebody else than who asked for it, and than who keeps the customer (R102, R83). */
function zoneNeedsAnother(): Guard {
  const keeps = `EXISTS (SELECT 1 FROM "Ownership" o WHERE o."borrowerId" = NEW."borrowerId" AND o."toAt" IS NULL
      AND o."personId" = NEW."decidedById")`;
  return {
    name: "zone_needs_another",
    table: "ZoneOverride",
    on: ["insert", "update"],
    columns: ["state", "askedById", "decidedById", "decidedAt"],
    checks: [
      {
        refusedWhen: `NEW."state" = 'approved' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)`,
        says: "a zone is approved by a person, at a moment",
      },
      {
        refusedWhen: `NEW."state" = 'approved' AND (NEW."decidedById" = NEW."askedById" OR ${keeps})`,
        says: "a zone is approved by somebody else than who asked and who keeps the customer",
      },
    ],
  };
}

/** What was asked for and approved stays as it was. */
function zoneIsFixed(): Guard {
  const changed = ["borrowerId", "zone", "computed", "untilOn", "reason", "askedById"]
    .map((column) => `NEW."${column}" IS DISTINCT FROM OLD."${column}"`)
    .join(" OR ");
  return {
    name: "zone_is_fixed",
    table: "ZoneOverride",
    on: ["update"],
    checks: [
      {
        refusedWhen: `NEW."state" <> 'asked' AND (${changed})`,
        says: "what was asked for is what is decided: ask anew for something else",
      },
      {
        refusedWhen: `OLD."state" IN ('declined', 'ended') AND NEW."state" <> OLD."state"`,
        says: "what ended stays ended",
      },
    ],
  };
}

/** What was filed stays as it was; it is taken out once, by a person, with a reason (R135). */
function documentStaysFiled(): Guard {
  const changed = ["borrowerId", "document", "reference", "datedOn", "place", "filedById", "filedAt"]
    .map((column) => `NEW."${column}" IS DISTINCT FROM OLD."${column}"`)
    .join(" OR ");
  return {
    name: "document_stays_filed",
    table: "FiledDocument",
    on: ["update"],
    checks: [
      { refusedWhen: changed, says: "what was filed stays as it was: file it anew" },
      { refusedWhen: `OLD."takenOutAt" IS NOT NULL`, says: "what was taken out stays out" },
      {
        refusedWhen: `NEW."takenOutAt" IS NOT NULL AND (NEW."takenOutById" IS NULL OR NEW."takenOutWhy" IS NULL)`,
        says: "a document is taken out by a person, with a reason",
      },
    ],
  };
}

/** The copy of a filed document is stored once and stays with its document (R135). */
function copyStaysStored(): Guard {
  const changed = (columns: readonly string[]) =>
    columns.map((column) => `NEW."${column}" IS DISTINCT FROM OLD."${column}"`).join(" OR ");
  return {
    name: "copy_stays_stored",
    table: "FiledCopy",
    on: ["update"],
    checks: [
      {
        refusedWhen: changed(["borrowerId", "formId", "slackFileId", "uploadedById", "uploadedAt"]),
        says: "whose a copy is, and who handed it in, stays",
      },
      {
        refusedWhen: `OLD."documentId" IS NOT NULL AND (${changed(["documentId"])})`,
        says: "a copy stays with its document",
      },
      {
        refusedWhen: `OLD."state" <> 'pending' AND (${changed(["state", "sha256", "name", "mimetype", "sizeBytes"])})`,
        says: "what is stored, or never will be, stays so",
      },
    ],
  };
}

/** Four eyes on a false alarm, a plan and a release: others than whoever raised, asked or answers for it (handbook 2.5, R80). */
function signalNeedsOthers(): Guard {
  const parties = `NEW."raisedById", NEW."ownerId", NEW."askedById"`;
  const agreed = `(SELECT COUNT(DISTINCT e."personId") FROM "SignalEvent" e WHERE e."signalId" = NEW."id"
      AND e."act" = 'agree_release' AND e."round" = NEW."askRound"
      AND e."personId" IS DISTINCT FROM NEW."raisedById" AND e."personId" IS DISTINCT FROM NEW."ownerId"
      AND e."personId" IS DISTINCT FROM NEW."askedById")`;
  const ended = `NEW."state" IN (${list(ENDED_SIGNAL_STATES)})`;
  return {
    name: "signal_needs_others",
    table: "Signal",
    on: ["insert", "update"],
    columns: ["state", "endedById", "endedAt"],
    checks: [
      {
        refusedWhen: `${ended} AND (NEW."endedById" IS NULL OR NEW."endedAt" IS NULL)`,
        says: "a signal is ended by a person, at a moment",
      },
      {
        refusedWhen: `${ended} AND NEW."endedById" IN (${parties})`,
        says: "a signal is ended by somebody else than who raised it, answers for it or asked",
      },
      {
        refusedWhen: `NEW."state" = 'closed'
      AND ${agreed} < CASE NEW."path" WHEN 'full' THEN 1 WHEN 'quiet' THEN 0 ELSE 2 END`,
        says: "a signal is released by those who agreed, two on a short path",
      },
    ],
  };
}

/** At the moment of its approval: whoever approved it may take the signal over later. */
function planNeedsAnother(): Guard {
  return {
    name: "plan_needs_another",
    table: "Signal",
    on: ["insert", "update"],
    columns: ["planApprovedById"],
    checks: [
      {
        refusedWhen: `NEW."planApprovedById" IN (NEW."planById", NEW."ownerId")`,
        says: "a plan is approved by somebody else than who proposed it or answers for the signal",
      },
    ],
  };
}

/** Initial rating, recognition and approval are three persons' (article 30); never milder than the rules allow. */
function tierNeedsThree(): Guard {
  const proposed = `NEW."state" IN ('proposed', 'recognised', 'approved')`;
  const approved = `NEW."state" = 'approved'`;
  const noPerson = (column: string) => `NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."${column}")`;
  const rank = (column: string) =>
    `CASE NEW."${column}" ${RISK_TIERS.map((tier, at) => `WHEN '${tier}' THEN ${at}`).join(" ")} END`;
  return {
    name: "tier_needs_three",
    table: "TierProposal",
    on: ["insert", "update"],
    checks: [
      { refusedWhen: `NEW."hands" NOT IN (2, 3)`, says: "a tier passes through three hands, or two as a departure" },
      {
        refusedWhen: `${proposed} AND (NEW."proposedById" IS NULL OR NEW."proposedAt" IS NULL OR NEW."reason" IS NULL
      OR NEW."effectiveOn" IS NULL OR ${noPerson("proposedById")})`,
        says: "a tier is proposed by a person, at a moment, from a day, with a reason",
      },
      {
        refusedWhen: `(NEW."state" = 'recognised' OR (${approved} AND NEW."hands" = 3)) AND (NEW."recognisedById" IS NULL
      OR NEW."recognisedAt" IS NULL OR NEW."recognisedById" = NEW."proposedById" OR ${noPerson("recognisedById")})`,
        says: "a tier is recognised by somebody else than who proposed it",
      },
      {
        refusedWhen: `${approved} AND (NEW."approvedById" IS NULL OR NEW."approvedAt" IS NULL
      OR NEW."approvedById" = NEW."proposedById" OR NEW."approvedById" = NEW."recognisedById" OR ${noPerson("approvedById")})`,
        says: "a tier is approved by somebody else than who proposed or recognised it",
      },
      {
        refusedWhen: `${proposed} AND ${rank("tier")} < ${rank("floor")}`,
        says: "a tier is not milder than its floor",
      },
    ],
  };
}

/** What people have ended does not wake up: a new fact is a new signal. */
function signalStaysEnded(): Guard {
  return {
    name: "signal_stays_ended",
    table: "Signal",
    on: ["update"],
    checks: [
      {
        refusedWhen: `OLD."state" IN (${list(ENDED_SIGNAL_STATES)}) AND OLD."state" <> NEW."state"`,
        says: "a signal that has ended stays as it ended",
      },
      {
        refusedWhen: `OLD."raisedAt" <> NEW."raisedAt" OR OLD."isRestricted" <> NEW."isRestricted" OR (OLD."code" <> 'UNSURE'
      AND (OLD."code" <> NEW."code" OR OLD."subjectId" <> NEW."subjectId"))`,
        says: "what a signal is about, and who may know of it, does not change",
      },
    ],
  };
}

function signalOfferIsWhole(): Guard {
  const offered = `NEW."offeredToId" IS NOT NULL`;
  return {
    name: "signal_offer_is_whole",
    table: "Signal",
    on: ["insert", "update"],
    columns: ["state", "ownerId", "offeredToId", "offeredById", "offeredAt"],
    checks: [
      {
        refusedWhen: `${offered} AND (NEW."offeredById" IS NULL OR NEW."offeredAt" IS NULL)`,
        says: "a signal is offered by a person, at a moment",
      },
      {
        refusedWhen: `${offered} AND NEW."offeredToId" = NEW."ownerId"`,
        says: "a signal is offered to somebody else than who answers for it",
      },
      {
        refusedWhen: `${offered} AND NEW."state" IN (${list(ENDED_SIGNAL_STATES)})`,
        says: "a signal that has ended is offered to nobody",
      },
    ],
  };
}

/** What was asked and answered about a signal stands as it was written. */
function answerIsGivenOnce(): Guard {
  const changed = ["signalId", "askedById", "ofPersonId", "question", "askedAt"]
    .map((name) => `OLD."${name}" <> NEW."${name}"`)
    .join(" OR ");
  return {
    name: "answer_is_given_once",
    table: "SignalQuestion",
    on: ["update"],
    checks: [
      { refusedWhen: `OLD."answeredAt" IS NOT NULL OR ${changed}`, says: "a question about a signal is answered once" },
      {
        refusedWhen: `NEW."answeredAt" IS NOT NULL AND (NEW."answer" IS NULL OR NEW."answeredById" IS NULL)`,
        says: "an answer about a signal is a person's",
      },
    ],
  };
}

/** What a case has cost is said once it is over, in amounts that are none or more. */
function costIsOfAClosedCase(): Guard {
  const closed = `SELECT 1 FROM "Signal" s WHERE s."id" = NEW."signalId" AND s."state" = 'closed' AND s."endedOn" = NEW."endedOn"`;
  return {
    name: "cost_is_of_a_closed_case",
    table: "CaseCost",
    on: ["insert"],
    checks: [
      { refusedWhen: `NOT EXISTS (${closed})`, says: "what a case has cost is said of a closed signal" },
      {
        refusedWhen: `NEW."costMinor" < 0 OR NEW."lossMinor" < 0 OR NEW."raisedDpd" < 0`,
        says: "a cost or a loss is no less than nothing",
      },
    ],
  };
}

/** A quiet time is a person's, with a reason; it can only be ended early. */
function snoozeIsEnteredOnce(): Guard {
  return {
    name: "snooze_of_signal_has_a_reason",
    table: "SignalSnooze",
    on: ["insert", "update"],
    checks: [
      { refusedWhen: `TRIM(NEW."reason") = ''`, says: "a signal is put off with a reason" },
      { refusedWhen: `NEW."untilAt" <= NEW."fromAt"`, says: "a signal is put off until a later moment" },
    ],
  };
}

/** What others judge is not changed under their hands, and what was decided is history. */
function tierIsFixed(columns: readonly Column[]): Guard {
  const judged = [
    "loanId",
    "fromTier",
    "tier",
    "floor",
    "hands",
    "effectiveOn",
    "reason",
    "quarter",
    "shown",
    "proposedById",
  ];
  const fixed = columns.map(({ name }) => name).filter((name) => judged.includes(name));
  const changed = fixed.map((name) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  return {
    name: "tier_is_fixed",
    table: "TierProposal",
    on: ["update"],
    checks: [
      {
        refusedWhen: `OLD."state" IN ('approved', 'declined', 'lapsed')`,
        says: "a decided tier is history; a change is a new proposal",
      },
      {
        refusedWhen: `OLD."state" IN ('proposed', 'recognised') AND (${changed})`,
        says: "a proposed tier is judged as it was proposed",
      },
      {
        refusedWhen: `OLD."state" = 'recognised' AND OLD."recognisedById" IS DISTINCT FROM NEW."recognisedById"`,
        says: "whoever recognised a tier stays named",
      },
    ],
  };
}

/** Who proposes a policy does not adopt it, and what was proposed is what is adopted. */
function policyNeedsTwo(columns: readonly Column[]): Guard[] {
  const decided = ["state", "decidedById", "decidedAt", "policyVersionId"];
  const fixed = columns.map(({ name }) => name).filter((name) => !decided.includes(name));
  const changed = fixed.map((name) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  return [
    {
      name: "policy_needs_another",
      table: "PolicyProposal",
      on: ["insert", "update"],
      columns: ["state", "decidedById"],
      checks: [
        {
          refusedWhen: `NEW."state" = 'adopted' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)`,
          says: "a policy is adopted by a person, at a moment",
        },
        {
          refusedWhen: `NEW."state" = 'adopted' AND NEW."decidedById" = NEW."proposedById"`,
          says: "a policy is adopted by somebody else than who proposed it",
        },
      ],
    },
    {
      name: "proposal_is_fixed",
      table: "PolicyProposal",
      on: ["update"],
      checks: [{ refusedWhen: changed, says: "a proposed policy is not changed; a change is a new proposal" }],
    },
  ];
}

/** What a link is for never changes, and one that was used or closed is over. */
function linkIsUsedOnce(columns: readonly Column[]): Guard {
  const living = ["usedAt", "closedAt", "wrongCodes"];
  const fixed = columns.map(({ name }) => name).filter((name) => !living.includes(name));
  const changed = fixed.map((name) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  return {
    name: "link_is_used_once",
    table: "DocumentLink",
    on: ["update"],
    checks: [
      { refusedWhen: changed, says: "what a link is for does not change" },
      {
        refusedWhen: `OLD."usedAt" IS NOT NULL OR OLD."closedAt" IS NOT NULL`,
        says: "a link that was used or closed is over",
      },
      { refusedWhen: `NEW."wrongCodes" < OLD."wrongCodes"`, says: "wrong codes stay counted" },
    ],
  };
}

function endsAreDated(): Guard {
  return {
    name: "ends_are_dated",
    table: "Inspection",
    on: ["insert", "update"],
    columns: ["state", "closedAt"],
    checks: [
      {
        refusedWhen: `NEW."state" IN (${list(ENDS)}) AND NEW."closedAt" IS NULL`,
        says: "an inspection that has ended says when",
      },
    ],
  };
}

/** A delta never changes; the fold marks it, once. */
function deltaIsFoldedOnce(columns: readonly Column[]): Guard {
  const fixed = columns.map(({ name }) => name).filter((name) => name !== "foldId");
  const changed = fixed.map((name) => `OLD."${name}" IS DISTINCT FROM NEW."${name}"`).join(" OR ");
  return {
    name: "delta_is_folded_once",
    table: "TotalDelta",
    on: ["update"],
    checks: [
      { refusedWhen: changed, says: "a delta of a total is written once" },
      { refusedWhen: `OLD."foldId" IS NOT NULL`, says: "a delta is added to its total once" },
    ],
  };
}

function list(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(", ");
}

function snake(table: string): string {
  return table.replaceAll(/(?<=.)([A-Z])/g, "_$1").toLowerCase();
}

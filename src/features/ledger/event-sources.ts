/**
 * Where the register's events stand, as SQL: the audit log for whatever people and jobs did, and the tables that know one by one what the
 * log says of a whole batch, with the unit's business date. Reading and recounting ask the same selects; Prisma has no words for them.
 */
import { LEDGER_CATEGORIES, LEDGER_EVENTS, TECHNICAL_AREAS, TOLD_BY_TABLES } from "../../domain/ledger/events.ts";
import type { DatabaseKind } from "../../platform/storage/index.ts";
import { dateOf, type EventSource, selectOf } from "./event-select.ts";

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");

const ALL_EVENTS = LEDGER_CATEGORIES.flatMap((category): readonly string[] => LEDGER_EVENTS[category]);

const WITHOUT = [
  `a."verb" NOT IN (${quoted(TOLD_BY_TABLES)})`,
  ...TECHNICAL_AREAS.map((area) => {
    const events = ALL_EVENTS.filter((event) => event.startsWith(`${area}.`));
    const isOther = `a."verb" NOT LIKE '${area.replaceAll("_", "\\_")}.%' ESCAPE '\\'`;
    return events.length === 0 ? isOther : `(${isOther} OR a."verb" IN (${quoted(events)}))`;
  }),
  ...TECHNICAL_AREAS.map((area) => `a."verb" <> '${area}'`),
].join(" AND ");

const log: EventSource = {
  table: "AuditEvent",
  key: `a."seq"`,
  select: (where, database) =>
    `${selectOf(
      {
        key: `a."seq"`,
        at: `a."at"`,
        event: `a."verb"`,
        actorId: `a."actorId"`,
        borrowerId: `COALESCE(i."borrowerId", s."borrowerId", c."borrowerId", l."borrowerId", z."borrowerId", h."borrowerId", b."id")`,
        unitId: `COALESCE(i."unitId", s."unitId", c."unitId", t."unitId", z."unitId", hb."unitId", b."unitId", p."unitId", d."unitId", u."unitId", m."unitId")`,
        assigneeId: `COALESCE(i."assigneeId", s."ownerId", c."ownerId", p."id")`,
        signalId: `s."id"`,
        product: `COALESCE(i."product", t."product", l."product")`,
        number: `COALESCE(i."number", s."number", l."number", hi."number")`,
        detail: `CASE WHEN t."id" IS NOT NULL THEN 'tier:' || t."fromTier" || ':' || t."tier" WHEN s."id" IS NOT NULL THEN 'code:' || s."code" END`,
      },
      database,
    )}
    FROM "AuditEvent" a
    LEFT JOIN "Inspection" i ON a."subjectKind" = 'inspection' AND i."id" = a."subjectId"
    LEFT JOIN "Signal" s ON a."subjectKind" = 'signal' AND s."id" = a."subjectId"
    LEFT JOIN "Case" c ON a."subjectKind" = 'measure' AND c."id" = a."subjectId"
    LEFT JOIN "TierProposal" t ON a."subjectKind" = 'tier_proposal' AND t."id" = a."subjectId"
    LEFT JOIN "Loan" l ON l."id" = t."loanId"
    LEFT JOIN "ZoneOverride" z ON a."subjectKind" = 'zone_override' AND z."id" = a."subjectId"
    LEFT JOIN "Handover" h ON a."subjectKind" = 'handover_batch' AND h."batchId" = a."subjectId" AND CASE
      WHEN a."verb" = 'handover.asked' THEN h."askedAt" = a."at"
      WHEN a."verb" = 'handover.escalated' THEN 1 = 1
      ELSE h."answeredAt" = a."at" END
    LEFT JOIN "Inspection" hi ON hi."id" = h."inspectionId"
    LEFT JOIN "Borrower" hb ON hb."id" = h."borrowerId"
    LEFT JOIN "FiledDocument" f ON a."subjectKind" = 'filed_document' AND f."id" = a."subjectId"
    LEFT JOIN "CustomerStrategy" g ON a."subjectKind" = 'customer_strategy' AND g."id" = a."subjectId"
    LEFT JOIN "Borrower" b ON b."id" = CASE WHEN a."subjectKind" = 'borrower' THEN a."subjectId"
      ELSE COALESCE(f."borrowerId", g."borrowerId") END
    LEFT JOIN "LedgerExport" e ON a."subjectKind" = 'ledger_export' AND e."id" = a."subjectId"
    LEFT JOIN "Person" p ON p."id" = CASE WHEN a."subjectKind" = 'person' THEN a."subjectId" ELSE e."personId" END
    LEFT JOIN "DutyTurn" d ON a."subjectKind" = 'duty_turn' AND d."id" = a."subjectId"
    LEFT JOIN "IndustryBulletin" u ON a."subjectKind" = 'industry_bulletin' AND u."id" = a."subjectId"
    LEFT JOIN "SampleDraw" m ON a."subjectKind" = 'sample' AND m."id" = a."subjectId"
    WHERE ${WITHOUT} AND ${where}`,
};

const OF_INSPECTION = {
  borrowerId: `i."borrowerId"`,
  unitId: `i."unitId"`,
  assigneeId: `i."assigneeId"`,
  product: `i."product"`,
  number: `i."number"`,
} as const;

const inspections: EventSource = {
  table: "Inspection",
  key: `i."id"`,
  select: (where, database) =>
    `${selectOf(
      {
        ...OF_INSPECTION,
        key: `i."id"`,
        at: `i."createdAt"`,
        event: `'inspection.planned'`,
        actorId: `'system'`,
        detail: `'due:' || i."dueOn"`,
      },
      database,
    )} FROM "Inspection" i WHERE ${where}`,
};

const submissions: EventSource = {
  table: "Report",
  key: `r."id"`,
  select: (where, database) =>
    `${selectOf(
      {
        ...OF_INSPECTION,
        key: `r."id"`,
        at: `r."submittedAt"`,
        event: `'report.submitted'`,
        onDate: dateOf(`r."submittedOn"`, `r."submittedAt"`, database),
        actorId: `r."submittedById"`,
        detail: `'revision:' || r."revision"`,
      },
      database,
    )} FROM "Report" r JOIN "Inspection" i ON i."id" = r."inspectionId" WHERE ${where}`,
};

const decisions: EventSource = {
  table: "Review",
  key: `v."id"`,
  select: (where, database) =>
    `${selectOf(
      {
        ...OF_INSPECTION,
        key: `v."id"`,
        at: `v."decidedAt"`,
        event: `'report.' || v."decision"`,
        onDate: dateOf(`r."decidedOn"`, `v."decidedAt"`, database),
        actorId: `v."reviewerId"`,
        detail: `'revision:' || r."revision"`,
      },
      database,
    )} FROM "Review" v JOIN "Report" r ON r."id" = v."reportId" JOIN "Inspection" i ON i."id" = r."inspectionId" WHERE ${where}`,
};

const overrides: EventSource = {
  table: "GateOverride",
  key: `g."id"`,
  select: (where, database) =>
    `${selectOf(
      {
        ...OF_INSPECTION,
        key: `g."id"`,
        at: `g."askedAt"`,
        event: `'override.asked'`,
        onDate: dateOf(`g."askedOn"`, `g."askedAt"`, database),
        actorId: `g."askedById"`,
        detail: `'rule:' || g."rule"`,
      },
      database,
    )} FROM "GateOverride" g JOIN "Inspection" i ON i."id" = g."inspectionId" WHERE ${where}`,
};

const tiers: EventSource = {
  table: "TierProposal",
  key: `t."id"`,
  select: (where, database) =>
    `${selectOf(
      {
        key: `t."id"`,
        at: `t."approvedAt"`,
        event: `'tier.approved'`,
        onDate: `t."approvedOn"`,
        actorId: `t."approvedById"`,
        borrowerId: `l."borrowerId"`,
        unitId: `t."unitId"`,
        product: `COALESCE(t."product", l."product")`,
        number: `l."number"`,
        detail: `'tier:' || t."fromTier" || ':' || t."tier"`,
      },
      database,
    )} FROM "TierProposal" t JOIN "Loan" l ON l."id" = t."loanId" WHERE t."approvedAt" IS NOT NULL AND ${where}`,
};

const MOVED_BY_FILE = `f."field" = 'tier' AND f."movedOn" IS NOT NULL`;

/** A tier that an extract moved: nobody here proposed it. */
const extracts: EventSource = {
  table: "FactChange",
  key: `f."id"`,
  only: MOVED_BY_FILE,
  select: (where, database) =>
    `${selectOf(
      {
        key: `f."id"`,
        at: `f."recordedAt"`,
        event: `'tier.moved_by_file'`,
        onDate: `f."movedOn"`,
        actorId: `'system'`,
        borrowerId: `l."borrowerId"`,
        unitId: `f."unitId"`,
        product: `COALESCE(f."product", l."product")`,
        number: `l."number"`,
        detail: `'tier:' || f."before" || ':' || f."after"`,
      },
      database,
    )} FROM "FactChange" f JOIN "Loan" l ON l."id" = f."subjectId" WHERE ${MOVED_BY_FILE} AND ${where}`,
};

/** Told is what was sent; who was told stands in the detail. What a message says of things that are none of these is no event of a loan. */
const reminders: EventSource = {
  table: "OutboxMessage",
  key: `o."id"`,
  select: (where, database) =>
    `${selectOf(
      {
        key: `o."id"`,
        at: `o."sentAt"`,
        event: `'reminder.told'`,
        actorId: `'system'`,
        borrowerId: `COALESCE(i."borrowerId", s."borrowerId", c."borrowerId", l."borrowerId", z."borrowerId", k."borrowerId")`,
        unitId: `COALESCE(i."unitId", s."unitId", c."unitId", t."unitId", z."unitId", k."unitId")`,
        assigneeId: `COALESCE(i."assigneeId", s."ownerId", c."ownerId")`,
        signalId: `s."id"`,
        product: `COALESCE(i."product", t."product", l."product")`,
        number: `COALESCE(i."number", s."number", l."number")`,
        detail: `'told:' || o."personId"`,
      },
      database,
    )}
    FROM "OutboxMessage" o JOIN "OutboxItem" x ON x."messageId" = o."id"
    LEFT JOIN "Inspection" i ON x."subjectKind" = 'inspection' AND i."id" = x."subjectId"
    LEFT JOIN "Signal" s ON x."subjectKind" = 'signal' AND s."id" = x."subjectId"
    LEFT JOIN "Case" c ON x."subjectKind" = 'measure' AND c."id" = x."subjectId"
    LEFT JOIN "TierProposal" t ON x."subjectKind" = 'tier_proposal' AND t."id" = x."subjectId"
    LEFT JOIN "Loan" l ON l."id" = t."loanId"
    LEFT JOIN "ZoneOverride" z ON x."subjectKind" = 'zone_override' AND z."id" = x."subjectId"
    LEFT JOIN "KeyDate" k ON x."subjectKind" = 'key_date' AND k."id" = x."subjectId"
    WHERE o."sentAt" IS NOT NULL AND COALESCE(i."id", s."id", c."id", t."id", z."id", k."id") IS NOT NULL AND ${where}`,
};

const keyDates: EventSource = {
  table: "KeyDate",
  key: `k."id"`,
  select: (where, database) =>
    `${selectOf(
      {
        key: `k."id"`,
        at: `k."seenAt"`,
        event: `'key_date.found'`,
        actorId: `'system'`,
        borrowerId: `k."borrowerId"`,
        unitId: `k."unitId"`,
        number: `k."reference"`,
        detail: `'key_date:' || k."kind" || ':' || k."dueOn"`,
      },
      database,
    )} FROM "KeyDate" k WHERE ${where}`,
};

export const EVENT_SOURCES: readonly EventSource[] = [
  log,
  inspections,
  submissions,
  decisions,
  overrides,
  tiers,
  extracts,
  reminders,
  keyDates,
];

/** Everything up to the bounds, in one select: `$1` the log's number, `$2` the id, `$3` the moment as ISO text. */
export function allEventsSql(database: DatabaseKind): string {
  const within = ({ table, key }: EventSource) => `${key} <= ${table === "AuditEvent" ? "$1" : "$2"}`;
  const each = EVENT_SOURCES.map((source) =>
    source.select(`${within(source)}${happenedBy(source, "$3", database)}`, database),
  );
  return each.join("\nUNION ALL\n");
}

/** What happens to a row after it was made. */
const LATER: Partial<Readonly<Record<EventSource["table"], string>>> = {
  OutboxMessage: `o."sentAt"`,
  TierProposal: `t."approvedAt"`,
};

export const happensLater = ({ table }: EventSource): boolean => LATER[table] !== undefined;

/** Of those, what had happened by then; `place` is where the moment stands among the parameters. */
export function happenedBy({ table }: EventSource, place: string, database: DatabaseKind): string {
  const moment = LATER[table];
  if (moment === undefined) return "";
  return ` AND ${moment} <= ${place}${database === "sqlite" ? "" : "::timestamp"}`;
}

-- AlterTable
ALTER TABLE "Inspection" ADD COLUMN "product" TEXT;
ALTER TABLE "Inspection" ADD COLUMN "submittedOn" TEXT;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN "decidedOn" TEXT;
ALTER TABLE "Report" ADD COLUMN "submittedOn" TEXT;

-- AlterTable
ALTER TABLE "GateOverride" ADD COLUMN "askedOn" TEXT;

-- CreateTable
CREATE TABLE "TotalDelta" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unitId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fallsOn" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "foldId" TEXT
);

-- CreateTable
CREATE TABLE "Total" (
    "unitId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fallsOn" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    PRIMARY KEY ("unitId", "kind", "state", "fallsOn", "personId", "product")
);

-- CreateTable
CREATE TABLE "UnitTotal" (
    "unitId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fallsOn" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    PRIMARY KEY ("unitId", "kind", "state", "fallsOn", "product")
);

-- CreateIndex
CREATE INDEX "TotalDelta_foldId_idx" ON "TotalDelta"("foldId");

-- CreateIndex
CREATE INDEX "Total_personId_kind_state_fallsOn_idx" ON "Total"("personId", "kind", "state", "fallsOn");

-- What stands has a product and its days, too: the largest live loan's; where the unit keeps China's time the date there, else UTC's.
UPDATE "Inspection" SET "product" = (SELECT l."product" FROM "Loan" l WHERE l."borrowerId" = "Inspection"."borrowerId"
  ORDER BY CASE WHEN l."state" = 'live' THEN 0 ELSE 1 END, l."drawnMinor" DESC, l."id" LIMIT 1);
UPDATE "Inspection" SET "submittedOn" = CASE WHEN EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = "Inspection"."unitId"
  AND u."timeZone" IN ('Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Macau')) THEN date("submittedAt", '+8 hours') ELSE date("submittedAt") END WHERE "submittedAt" IS NOT NULL;
UPDATE "GateOverride" SET "askedOn" = CASE WHEN EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = (SELECT i."unitId" FROM "Inspection" i WHERE i."id" = "GateOverride"."inspectionId")
  AND u."timeZone" IN ('Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Macau')) THEN date("askedAt", '+8 hours') ELSE date("askedAt") END WHERE "askedAt" IS NOT NULL;
UPDATE "Report" SET "submittedOn" = CASE WHEN EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = (SELECT i."unitId" FROM "Inspection" i WHERE i."id" = "Report"."inspectionId")
  AND u."timeZone" IN ('Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Macau')) THEN date("submittedAt", '+8 hours') ELSE date("submittedAt") END WHERE "submittedAt" IS NOT NULL;
UPDATE "Report" SET "decidedOn" = CASE WHEN EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = (SELECT i."unitId" FROM "Inspection" i WHERE i."id" = "Report"."inspectionId")
  AND u."timeZone" IN ('Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Macau')) THEN date("decidedAt", '+8 hours') ELSE date("decidedAt") END WHERE "decidedAt" IS NOT NULL;

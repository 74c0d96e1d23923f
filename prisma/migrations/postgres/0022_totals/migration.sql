BEGIN;

-- AlterTable
ALTER TABLE "Inspection" ADD COLUMN     "product" TEXT,
ADD COLUMN     "submittedOn" TEXT;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "decidedOn" TEXT,
ADD COLUMN     "submittedOn" TEXT;

-- AlterTable
ALTER TABLE "GateOverride" ADD COLUMN     "askedOn" TEXT;

-- CreateTable
CREATE TABLE "TotalDelta" (
    "seq" SERIAL NOT NULL,
    "unitId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fallsOn" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "foldId" TEXT,

    CONSTRAINT "TotalDelta_pkey" PRIMARY KEY ("seq")
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

    CONSTRAINT "Total_pkey" PRIMARY KEY ("unitId","kind","state","fallsOn","personId","product")
);

-- CreateTable
CREATE TABLE "UnitTotal" (
    "unitId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fallsOn" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "UnitTotal_pkey" PRIMARY KEY ("unitId","kind","state","fallsOn","product")
);

-- CreateIndex
CREATE INDEX "TotalDelta_foldId_idx" ON "TotalDelta"("foldId");

-- CreateIndex
CREATE INDEX "Total_personId_kind_state_fallsOn_idx" ON "Total"("personId", "kind", "state", "fallsOn");

-- What stands has a product and its days, too: that of the largest live loan, and the date there where the unit keeps the time of China, else the date of UTC.
UPDATE "Inspection" SET "product" = (SELECT l."product" FROM "Loan" l WHERE l."borrowerId" = "Inspection"."borrowerId"
  ORDER BY CASE WHEN l."state" = 'live' THEN 0 ELSE 1 END, l."drawnMinor" DESC, l."id" LIMIT 1);
UPDATE "Inspection" SET "submittedOn" = CASE WHEN EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = "Inspection"."unitId"
  AND u."timeZone" IN ('Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Macau')) THEN to_char("submittedAt" + interval '8 hours', 'YYYY-MM-DD') ELSE to_char("submittedAt", 'YYYY-MM-DD') END WHERE "submittedAt" IS NOT NULL;
UPDATE "GateOverride" SET "askedOn" = CASE WHEN EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = (SELECT i."unitId" FROM "Inspection" i WHERE i."id" = "GateOverride"."inspectionId")
  AND u."timeZone" IN ('Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Macau')) THEN to_char("askedAt" + interval '8 hours', 'YYYY-MM-DD') ELSE to_char("askedAt", 'YYYY-MM-DD') END WHERE "askedAt" IS NOT NULL;
UPDATE "Report" SET "submittedOn" = CASE WHEN EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = (SELECT i."unitId" FROM "Inspection" i WHERE i."id" = "Report"."inspectionId")
  AND u."timeZone" IN ('Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Macau')) THEN to_char("submittedAt" + interval '8 hours', 'YYYY-MM-DD') ELSE to_char("submittedAt", 'YYYY-MM-DD') END WHERE "submittedAt" IS NOT NULL;
UPDATE "Report" SET "decidedOn" = CASE WHEN EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = (SELECT i."unitId" FROM "Inspection" i WHERE i."id" = "Report"."inspectionId")
  AND u."timeZone" IN ('Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Macau')) THEN to_char("decidedAt" + interval '8 hours', 'YYYY-MM-DD') ELSE to_char("decidedAt", 'YYYY-MM-DD') END WHERE "decidedAt" IS NOT NULL;

COMMIT;

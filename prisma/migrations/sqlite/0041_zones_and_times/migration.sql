-- AlterTable
ALTER TABLE "Borrower" ADD COLUMN "zone" TEXT;

-- AlterTable
ALTER TABLE "FactChange" ADD COLUMN "movedOn" TEXT;
ALTER TABLE "FactChange" ADD COLUMN "product" TEXT;
ALTER TABLE "FactChange" ADD COLUMN "unitId" TEXT;

-- AlterTable
ALTER TABLE "Signal" ADD COLUMN "detectDays" INTEGER;
ALTER TABLE "Signal" ADD COLUMN "endDays" INTEGER;
ALTER TABLE "Signal" ADD COLUMN "endedOn" TEXT;
ALTER TABLE "Signal" ADD COLUMN "factOn" TEXT;
ALTER TABLE "Signal" ADD COLUMN "raisedOn" TEXT;

-- CreateTable
CREATE TABLE "ZoneMove" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "borrowerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "fromZone" TEXT NOT NULL,
    "toZone" TEXT NOT NULL,
    "movedOn" TEXT NOT NULL,
    "movedAt" DATETIME NOT NULL,
    "drawnMinor" BIGINT NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    CONSTRAINT "ZoneMove_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable: not made anew, for the triggers that write to them stand.
ALTER TABLE "TotalDelta" ADD COLUMN "moneyMinor" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "Total" ADD COLUMN "moneyMinor" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "UnitTotal" ADD COLUMN "moneyMinor" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "DigestLook" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "look" TEXT NOT NULL,
    "saidAt" DATETIME NOT NULL,
    CONSTRAINT "DigestLook_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ZoneMove_borrowerId_idx" ON "ZoneMove"("borrowerId");

-- CreateIndex
CREATE INDEX "ZoneMove_unitId_movedOn_idx" ON "ZoneMove"("unitId", "movedOn");

-- CreateIndex
CREATE INDEX "ZoneMove_movedOn_idx" ON "ZoneMove"("movedOn");

-- CreateIndex
CREATE INDEX "FactChange_movedOn_idx" ON "FactChange"("movedOn");

-- CreateIndex
CREATE INDEX "Signal_raisedOn_idx" ON "Signal"("raisedOn");

-- CreateIndex
CREATE INDEX "Signal_endedOn_idx" ON "Signal"("endedOn");

-- What stood before has UTC's date of its moments, and nothing is made up of the facts behind it.
UPDATE "Signal" SET "raisedOn" = substr("raisedAt", 1, 10);
UPDATE "Signal" SET "endedOn" = substr("endedAt", 1, 10) WHERE "endedAt" IS NOT NULL;

BEGIN;

-- AlterTable
ALTER TABLE "Borrower" ADD COLUMN     "zone" TEXT;

-- AlterTable
ALTER TABLE "FactChange" ADD COLUMN     "movedOn" TEXT,
ADD COLUMN     "product" TEXT,
ADD COLUMN     "unitId" TEXT;

-- AlterTable
ALTER TABLE "Signal" ADD COLUMN     "detectDays" INTEGER,
ADD COLUMN     "endDays" INTEGER,
ADD COLUMN     "endedOn" TEXT,
ADD COLUMN     "factOn" TEXT,
ADD COLUMN     "raisedOn" TEXT;

-- AlterTable
ALTER TABLE "TotalDelta" ADD COLUMN     "moneyMinor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Total" ADD COLUMN     "moneyMinor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "UnitTotal" ADD COLUMN     "moneyMinor" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ZoneMove" (
    "id" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "fromZone" TEXT NOT NULL,
    "toZone" TEXT NOT NULL,
    "movedOn" TEXT NOT NULL,
    "movedAt" TIMESTAMP(3) NOT NULL,
    "drawnMinor" BIGINT NOT NULL,
    "policyVersionId" TEXT NOT NULL,

    CONSTRAINT "ZoneMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DigestLook" (
    "personId" TEXT NOT NULL,
    "look" TEXT NOT NULL,
    "saidAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DigestLook_pkey" PRIMARY KEY ("personId")
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
UPDATE "Signal" SET "raisedOn" = to_char("raisedAt", 'YYYY-MM-DD');
UPDATE "Signal" SET "endedOn" = to_char("endedAt", 'YYYY-MM-DD') WHERE "endedAt" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "ZoneMove" ADD CONSTRAINT "ZoneMove_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestLook" ADD CONSTRAINT "DigestLook_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

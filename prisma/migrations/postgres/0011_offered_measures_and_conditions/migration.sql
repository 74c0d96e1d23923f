BEGIN;

-- AlterTable
ALTER TABLE "Loan" ADD COLUMN     "approvalConditions" TEXT;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "offerNote" TEXT,
ADD COLUMN     "offerUntil" TIMESTAMP(3),
ADD COLUMN     "offeredAt" TIMESTAMP(3),
ADD COLUMN     "offeredById" TEXT,
ADD COLUMN     "offeredToId" TEXT;

-- CreateIndex
CREATE INDEX "Case_offerUntil_idx" ON "Case"("offerUntil");

COMMIT;

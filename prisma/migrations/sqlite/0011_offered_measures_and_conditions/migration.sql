-- AlterTable
ALTER TABLE "Loan" ADD COLUMN "approvalConditions" TEXT;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN "offerNote" TEXT;
ALTER TABLE "Case" ADD COLUMN "offerUntil" DATETIME;
ALTER TABLE "Case" ADD COLUMN "offeredAt" DATETIME;
ALTER TABLE "Case" ADD COLUMN "offeredById" TEXT;
ALTER TABLE "Case" ADD COLUMN "offeredToId" TEXT;

-- CreateIndex
CREATE INDEX "Case_offerUntil_idx" ON "Case"("offerUntil");

-- AlterTable
ALTER TABLE "Signal" ADD COLUMN "offerUntil" DATETIME;

-- CreateIndex
CREATE INDEX "Signal_offerUntil_idx" ON "Signal"("offerUntil");

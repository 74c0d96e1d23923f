BEGIN;

-- AlterTable
ALTER TABLE "Signal" ADD COLUMN     "offerUntil" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Signal_offerUntil_idx" ON "Signal"("offerUntil");

COMMIT;

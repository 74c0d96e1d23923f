-- AlterTable
ALTER TABLE "TierProposal" ADD COLUMN "approvedOn" TEXT;
ALTER TABLE "TierProposal" ADD COLUMN "product" TEXT;

-- CreateIndex
CREATE INDEX "TierProposal_state_approvedOn_idx" ON "TierProposal"("state", "approvedOn");

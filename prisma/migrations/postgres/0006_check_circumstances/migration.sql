BEGIN;

-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "circumstances" TEXT;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "circumstances" TEXT,
ADD COLUMN     "unaskedAfter" TEXT;

-- CreateTable
CREATE TABLE "PolicyProposal" (
    "id" TEXT NOT NULL,
    "policyId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "policyVersionId" TEXT,

    CONSTRAINT "PolicyProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicySignOff" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "ruleText" TEXT NOT NULL,
    "signedById" TEXT NOT NULL,
    "signedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PolicySignOff_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PolicyProposal_state_idx" ON "PolicyProposal"("state");

-- CreateIndex
CREATE UNIQUE INDEX "PolicySignOff_proposalId_path_key" ON "PolicySignOff"("proposalId", "path");

-- AddForeignKey
ALTER TABLE "PolicySignOff" ADD CONSTRAINT "PolicySignOff_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "PolicyProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

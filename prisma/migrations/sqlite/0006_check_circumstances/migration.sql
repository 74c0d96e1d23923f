-- AlterTable
ALTER TABLE "Draft" ADD COLUMN "circumstances" TEXT;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN "circumstances" TEXT;
ALTER TABLE "Report" ADD COLUMN "unaskedAfter" TEXT;

-- CreateTable
CREATE TABLE "PolicyProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "policyId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "policyVersionId" TEXT
);

-- CreateTable
CREATE TABLE "PolicySignOff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "proposalId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "ruleText" TEXT NOT NULL,
    "signedById" TEXT NOT NULL,
    "signedAt" DATETIME NOT NULL,
    CONSTRAINT "PolicySignOff_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "PolicyProposal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PolicyProposal_state_idx" ON "PolicyProposal"("state");

-- CreateIndex
CREATE UNIQUE INDEX "PolicySignOff_proposalId_path_key" ON "PolicySignOff"("proposalId", "path");

-- AlterTable
ALTER TABLE "Report" ADD COLUMN "batchId" TEXT;

-- CreateTable
CREATE TABLE "OffSiteBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "submittedAt" DATETIME
);

-- CreateTable
CREATE TABLE "BatchAnswer" (
    "batchId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "raw" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("batchId", "key"),
    CONSTRAINT "BatchAnswer_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "OffSiteBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "OffSiteBatch_number_key" ON "OffSiteBatch"("number");

-- CreateIndex
CREATE INDEX "OffSiteBatch_personId_submittedAt_idx" ON "OffSiteBatch"("personId", "submittedAt");

-- CreateIndex
CREATE INDEX "Report_batchId_idx" ON "Report"("batchId");

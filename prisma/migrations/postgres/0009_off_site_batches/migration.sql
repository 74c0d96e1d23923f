BEGIN;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "batchId" TEXT;

-- CreateTable
CREATE TABLE "OffSiteBatch" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "submittedAt" TIMESTAMP(3),

    CONSTRAINT "OffSiteBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchAnswer" (
    "batchId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "raw" TEXT NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BatchAnswer_pkey" PRIMARY KEY ("batchId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "OffSiteBatch_number_key" ON "OffSiteBatch"("number");

-- CreateIndex
CREATE INDEX "OffSiteBatch_personId_submittedAt_idx" ON "OffSiteBatch"("personId", "submittedAt");

-- CreateIndex
CREATE INDEX "Report_batchId_idx" ON "Report"("batchId");

-- AddForeignKey
ALTER TABLE "BatchAnswer" ADD CONSTRAINT "BatchAnswer_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "OffSiteBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

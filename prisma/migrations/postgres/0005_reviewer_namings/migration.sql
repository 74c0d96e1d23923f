BEGIN;

-- CreateTable
CREATE TABLE "ReviewerNaming" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "namedById" TEXT NOT NULL,
    "namedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReviewerNaming_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReviewerNaming_reportId_idx" ON "ReviewerNaming"("reportId");

-- AddForeignKey
ALTER TABLE "ReviewerNaming" ADD CONSTRAINT "ReviewerNaming_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

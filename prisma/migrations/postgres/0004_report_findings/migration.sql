BEGIN;

-- CreateTable
CREATE TABLE "ReportFinding" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "answerKey" TEXT,
    "detail" TEXT NOT NULL,
    "answered" TEXT,

    CONSTRAINT "ReportFinding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportFinding_reportId_idx" ON "ReportFinding"("reportId");

-- AddForeignKey
ALTER TABLE "ReportFinding" ADD CONSTRAINT "ReportFinding_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

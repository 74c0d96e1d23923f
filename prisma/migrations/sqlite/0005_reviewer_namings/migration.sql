-- CreateTable
CREATE TABLE "ReviewerNaming" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "namedById" TEXT NOT NULL,
    "namedAt" DATETIME NOT NULL,
    CONSTRAINT "ReviewerNaming_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ReviewerNaming_reportId_idx" ON "ReviewerNaming"("reportId");

-- CreateTable
CREATE TABLE "FiledCopy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "borrowerId" TEXT NOT NULL,
    "documentId" TEXT,
    "formId" TEXT,
    "name" TEXT NOT NULL,
    "mimetype" TEXT NOT NULL,
    "sizeBytes" INTEGER,
    "sha256" TEXT,
    "slackFileId" TEXT,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "uploadedById" TEXT NOT NULL,
    "uploadedAt" DATETIME NOT NULL,
    CONSTRAINT "FiledCopy_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "FiledDocument" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FiledCopy_documentId_idx" ON "FiledCopy"("documentId");

-- CreateIndex
CREATE INDEX "FiledCopy_formId_idx" ON "FiledCopy"("formId");

-- CreateIndex
CREATE INDEX "FiledCopy_state_idx" ON "FiledCopy"("state");

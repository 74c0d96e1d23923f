BEGIN;

-- CreateTable
CREATE TABLE "FiledCopy" (
    "id" TEXT NOT NULL,
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
    "uploadedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FiledCopy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FiledCopy_documentId_idx" ON "FiledCopy"("documentId");

-- CreateIndex
CREATE INDEX "FiledCopy_formId_idx" ON "FiledCopy"("formId");

-- CreateIndex
CREATE INDEX "FiledCopy_state_idx" ON "FiledCopy"("state");

-- AddForeignKey
ALTER TABLE "FiledCopy" ADD CONSTRAINT "FiledCopy_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "FiledDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

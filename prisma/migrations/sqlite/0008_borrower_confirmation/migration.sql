-- AlterTable
ALTER TABLE "Report" ADD COLUMN "partHash" TEXT;

-- CreateTable
CREATE TABLE "ConfirmationSheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "visitedOn" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "partHash" TEXT NOT NULL,
    "frozenById" TEXT NOT NULL,
    "frozenAt" DATETIME NOT NULL,
    CONSTRAINT "ConfirmationSheet_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BorrowerConfirmation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sheetId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "signedOn" TEXT NOT NULL,
    "signerId" TEXT,
    "signerName" TEXT,
    "note" TEXT NOT NULL,
    "evidenceId" TEXT,
    "sha256" TEXT,
    "enteredById" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    CONSTRAINT "BorrowerConfirmation_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "ConfirmationSheet" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmationSheet_number_key" ON "ConfirmationSheet"("number");

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmationSheet_inspectionId_partHash_key" ON "ConfirmationSheet"("inspectionId", "partHash");

-- CreateIndex
CREATE INDEX "BorrowerConfirmation_sheetId_idx" ON "BorrowerConfirmation"("sheetId");

-- DropIndex
DROP INDEX "Borrower_name_idx";

-- CreateTable
CREATE TABLE "CustomerStrategy" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "borrowerId" TEXT NOT NULL,
    "strategy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "setAt" DATETIME NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    CONSTRAINT "CustomerStrategy_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FiledDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "borrowerId" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "datedOn" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "filedById" TEXT NOT NULL,
    "filedAt" DATETIME NOT NULL,
    "takenOutById" TEXT,
    "takenOutAt" DATETIME,
    "takenOutWhy" TEXT,
    CONSTRAINT "FiledDocument_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CustomerStrategy_borrowerId_setAt_idx" ON "CustomerStrategy"("borrowerId", "setAt");

-- CreateIndex
CREATE INDEX "FiledDocument_borrowerId_document_idx" ON "FiledDocument"("borrowerId", "document");

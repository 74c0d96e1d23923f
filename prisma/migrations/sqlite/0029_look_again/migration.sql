-- CreateTable
CREATE TABLE "LookAsked" (
    "borrowerId" TEXT NOT NULL PRIMARY KEY,
    "askedAt" DATETIME NOT NULL,
    CONSTRAINT "LookAsked_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "LookAsked_askedAt_idx" ON "LookAsked"("askedAt");

-- CreateTable
CREATE TABLE "DocumentLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "refs" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "viewId" TEXT,
    "madeAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "closedAt" DATETIME,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0
);

-- CreateIndex
CREATE UNIQUE INDEX "DocumentLink_tokenHash_key" ON "DocumentLink"("tokenHash");

-- CreateIndex
CREATE INDEX "DocumentLink_personId_kind_idx" ON "DocumentLink"("personId", "kind");

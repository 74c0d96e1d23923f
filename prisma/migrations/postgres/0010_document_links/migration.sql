BEGIN;

-- CreateTable
CREATE TABLE "DocumentLink" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "refs" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "viewId" TEXT,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DocumentLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DocumentLink_tokenHash_key" ON "DocumentLink"("tokenHash");

-- CreateIndex
CREATE INDEX "DocumentLink_personId_kind_idx" ON "DocumentLink"("personId", "kind");

COMMIT;

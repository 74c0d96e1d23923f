-- CreateTable
CREATE TABLE "OpenHome" (
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "choices" TEXT NOT NULL DEFAULT '{}',
    "shownHash" TEXT,
    "viewHash" TEXT,
    "lookedAt" DATETIME NOT NULL,
    "lookedSeq" BIGINT NOT NULL,

    PRIMARY KEY ("teamId", "userId"),
    CONSTRAINT "OpenHome_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "OpenHome_openedAt_idx" ON "OpenHome"("openedAt");

-- CreateIndex
CREATE INDEX "OpenHome_personId_idx" ON "OpenHome"("personId");

BEGIN;

-- CreateTable
CREATE TABLE "OpenHome" (
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "choices" TEXT NOT NULL DEFAULT '{}',
    "shownHash" TEXT,
    "viewHash" TEXT,
    "lookedAt" TIMESTAMP(3) NOT NULL,
    "lookedSeq" BIGINT NOT NULL,

    CONSTRAINT "OpenHome_pkey" PRIMARY KEY ("teamId","userId")
);

-- CreateIndex
CREATE INDEX "OpenHome_openedAt_idx" ON "OpenHome"("openedAt");

-- CreateIndex
CREATE INDEX "OpenHome_personId_idx" ON "OpenHome"("personId");

-- AddForeignKey
ALTER TABLE "OpenHome" ADD CONSTRAINT "OpenHome_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

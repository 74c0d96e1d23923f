-- CreateTable
CREATE TABLE "ScoreSheet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "role" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "score" INTEGER,
    "own" INTEGER,
    "weightMinor" BIGINT NOT NULL,
    "sheet" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "reason" TEXT,
    "policyVersionId" TEXT NOT NULL,
    "keptAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "ScoreSheet_unitId_period_idx" ON "ScoreSheet"("unitId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "ScoreSheet_role_subjectId_period_revision_key" ON "ScoreSheet"("role", "subjectId", "period", "revision");

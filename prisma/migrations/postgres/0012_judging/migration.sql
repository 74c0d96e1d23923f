BEGIN;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "conclusionJudgement" TEXT,
ADD COLUMN     "recordJudgement" TEXT;

-- CreateTable
CREATE TABLE "SampleDraw" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    "drawnById" TEXT NOT NULL,
    "drawnAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SampleDraw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampleItem" (
    "drawId" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "recheckId" TEXT NOT NULL,

    CONSTRAINT "SampleItem_pkey" PRIMARY KEY ("drawId","inspectionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SampleDraw_unitId_period_key" ON "SampleDraw"("unitId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "SampleItem_inspectionId_key" ON "SampleItem"("inspectionId");

-- CreateIndex
CREATE UNIQUE INDEX "SampleItem_recheckId_key" ON "SampleItem"("recheckId");

-- CreateIndex
CREATE INDEX "Review_submitterId_decidedAt_idx" ON "Review"("submitterId", "decidedAt");

-- AddForeignKey
ALTER TABLE "SampleDraw" ADD CONSTRAINT "SampleDraw_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_drawId_fkey" FOREIGN KEY ("drawId") REFERENCES "SampleDraw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

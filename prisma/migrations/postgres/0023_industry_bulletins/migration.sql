BEGIN;

-- CreateTable
CREATE TABLE "IndustryBulletin" (
    "id" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMP(3) NOT NULL,
    "withdrawnById" TEXT,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "IndustryBulletin_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IndustryBulletin_untilOn_idx" ON "IndustryBulletin"("untilOn");

-- AddForeignKey
ALTER TABLE "IndustryBulletin" ADD CONSTRAINT "IndustryBulletin_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;

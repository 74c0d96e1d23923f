-- CreateTable
CREATE TABLE "IndustryBulletin" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "industry" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" DATETIME NOT NULL,
    "withdrawnById" TEXT,
    "withdrawnAt" DATETIME,
    CONSTRAINT "IndustryBulletin_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "IndustryBulletin_untilOn_idx" ON "IndustryBulletin"("untilOn");

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "inspectionId" TEXT,
    "reportId" TEXT,
    "place" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "result" TEXT,
    "reportedById" TEXT,
    "reportedAt" DATETIME,
    "closedById" TEXT,
    "closedAt" DATETIME,
    "note" TEXT,
    "offeredToId" TEXT,
    "offeredById" TEXT,
    "offeredAt" DATETIME,
    "offerUntil" DATETIME,
    "offerNote" TEXT,
    "reviewsId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Case_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Case_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Case" ("borrowerId", "cause", "closedAt", "closedById", "dueOn", "goal", "id", "inspectionId", "kind", "note", "offerNote", "offerUntil", "offeredAt", "offeredById", "offeredToId", "openedAt", "openedById", "ownerId", "place", "proof", "reportId", "reportedAt", "reportedById", "result", "state", "unitId", "version") SELECT "borrowerId", "cause", "closedAt", "closedById", "dueOn", "goal", "id", "inspectionId", "kind", "note", "offerNote", "offerUntil", "offeredAt", "offeredById", "offeredToId", "openedAt", "openedById", "ownerId", "place", "proof", "reportId", "reportedAt", "reportedById", "result", "state", "unitId", "version" FROM "Case";
DROP TABLE "Case";
ALTER TABLE "new_Case" RENAME TO "Case";
CREATE INDEX "Case_ownerId_state_dueOn_idx" ON "Case"("ownerId", "state", "dueOn");
CREATE INDEX "Case_unitId_state_dueOn_idx" ON "Case"("unitId", "state", "dueOn");
CREATE INDEX "Case_borrowerId_state_idx" ON "Case"("borrowerId", "state");
CREATE INDEX "Case_inspectionId_idx" ON "Case"("inspectionId");
CREATE INDEX "Case_offerUntil_idx" ON "Case"("offerUntil");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

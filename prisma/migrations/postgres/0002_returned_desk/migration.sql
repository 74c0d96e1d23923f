BEGIN;

-- CreateIndex
CREATE INDEX "Inspection_returnedDueOn_idx" ON "Inspection"("returnedDueOn");

COMMIT;

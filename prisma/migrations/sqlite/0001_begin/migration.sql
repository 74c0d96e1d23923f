-- CreateTable
CREATE TABLE "OrgUnit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" TEXT,
    "kind" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "calendarId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    CONSTRAINT "OrgUnit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "OrgUnit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "leftOn" TEXT,
    CONSTRAINT "Person_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SlackAccount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "channelId" TEXT,
    "matchedAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "SlackAccount_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "fromAt" DATETIME NOT NULL,
    "toAt" DATETIME,
    CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RoleGrant_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Ownership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "borrowerId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromAt" DATETIME NOT NULL,
    "toAt" DATETIME,
    CONSTRAINT "Ownership_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Ownership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "standInId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "toOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Delegation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Delegation_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Borrower" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "customerType" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "identityNumber" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "industryCode" TEXT,
    "takeOnOn" TEXT NOT NULL,
    "lastInspectedOn" TEXT,
    "lastVisitOn" TEXT,
    "lastOnSiteOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Borrower_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthorisedSigner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "borrowerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fromAt" DATETIME NOT NULL,
    "toAt" DATETIME,
    CONSTRAINT "AuthorisedSigner_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Loan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "phase" TEXT,
    "state" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "principalMinor" BIGINT NOT NULL,
    "drawnMinor" BIGINT NOT NULL,
    "disbursedOn" TEXT NOT NULL,
    "maturesOn" TEXT,
    "tier" TEXT NOT NULL,
    "purpose" TEXT,
    "seasonKey" TEXT,
    "pastDueSince" TEXT,
    "asOf" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "factsHash" TEXT NOT NULL,
    "lastRunId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Loan_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Collateral" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "loanId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "valueMinor" BIGINT NOT NULL,
    "valuedOn" TEXT,
    "insuredTo" TEXT,
    "asOf" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "Collateral_loanId_fkey" FOREIGN KEY ("loanId") REFERENCES "Loan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Guarantor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "loanId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "Guarantor_loanId_fkey" FOREIGN KEY ("loanId") REFERENCES "Loan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FactChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "asOf" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "runId" TEXT
);

-- CreateTable
CREATE TABLE "Observation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "source" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "supersedes" TEXT
);

-- CreateTable
CREATE TABLE "Inspection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "policyLine" TEXT NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "assigneeId" TEXT,
    "startedAt" DATETIME,
    "submittedAt" DATETIME,
    "returnedDueOn" TEXT,
    "openedById" TEXT,
    "openedAt" DATETIME,
    "closedAt" DATETIME,
    "plannedById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Inspection_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InspectionLoan" (
    "inspectionId" TEXT NOT NULL,
    "loanId" TEXT NOT NULL,

    PRIMARY KEY ("inspectionId", "loanId"),
    CONSTRAINT "InspectionLoan_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "InspectionLoan_loanId_fkey" FOREIGN KEY ("loanId") REFERENCES "Loan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "inspectionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "startedAt" DATETIME NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "baseReportId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Draft_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DraftAnswer" (
    "draftId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "raw" TEXT NOT NULL,
    "asOf" TEXT,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("draftId", "key"),
    CONSTRAINT "DraftAnswer_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "inspectionId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "submittedById" TEXT NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "visitedOn" TEXT NOT NULL,
    "level" TEXT,
    "content" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "decidedAt" DATETIME,
    CONSTRAINT "Report_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "itemKey" TEXT NOT NULL,
    "groupIndex" INTEGER NOT NULL DEFAULT 0,
    "value" TEXT NOT NULL,
    "unit" TEXT,
    "asOf" TEXT,
    "level" TEXT,
    CONSTRAINT "Answer_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "submitterId" TEXT NOT NULL,
    "ownerId" TEXT,
    "standInIds" TEXT NOT NULL,
    CONSTRAINT "Review_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewNote" (
    "reviewId" TEXT NOT NULL,
    "answerKey" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    PRIMARY KEY ("reviewId", "answerKey"),
    CONSTRAINT "ReviewNote_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "inspectionId" TEXT NOT NULL,
    "draftId" TEXT,
    "reportId" TEXT,
    "answerKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mimetype" TEXT NOT NULL,
    "sizeBytes" INTEGER,
    "sha256" TEXT,
    "slackFileId" TEXT,
    "uploadedById" TEXT NOT NULL,
    "uploadedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "channelRef" TEXT,
    "slotOn" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "notBefore" DATETIME NOT NULL,
    "leaseUntil" DATETIME,
    "claimedBy" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "refs" TEXT NOT NULL,
    "rendered" TEXT,
    "channelId" TEXT,
    "ts" TEXT,
    "sentAt" DATETIME,
    "staleAt" DATETIME,
    "editedAt" DATETIME,
    "editFailure" TEXT,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "OutboxItem" (
    "messageId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,

    PRIMARY KEY ("messageId", "subjectKind", "subjectId"),
    CONSTRAINT "OutboxItem_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "OutboxMessage" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InboundDelivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "receivedAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    "failure" TEXT
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "seq" BIGINT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "policyId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "effectiveFrom" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "adoptedBy" TEXT NOT NULL,
    "adoptedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "takeOnOn" TEXT,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "digest" TEXT
);

-- CreateTable
CREATE TABLE "ImportRefusal" (
    "runId" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    PRIMARY KEY ("runId", "line", "column"),
    CONSTRAINT "ImportRefusal_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UnmatchedPerson" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "reason" TEXT NOT NULL,
    "candidates" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "OrgUnit_code_key" ON "OrgUnit"("code");

-- CreateIndex
CREATE INDEX "OrgUnit_parentId_idx" ON "OrgUnit"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_unitId_idx" ON "Person"("unitId");

-- CreateIndex
CREATE INDEX "SlackAccount_personId_idx" ON "SlackAccount"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SlackAccount_teamId_userId_key" ON "SlackAccount"("teamId", "userId");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_unitId_role_idx" ON "RoleGrant"("unitId", "role");

-- CreateIndex
CREATE INDEX "Ownership_borrowerId_toAt_idx" ON "Ownership"("borrowerId", "toAt");

-- CreateIndex
CREATE INDEX "Ownership_personId_toAt_idx" ON "Ownership"("personId", "toAt");

-- CreateIndex
CREATE INDEX "Delegation_personId_toOn_idx" ON "Delegation"("personId", "toOn");

-- CreateIndex
CREATE INDEX "Delegation_standInId_toOn_idx" ON "Delegation"("standInId", "toOn");

-- CreateIndex
CREATE UNIQUE INDEX "Borrower_number_key" ON "Borrower"("number");

-- CreateIndex
CREATE INDEX "Borrower_unitId_idx" ON "Borrower"("unitId");

-- CreateIndex
CREATE INDEX "Borrower_name_idx" ON "Borrower"("name");

-- CreateIndex
CREATE INDEX "AuthorisedSigner_borrowerId_idx" ON "AuthorisedSigner"("borrowerId");

-- CreateIndex
CREATE UNIQUE INDEX "Loan_number_key" ON "Loan"("number");

-- CreateIndex
CREATE INDEX "Loan_borrowerId_idx" ON "Loan"("borrowerId");

-- CreateIndex
CREATE INDEX "Loan_state_product_idx" ON "Loan"("state", "product");

-- CreateIndex
CREATE UNIQUE INDEX "Collateral_loanId_number_key" ON "Collateral"("loanId", "number");

-- CreateIndex
CREATE INDEX "Guarantor_loanId_idx" ON "Guarantor"("loanId");

-- CreateIndex
CREATE INDEX "FactChange_subjectKind_subjectId_field_recordedAt_idx" ON "FactChange"("subjectKind", "subjectId", "field", "recordedAt");

-- CreateIndex
CREATE INDEX "Observation_subjectKind_subjectId_key_asOf_idx" ON "Observation"("subjectKind", "subjectId", "key", "asOf");

-- CreateIndex
CREATE UNIQUE INDEX "Inspection_number_key" ON "Inspection"("number");

-- CreateIndex
CREATE INDEX "Inspection_assigneeId_state_dueOn_idx" ON "Inspection"("assigneeId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Inspection_state_dueOn_idx" ON "Inspection"("state", "dueOn");

-- CreateIndex
CREATE INDEX "Inspection_unitId_state_dueOn_idx" ON "Inspection"("unitId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Inspection_borrowerId_state_idx" ON "Inspection"("borrowerId", "state");

-- CreateIndex
CREATE INDEX "InspectionLoan_loanId_idx" ON "InspectionLoan"("loanId");

-- CreateIndex
CREATE INDEX "Draft_inspectionId_closedAt_idx" ON "Draft"("inspectionId", "closedAt");

-- CreateIndex
CREATE INDEX "Draft_personId_closedAt_idx" ON "Draft"("personId", "closedAt");

-- CreateIndex
CREATE INDEX "Report_state_submittedAt_idx" ON "Report"("state", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_inspectionId_revision_key" ON "Report"("inspectionId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_reportId_subject_itemKey_groupIndex_key" ON "Answer"("reportId", "subject", "itemKey", "groupIndex");

-- CreateIndex
CREATE UNIQUE INDEX "Review_reportId_key" ON "Review"("reportId");

-- CreateIndex
CREATE INDEX "Evidence_inspectionId_idx" ON "Evidence"("inspectionId");

-- CreateIndex
CREATE INDEX "Evidence_draftId_idx" ON "Evidence"("draftId");

-- CreateIndex
CREATE INDEX "Evidence_state_idx" ON "Evidence"("state");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_notBefore_idx" ON "OutboxMessage"("state", "notBefore");

-- CreateIndex
CREATE INDEX "OutboxMessage_staleAt_idx" ON "OutboxMessage"("staleAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_personId_kind_createdAt_idx" ON "OutboxMessage"("personId", "kind", "createdAt");

-- CreateIndex
CREATE INDEX "OutboxItem_subjectKind_subjectId_idx" ON "OutboxItem"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "InboundDelivery_key_key" ON "InboundDelivery"("key");

-- CreateIndex
CREATE INDEX "InboundDelivery_state_receivedAt_idx" ON "InboundDelivery"("state", "receivedAt");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectKind_subjectId_idx" ON "AuditEvent"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyVersion_hash_key" ON "PolicyVersion"("hash");

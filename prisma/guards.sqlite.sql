-- Made by prisma/write-guards.ts from prisma/guards.ts. Laid down again after every migration.

CREATE UNIQUE INDEX IF NOT EXISTS "one_open_routine_inspection" ON "Inspection" ("borrowerId") WHERE "kind" = 'routine' AND "state" IN ('planned', 'started');

CREATE UNIQUE INDEX IF NOT EXISTS "one_open_draft" ON "Draft" ("inspectionId") WHERE "closedAt" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "one_waiting_report" ON "Report" ("inspectionId") WHERE "state" IN ('submitted', 'in_review');

CREATE UNIQUE INDEX IF NOT EXISTS "confirmation_file_used_once" ON "BorrowerConfirmation" ("sha256") WHERE "sha256" IS NOT NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "one_open_batch" ON "OffSiteBatch" ("personId") WHERE "submittedAt" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "one_current_owner" ON "Ownership" ("borrowerId") WHERE "toAt" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "one_live_role_grant" ON "RoleGrant" ("personId", "role", "unitId") WHERE "toAt" IS NULL;

CREATE UNIQUE INDEX IF NOT EXISTS "one_waiting_policy" ON "PolicyProposal" ("policyId") WHERE "state" = 'proposed';

CREATE UNIQUE INDEX IF NOT EXISTS "one_asked_extension" ON "Extension" ("inspectionId") WHERE "state" = 'asked';

CREATE UNIQUE INDEX IF NOT EXISTS "one_case_of_a_risk" ON "Case" ("inspectionId", "place") WHERE "state" <> 'dropped';

CREATE UNIQUE INDEX IF NOT EXISTS "one_waiting_plan" ON "Case" ("borrowerId") WHERE "kind" IN ('written_plan', 'workout_plan') AND "state" IN ('open', 'reported');

CREATE UNIQUE INDEX IF NOT EXISTS "one_asked_override" ON "GateOverride" ("inspectionId", "answerKey", "rule") WHERE "state" = 'asked';

CREATE UNIQUE INDEX IF NOT EXISTS "one_asked_zone" ON "ZoneOverride" ("borrowerId") WHERE "state" = 'asked';

CREATE UNIQUE INDEX IF NOT EXISTS "one_approved_zone" ON "ZoneOverride" ("borrowerId") WHERE "state" = 'approved';

CREATE UNIQUE INDEX IF NOT EXISTS "one_standing_signal" ON "Signal" ("code", "subjectKind", "subjectId") WHERE "state" NOT IN ('false_alarm', 'closed');

CREATE UNIQUE INDEX IF NOT EXISTS "one_taken_delivery" ON "FactDelivery" ("source", "eventId") WHERE "state" = 'taken';

CREATE UNIQUE INDEX IF NOT EXISTS "one_open_tier_proposal" ON "TierProposal" ("loanId") WHERE "state" IN ('suggested', 'proposed', 'recognised');

CREATE UNIQUE INDEX IF NOT EXISTS "one_waiting_handover_of_an_inspection" ON "Handover" ("inspectionId") WHERE "inspectionId" IS NOT NULL AND "state" IN ('asked', 'escalated');

CREATE UNIQUE INDEX IF NOT EXISTS "one_waiting_handover_of_an_account" ON "Handover" ("borrowerId") WHERE "inspectionId" IS NULL AND "state" IN ('asked', 'escalated');

CREATE INDEX IF NOT EXISTS "signals_raised_by_people" ON "Signal" ("raisedOn") WHERE "raisedById" IS NOT NULL;

CREATE INDEX IF NOT EXISTS "customers_by_number" ON "Borrower" ("number" COLLATE NOCASE);

CREATE INDEX IF NOT EXISTS "customers_by_name" ON "Borrower" ("name" COLLATE NOCASE);

CREATE INDEX IF NOT EXISTS "customers_of_unit_by_number" ON "Borrower" ("unitId", "number" COLLATE NOCASE);

CREATE INDEX IF NOT EXISTS "customers_of_unit_by_name" ON "Borrower" ("unitId", "name" COLLATE NOCASE);

DROP TRIGGER IF EXISTS "values_of_org_unit_on_insert";
CREATE TRIGGER "values_of_org_unit_on_insert" BEFORE INSERT ON "OrgUnit"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('head_office', 'branch', 'sub_branch', 'department')
      THEN RAISE(ABORT, 'guard values_of_org_unit: kind holds a word it does not know')
    WHEN NEW."line" NOT IN ('business', 'control', 'asset_ops')
      THEN RAISE(ABORT, 'guard values_of_org_unit: line holds a word it does not know')
    WHEN NEW."language" NOT IN ('en', 'zh-Hans', 'zh-Hant')
      THEN RAISE(ABORT, 'guard values_of_org_unit: language holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_org_unit_on_update";
CREATE TRIGGER "values_of_org_unit_on_update" BEFORE UPDATE OF "kind", "line", "language" ON "OrgUnit"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('head_office', 'branch', 'sub_branch', 'department')
      THEN RAISE(ABORT, 'guard values_of_org_unit: kind holds a word it does not know')
    WHEN NEW."line" NOT IN ('business', 'control', 'asset_ops')
      THEN RAISE(ABORT, 'guard values_of_org_unit: line holds a word it does not know')
    WHEN NEW."language" NOT IN ('en', 'zh-Hans', 'zh-Hant')
      THEN RAISE(ABORT, 'guard values_of_org_unit: language holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_person_on_insert";
CREATE TRIGGER "values_of_person_on_insert" BEFORE INSERT ON "Person"
BEGIN
  SELECT CASE
    WHEN NEW."leftOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."leftOn", '+0 days') IS NOT NEW."leftOn"
      THEN RAISE(ABORT, 'guard values_of_person: leftOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_person_on_update";
CREATE TRIGGER "values_of_person_on_update" BEFORE UPDATE OF "leftOn" ON "Person"
BEGIN
  SELECT CASE
    WHEN NEW."leftOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."leftOn", '+0 days') IS NOT NEW."leftOn"
      THEN RAISE(ABORT, 'guard values_of_person: leftOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_role_grant_on_insert";
CREATE TRIGGER "values_of_role_grant_on_insert" BEFORE INSERT ON "RoleGrant"
BEGIN
  SELECT CASE
    WHEN NEW."role" NOT IN ('account_manager', 'post_loan_officer', 'risk_manager', 'unit_manager', 'head_office_manager', 'asset_operations', 'compliance', 'online_monitor', 'field_agent', 'credit_approver', 'overseer', 'administrator')
      THEN RAISE(ABORT, 'guard values_of_role_grant: role holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_role_grant_on_update";
CREATE TRIGGER "values_of_role_grant_on_update" BEFORE UPDATE OF "role" ON "RoleGrant"
BEGIN
  SELECT CASE
    WHEN NEW."role" NOT IN ('account_manager', 'post_loan_officer', 'risk_manager', 'unit_manager', 'head_office_manager', 'asset_operations', 'compliance', 'online_monitor', 'field_agent', 'credit_approver', 'overseer', 'administrator')
      THEN RAISE(ABORT, 'guard values_of_role_grant: role holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_delegation_on_insert";
CREATE TRIGGER "values_of_delegation_on_insert" BEFORE INSERT ON "Delegation"
BEGIN
  SELECT CASE
    WHEN NEW."fromOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fromOn", '+0 days') IS NOT NEW."fromOn"
      THEN RAISE(ABORT, 'guard values_of_delegation: fromOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."toOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."toOn", '+0 days') IS NOT NEW."toOn"
      THEN RAISE(ABORT, 'guard values_of_delegation: toOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_delegation_on_update";
CREATE TRIGGER "values_of_delegation_on_update" BEFORE UPDATE OF "fromOn", "toOn" ON "Delegation"
BEGIN
  SELECT CASE
    WHEN NEW."fromOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fromOn", '+0 days') IS NOT NEW."fromOn"
      THEN RAISE(ABORT, 'guard values_of_delegation: fromOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."toOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."toOn", '+0 days') IS NOT NEW."toOn"
      THEN RAISE(ABORT, 'guard values_of_delegation: toOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_borrower_on_insert";
CREATE TRIGGER "values_of_borrower_on_insert" BEFORE INSERT ON "Borrower"
BEGIN
  SELECT CASE
    WHEN NEW."customerType" NOT IN ('corporate', 'mse', 'sole_trader', 'farm_household', 'individual')
      THEN RAISE(ABORT, 'guard values_of_borrower: customerType holds a word it does not know')
    WHEN NEW."takeOnOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."takeOnOn", '+0 days') IS NOT NEW."takeOnOn"
      THEN RAISE(ABORT, 'guard values_of_borrower: takeOnOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."lastInspectedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."lastInspectedOn", '+0 days') IS NOT NEW."lastInspectedOn"
      THEN RAISE(ABORT, 'guard values_of_borrower: lastInspectedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."lastVisitOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."lastVisitOn", '+0 days') IS NOT NEW."lastVisitOn"
      THEN RAISE(ABORT, 'guard values_of_borrower: lastVisitOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."lastOnSiteOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."lastOnSiteOn", '+0 days') IS NOT NEW."lastOnSiteOn"
      THEN RAISE(ABORT, 'guard values_of_borrower: lastOnSiteOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."zone" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_borrower: zone holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_borrower_on_update";
CREATE TRIGGER "values_of_borrower_on_update" BEFORE UPDATE OF "customerType", "takeOnOn", "lastInspectedOn", "lastVisitOn", "lastOnSiteOn", "zone" ON "Borrower"
BEGIN
  SELECT CASE
    WHEN NEW."customerType" NOT IN ('corporate', 'mse', 'sole_trader', 'farm_household', 'individual')
      THEN RAISE(ABORT, 'guard values_of_borrower: customerType holds a word it does not know')
    WHEN NEW."takeOnOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."takeOnOn", '+0 days') IS NOT NEW."takeOnOn"
      THEN RAISE(ABORT, 'guard values_of_borrower: takeOnOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."lastInspectedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."lastInspectedOn", '+0 days') IS NOT NEW."lastInspectedOn"
      THEN RAISE(ABORT, 'guard values_of_borrower: lastInspectedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."lastVisitOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."lastVisitOn", '+0 days') IS NOT NEW."lastVisitOn"
      THEN RAISE(ABORT, 'guard values_of_borrower: lastVisitOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."lastOnSiteOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."lastOnSiteOn", '+0 days') IS NOT NEW."lastOnSiteOn"
      THEN RAISE(ABORT, 'guard values_of_borrower: lastOnSiteOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."zone" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_borrower: zone holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_customer_strategy_on_insert";
CREATE TRIGGER "values_of_customer_strategy_on_insert" BEFORE INSERT ON "CustomerStrategy"
BEGIN
  SELECT CASE
    WHEN NEW."strategy" NOT IN ('grow', 'keep', 'reduce', 'exit')
      THEN RAISE(ABORT, 'guard values_of_customer_strategy: strategy holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_customer_strategy_on_update";
CREATE TRIGGER "values_of_customer_strategy_on_update" BEFORE UPDATE OF "strategy" ON "CustomerStrategy"
BEGIN
  SELECT CASE
    WHEN NEW."strategy" NOT IN ('grow', 'keep', 'reduce', 'exit')
      THEN RAISE(ABORT, 'guard values_of_customer_strategy: strategy holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_filed_document_on_insert";
CREATE TRIGGER "values_of_filed_document_on_insert" BEFORE INSERT ON "FiledDocument"
BEGIN
  SELECT CASE
    WHEN NEW."datedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."datedOn", '+0 days') IS NOT NEW."datedOn"
      THEN RAISE(ABORT, 'guard values_of_filed_document: datedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_filed_document_on_update";
CREATE TRIGGER "values_of_filed_document_on_update" BEFORE UPDATE OF "datedOn" ON "FiledDocument"
BEGIN
  SELECT CASE
    WHEN NEW."datedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."datedOn", '+0 days') IS NOT NEW."datedOn"
      THEN RAISE(ABORT, 'guard values_of_filed_document: datedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_filed_copy_on_insert";
CREATE TRIGGER "values_of_filed_copy_on_insert" BEFORE INSERT ON "FiledCopy"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('pending', 'stored', 'failed')
      THEN RAISE(ABORT, 'guard values_of_filed_copy: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_filed_copy_on_update";
CREATE TRIGGER "values_of_filed_copy_on_update" BEFORE UPDATE OF "state" ON "FiledCopy"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('pending', 'stored', 'failed')
      THEN RAISE(ABORT, 'guard values_of_filed_copy: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_industry_bulletin_on_insert";
CREATE TRIGGER "values_of_industry_bulletin_on_insert" BEFORE INSERT ON "IndustryBulletin"
BEGIN
  SELECT CASE
    WHEN NEW."untilOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."untilOn", '+0 days') IS NOT NEW."untilOn"
      THEN RAISE(ABORT, 'guard values_of_industry_bulletin: untilOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_industry_bulletin_on_update";
CREATE TRIGGER "values_of_industry_bulletin_on_update" BEFORE UPDATE OF "untilOn" ON "IndustryBulletin"
BEGIN
  SELECT CASE
    WHEN NEW."untilOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."untilOn", '+0 days') IS NOT NEW."untilOn"
      THEN RAISE(ABORT, 'guard values_of_industry_bulletin: untilOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_loan_on_insert";
CREATE TRIGGER "values_of_loan_on_insert" BEFORE INSERT ON "Loan"
BEGIN
  SELECT CASE
    WHEN NEW."product" NOT IN ('working_capital', 'fixed_asset', 'personal_business', 'personal_consumption', 'agricultural_household', 'agri_procurement', 'mortgage', 'microloan')
      THEN RAISE(ABORT, 'guard values_of_loan: product holds a word it does not know')
    WHEN NEW."phase" NOT IN ('building', 'operating')
      THEN RAISE(ABORT, 'guard values_of_loan: phase holds a word it does not know')
    WHEN NEW."state" NOT IN ('live', 'settled', 'written_off', 'transferred')
      THEN RAISE(ABORT, 'guard values_of_loan: state holds a word it does not know')
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_loan: currency is three capital letters')
    WHEN NEW."disbursedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."disbursedOn", '+0 days') IS NOT NEW."disbursedOn"
      THEN RAISE(ABORT, 'guard values_of_loan: disbursedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."maturesOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."maturesOn", '+0 days') IS NOT NEW."maturesOn"
      THEN RAISE(ABORT, 'guard values_of_loan: maturesOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_loan: tier holds a word it does not know')
    WHEN NEW."pastDueSince" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."pastDueSince", '+0 days') IS NOT NEW."pastDueSince"
      THEN RAISE(ABORT, 'guard values_of_loan: pastDueSince is a calendar date, YYYY-MM-DD')
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_loan: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_loan_on_update";
CREATE TRIGGER "values_of_loan_on_update" BEFORE UPDATE OF "product", "phase", "state", "currency", "disbursedOn", "maturesOn", "tier", "pastDueSince", "asOf" ON "Loan"
BEGIN
  SELECT CASE
    WHEN NEW."product" NOT IN ('working_capital', 'fixed_asset', 'personal_business', 'personal_consumption', 'agricultural_household', 'agri_procurement', 'mortgage', 'microloan')
      THEN RAISE(ABORT, 'guard values_of_loan: product holds a word it does not know')
    WHEN NEW."phase" NOT IN ('building', 'operating')
      THEN RAISE(ABORT, 'guard values_of_loan: phase holds a word it does not know')
    WHEN NEW."state" NOT IN ('live', 'settled', 'written_off', 'transferred')
      THEN RAISE(ABORT, 'guard values_of_loan: state holds a word it does not know')
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_loan: currency is three capital letters')
    WHEN NEW."disbursedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."disbursedOn", '+0 days') IS NOT NEW."disbursedOn"
      THEN RAISE(ABORT, 'guard values_of_loan: disbursedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."maturesOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."maturesOn", '+0 days') IS NOT NEW."maturesOn"
      THEN RAISE(ABORT, 'guard values_of_loan: maturesOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_loan: tier holds a word it does not know')
    WHEN NEW."pastDueSince" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."pastDueSince", '+0 days') IS NOT NEW."pastDueSince"
      THEN RAISE(ABORT, 'guard values_of_loan: pastDueSince is a calendar date, YYYY-MM-DD')
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_loan: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_collateral_on_insert";
CREATE TRIGGER "values_of_collateral_on_insert" BEFORE INSERT ON "Collateral"
BEGIN
  SELECT CASE
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_collateral: currency is three capital letters')
    WHEN NEW."valuedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."valuedOn", '+0 days') IS NOT NEW."valuedOn"
      THEN RAISE(ABORT, 'guard values_of_collateral: valuedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."insuredTo" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."insuredTo", '+0 days') IS NOT NEW."insuredTo"
      THEN RAISE(ABORT, 'guard values_of_collateral: insuredTo is a calendar date, YYYY-MM-DD')
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_collateral: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_collateral_on_update";
CREATE TRIGGER "values_of_collateral_on_update" BEFORE UPDATE OF "currency", "valuedOn", "insuredTo", "asOf" ON "Collateral"
BEGIN
  SELECT CASE
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_collateral: currency is three capital letters')
    WHEN NEW."valuedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."valuedOn", '+0 days') IS NOT NEW."valuedOn"
      THEN RAISE(ABORT, 'guard values_of_collateral: valuedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."insuredTo" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."insuredTo", '+0 days') IS NOT NEW."insuredTo"
      THEN RAISE(ABORT, 'guard values_of_collateral: insuredTo is a calendar date, YYYY-MM-DD')
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_collateral: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_instalment_on_insert";
CREATE TRIGGER "values_of_instalment_on_insert" BEFORE INSERT ON "Instalment"
BEGIN
  SELECT CASE
    WHEN NEW."dueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."dueOn", '+0 days') IS NOT NEW."dueOn"
      THEN RAISE(ABORT, 'guard values_of_instalment: dueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_instalment: currency is three capital letters')
    WHEN NEW."state" NOT IN ('planned', 'unpaid', 'paid', 'cancelled')
      THEN RAISE(ABORT, 'guard values_of_instalment: state holds a word it does not know')
    WHEN NEW."stateOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."stateOn", '+0 days') IS NOT NEW."stateOn"
      THEN RAISE(ABORT, 'guard values_of_instalment: stateOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."paidOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."paidOn", '+0 days') IS NOT NEW."paidOn"
      THEN RAISE(ABORT, 'guard values_of_instalment: paidOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_instalment: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_instalment_on_update";
CREATE TRIGGER "values_of_instalment_on_update" BEFORE UPDATE OF "dueOn", "currency", "state", "stateOn", "paidOn", "asOf" ON "Instalment"
BEGIN
  SELECT CASE
    WHEN NEW."dueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."dueOn", '+0 days') IS NOT NEW."dueOn"
      THEN RAISE(ABORT, 'guard values_of_instalment: dueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_instalment: currency is three capital letters')
    WHEN NEW."state" NOT IN ('planned', 'unpaid', 'paid', 'cancelled')
      THEN RAISE(ABORT, 'guard values_of_instalment: state holds a word it does not know')
    WHEN NEW."stateOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."stateOn", '+0 days') IS NOT NEW."stateOn"
      THEN RAISE(ABORT, 'guard values_of_instalment: stateOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."paidOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."paidOn", '+0 days') IS NOT NEW."paidOn"
      THEN RAISE(ABORT, 'guard values_of_instalment: paidOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_instalment: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_guarantor_on_insert";
CREATE TRIGGER "values_of_guarantor_on_insert" BEFORE INSERT ON "Guarantor"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_guarantor: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_guarantor_on_update";
CREATE TRIGGER "values_of_guarantor_on_update" BEFORE UPDATE OF "asOf" ON "Guarantor"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_guarantor: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_fact_change_on_insert";
CREATE TRIGGER "values_of_fact_change_on_insert" BEFORE INSERT ON "FactChange"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_fact_change: asOf is a calendar date, YYYY-MM-DD')
    WHEN NEW."movedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."movedOn", '+0 days') IS NOT NEW."movedOn"
      THEN RAISE(ABORT, 'guard values_of_fact_change: movedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_fact_change_on_update";
CREATE TRIGGER "values_of_fact_change_on_update" BEFORE UPDATE OF "asOf", "movedOn" ON "FactChange"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_fact_change: asOf is a calendar date, YYYY-MM-DD')
    WHEN NEW."movedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."movedOn", '+0 days') IS NOT NEW."movedOn"
      THEN RAISE(ABORT, 'guard values_of_fact_change: movedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_observation_on_insert";
CREATE TRIGGER "values_of_observation_on_insert" BEFORE INSERT ON "Observation"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_observation: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_observation_on_update";
CREATE TRIGGER "values_of_observation_on_update" BEFORE UPDATE OF "asOf" ON "Observation"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_observation: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_zone_move_on_insert";
CREATE TRIGGER "values_of_zone_move_on_insert" BEFORE INSERT ON "ZoneMove"
BEGIN
  SELECT CASE
    WHEN NEW."fromZone" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_zone_move: fromZone holds a word it does not know')
    WHEN NEW."toZone" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_zone_move: toZone holds a word it does not know')
    WHEN NEW."movedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."movedOn", '+0 days') IS NOT NEW."movedOn"
      THEN RAISE(ABORT, 'guard values_of_zone_move: movedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_zone_move_on_update";
CREATE TRIGGER "values_of_zone_move_on_update" BEFORE UPDATE OF "fromZone", "toZone", "movedOn" ON "ZoneMove"
BEGIN
  SELECT CASE
    WHEN NEW."fromZone" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_zone_move: fromZone holds a word it does not know')
    WHEN NEW."toZone" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_zone_move: toZone holds a word it does not know')
    WHEN NEW."movedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."movedOn", '+0 days') IS NOT NEW."movedOn"
      THEN RAISE(ABORT, 'guard values_of_zone_move: movedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_zone_override_on_insert";
CREATE TRIGGER "values_of_zone_override_on_insert" BEFORE INSERT ON "ZoneOverride"
BEGIN
  SELECT CASE
    WHEN NEW."zone" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_zone_override: zone holds a word it does not know')
    WHEN NEW."computed" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_zone_override: computed holds a word it does not know')
    WHEN NEW."untilOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."untilOn", '+0 days') IS NOT NEW."untilOn"
      THEN RAISE(ABORT, 'guard values_of_zone_override: untilOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('asked', 'approved', 'declined', 'ended')
      THEN RAISE(ABORT, 'guard values_of_zone_override: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_zone_override_on_update";
CREATE TRIGGER "values_of_zone_override_on_update" BEFORE UPDATE OF "zone", "computed", "untilOn", "state" ON "ZoneOverride"
BEGIN
  SELECT CASE
    WHEN NEW."zone" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_zone_override: zone holds a word it does not know')
    WHEN NEW."computed" NOT IN ('z1', 'z2', 'z3')
      THEN RAISE(ABORT, 'guard values_of_zone_override: computed holds a word it does not know')
    WHEN NEW."untilOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."untilOn", '+0 days') IS NOT NEW."untilOn"
      THEN RAISE(ABORT, 'guard values_of_zone_override: untilOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('asked', 'approved', 'declined', 'ended')
      THEN RAISE(ABORT, 'guard values_of_zone_override: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_key_date_on_insert";
CREATE TRIGGER "values_of_key_date_on_insert" BEFORE INSERT ON "KeyDate"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('rating', 'repayment', 'insurance', 'valuation', 'permit', 'covenant', 'approval_condition', 'zone_override', 'document')
      THEN RAISE(ABORT, 'guard values_of_key_date: kind holds a word it does not know')
    WHEN NEW."dueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."dueOn", '+0 days') IS NOT NEW."dueOn"
      THEN RAISE(ABORT, 'guard values_of_key_date: dueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."heldOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."heldOn", '+0 days') IS NOT NEW."heldOn"
      THEN RAISE(ABORT, 'guard values_of_key_date: heldOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."remindOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."remindOn", '+0 days') IS NOT NEW."remindOn"
      THEN RAISE(ABORT, 'guard values_of_key_date: remindOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_key_date: currency is three capital letters')
    WHEN NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_key_date: tier holds a word it does not know')
    WHEN NEW."metOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."metOn", '+0 days') IS NOT NEW."metOn"
      THEN RAISE(ABORT, 'guard values_of_key_date: metOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_key_date_on_update";
CREATE TRIGGER "values_of_key_date_on_update" BEFORE UPDATE OF "kind", "dueOn", "heldOn", "remindOn", "currency", "tier", "metOn" ON "KeyDate"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('rating', 'repayment', 'insurance', 'valuation', 'permit', 'covenant', 'approval_condition', 'zone_override', 'document')
      THEN RAISE(ABORT, 'guard values_of_key_date: kind holds a word it does not know')
    WHEN NEW."dueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."dueOn", '+0 days') IS NOT NEW."dueOn"
      THEN RAISE(ABORT, 'guard values_of_key_date: dueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."heldOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."heldOn", '+0 days') IS NOT NEW."heldOn"
      THEN RAISE(ABORT, 'guard values_of_key_date: heldOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."remindOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."remindOn", '+0 days') IS NOT NEW."remindOn"
      THEN RAISE(ABORT, 'guard values_of_key_date: remindOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_key_date: currency is three capital letters')
    WHEN NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_key_date: tier holds a word it does not know')
    WHEN NEW."metOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."metOn", '+0 days') IS NOT NEW."metOn"
      THEN RAISE(ABORT, 'guard values_of_key_date: metOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_fact_delivery_on_insert";
CREATE TRIGGER "values_of_fact_delivery_on_insert" BEFORE INSERT ON "FactDelivery"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('taken', 'refused')
      THEN RAISE(ABORT, 'guard values_of_fact_delivery: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_fact_delivery_on_update";
CREATE TRIGGER "values_of_fact_delivery_on_update" BEFORE UPDATE OF "state" ON "FactDelivery"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('taken', 'refused')
      THEN RAISE(ABORT, 'guard values_of_fact_delivery: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_signal_on_insert";
CREATE TRIGGER "values_of_signal_on_insert" BEFORE INSERT ON "Signal"
BEGIN
  SELECT CASE
    WHEN NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')
      THEN RAISE(ABORT, 'guard values_of_signal: level holds a word it does not know')
    WHEN NEW."path" NOT IN ('full', 'light', 'contact_note', 'quiet')
      THEN RAISE(ABORT, 'guard values_of_signal: path holds a word it does not know')
    WHEN NEW."state" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')
      THEN RAISE(ABORT, 'guard values_of_signal: state holds a word it does not know')
    WHEN NEW."raisedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."raisedOn", '+0 days') IS NOT NEW."raisedOn"
      THEN RAISE(ABORT, 'guard values_of_signal: raisedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."factOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."factOn", '+0 days') IS NOT NEW."factOn"
      THEN RAISE(ABORT, 'guard values_of_signal: factOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."observeUntilOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."observeUntilOn", '+0 days') IS NOT NEW."observeUntilOn"
      THEN RAISE(ABORT, 'guard values_of_signal: observeUntilOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."askedFor" NOT IN ('false_alarm', 'release')
      THEN RAISE(ABORT, 'guard values_of_signal: askedFor holds a word it does not know')
    WHEN NEW."endedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."endedOn", '+0 days') IS NOT NEW."endedOn"
      THEN RAISE(ABORT, 'guard values_of_signal: endedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_signal_on_update";
CREATE TRIGGER "values_of_signal_on_update" BEFORE UPDATE OF "level", "path", "state", "raisedOn", "factOn", "observeUntilOn", "askedFor", "endedOn" ON "Signal"
BEGIN
  SELECT CASE
    WHEN NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')
      THEN RAISE(ABORT, 'guard values_of_signal: level holds a word it does not know')
    WHEN NEW."path" NOT IN ('full', 'light', 'contact_note', 'quiet')
      THEN RAISE(ABORT, 'guard values_of_signal: path holds a word it does not know')
    WHEN NEW."state" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')
      THEN RAISE(ABORT, 'guard values_of_signal: state holds a word it does not know')
    WHEN NEW."raisedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."raisedOn", '+0 days') IS NOT NEW."raisedOn"
      THEN RAISE(ABORT, 'guard values_of_signal: raisedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."factOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."factOn", '+0 days') IS NOT NEW."factOn"
      THEN RAISE(ABORT, 'guard values_of_signal: factOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."observeUntilOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."observeUntilOn", '+0 days') IS NOT NEW."observeUntilOn"
      THEN RAISE(ABORT, 'guard values_of_signal: observeUntilOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."askedFor" NOT IN ('false_alarm', 'release')
      THEN RAISE(ABORT, 'guard values_of_signal: askedFor holds a word it does not know')
    WHEN NEW."endedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."endedOn", '+0 days') IS NOT NEW."endedOn"
      THEN RAISE(ABORT, 'guard values_of_signal: endedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_case_cost_on_insert";
CREATE TRIGGER "values_of_case_cost_on_insert" BEFORE INSERT ON "CaseCost"
BEGIN
  SELECT CASE
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_case_cost: currency is three capital letters')
    WHEN NEW."endedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."endedOn", '+0 days') IS NOT NEW."endedOn"
      THEN RAISE(ABORT, 'guard values_of_case_cost: endedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."foundBy" NOT IN ('own_check', 'system', 'others')
      THEN RAISE(ABORT, 'guard values_of_case_cost: foundBy holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_case_cost_on_update";
CREATE TRIGGER "values_of_case_cost_on_update" BEFORE UPDATE OF "currency", "endedOn", "foundBy" ON "CaseCost"
BEGIN
  SELECT CASE
    WHEN NEW."currency" NOT GLOB '[A-Z][A-Z][A-Z]'
      THEN RAISE(ABORT, 'guard values_of_case_cost: currency is three capital letters')
    WHEN NEW."endedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."endedOn", '+0 days') IS NOT NEW."endedOn"
      THEN RAISE(ABORT, 'guard values_of_case_cost: endedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."foundBy" NOT IN ('own_check', 'system', 'others')
      THEN RAISE(ABORT, 'guard values_of_case_cost: foundBy holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_signal_event_on_insert";
CREATE TRIGGER "values_of_signal_event_on_insert" BEFORE INSERT ON "SignalEvent"
BEGIN
  SELECT CASE
    WHEN NEW."act" NOT IN ('raised', 'noted', 'worsened', 'returned', 'cured', 'passed_on', 'acknowledge', 'verify', 'ask_false_alarm', 'confirm_false_alarm', 'refuse_false_alarm', 'propose_plan', 'approve_plan', 'return_plan', 'start_plan', 'resolve', 'accept_result', 'send_back_result', 'ask_release', 'agree_release', 'refuse_release', 'taken_over', 'offered', 'accepted', 'declined', 'taken_back', 'lapsed', 'asked', 'answered', 'snoozed', 'woken', 'coded')
      THEN RAISE(ABORT, 'guard values_of_signal_event: act holds a word it does not know')
    WHEN NEW."fromState" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')
      THEN RAISE(ABORT, 'guard values_of_signal_event: fromState holds a word it does not know')
    WHEN NEW."toState" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')
      THEN RAISE(ABORT, 'guard values_of_signal_event: toState holds a word it does not know')
    WHEN NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')
      THEN RAISE(ABORT, 'guard values_of_signal_event: level holds a word it does not know')
    WHEN NEW."asRole" NOT IN ('account_manager', 'post_loan_officer', 'risk_manager', 'unit_manager', 'head_office_manager', 'asset_operations', 'compliance', 'online_monitor', 'field_agent', 'credit_approver', 'overseer', 'administrator')
      THEN RAISE(ABORT, 'guard values_of_signal_event: asRole holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_signal_event_on_update";
CREATE TRIGGER "values_of_signal_event_on_update" BEFORE UPDATE OF "act", "fromState", "toState", "level", "asRole" ON "SignalEvent"
BEGIN
  SELECT CASE
    WHEN NEW."act" NOT IN ('raised', 'noted', 'worsened', 'returned', 'cured', 'passed_on', 'acknowledge', 'verify', 'ask_false_alarm', 'confirm_false_alarm', 'refuse_false_alarm', 'propose_plan', 'approve_plan', 'return_plan', 'start_plan', 'resolve', 'accept_result', 'send_back_result', 'ask_release', 'agree_release', 'refuse_release', 'taken_over', 'offered', 'accepted', 'declined', 'taken_back', 'lapsed', 'asked', 'answered', 'snoozed', 'woken', 'coded')
      THEN RAISE(ABORT, 'guard values_of_signal_event: act holds a word it does not know')
    WHEN NEW."fromState" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')
      THEN RAISE(ABORT, 'guard values_of_signal_event: fromState holds a word it does not know')
    WHEN NEW."toState" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')
      THEN RAISE(ABORT, 'guard values_of_signal_event: toState holds a word it does not know')
    WHEN NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')
      THEN RAISE(ABORT, 'guard values_of_signal_event: level holds a word it does not know')
    WHEN NEW."asRole" NOT IN ('account_manager', 'post_loan_officer', 'risk_manager', 'unit_manager', 'head_office_manager', 'asset_operations', 'compliance', 'online_monitor', 'field_agent', 'credit_approver', 'overseer', 'administrator')
      THEN RAISE(ABORT, 'guard values_of_signal_event: asRole holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_duty_turn_on_insert";
CREATE TRIGGER "values_of_duty_turn_on_insert" BEFORE INSERT ON "DutyTurn"
BEGIN
  SELECT CASE
    WHEN NEW."fromOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fromOn", '+0 days') IS NOT NEW."fromOn"
      THEN RAISE(ABORT, 'guard values_of_duty_turn: fromOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."toOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."toOn", '+0 days') IS NOT NEW."toOn"
      THEN RAISE(ABORT, 'guard values_of_duty_turn: toOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_duty_turn_on_update";
CREATE TRIGGER "values_of_duty_turn_on_update" BEFORE UPDATE OF "fromOn", "toOn" ON "DutyTurn"
BEGIN
  SELECT CASE
    WHEN NEW."fromOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fromOn", '+0 days') IS NOT NEW."fromOn"
      THEN RAISE(ABORT, 'guard values_of_duty_turn: fromOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."toOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."toOn", '+0 days') IS NOT NEW."toOn"
      THEN RAISE(ABORT, 'guard values_of_duty_turn: toOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_inspection_on_insert";
CREATE TRIGGER "values_of_inspection_on_insert" BEFORE INSERT ON "Inspection"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('first', 'routine', 'special', 'weekly_track', 'contact_note')
      THEN RAISE(ABORT, 'guard values_of_inspection: kind holds a word it does not know')
    WHEN NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')
      THEN RAISE(ABORT, 'guard values_of_inspection: mode holds a word it does not know')
    WHEN NEW."dueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."dueOn", '+0 days') IS NOT NEW."dueOn"
      THEN RAISE(ABORT, 'guard values_of_inspection: dueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('planned', 'started', 'submitted', 'in_review', 'returned', 'approved', 'rejected', 'cancelled')
      THEN RAISE(ABORT, 'guard values_of_inspection: state holds a word it does not know')
    WHEN NEW."submittedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."submittedOn", '+0 days') IS NOT NEW."submittedOn"
      THEN RAISE(ABORT, 'guard values_of_inspection: submittedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."returnedDueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."returnedDueOn", '+0 days') IS NOT NEW."returnedDueOn"
      THEN RAISE(ABORT, 'guard values_of_inspection: returnedDueOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_inspection_on_update";
CREATE TRIGGER "values_of_inspection_on_update" BEFORE UPDATE OF "kind", "mode", "dueOn", "state", "submittedOn", "returnedDueOn" ON "Inspection"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('first', 'routine', 'special', 'weekly_track', 'contact_note')
      THEN RAISE(ABORT, 'guard values_of_inspection: kind holds a word it does not know')
    WHEN NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')
      THEN RAISE(ABORT, 'guard values_of_inspection: mode holds a word it does not know')
    WHEN NEW."dueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."dueOn", '+0 days') IS NOT NEW."dueOn"
      THEN RAISE(ABORT, 'guard values_of_inspection: dueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('planned', 'started', 'submitted', 'in_review', 'returned', 'approved', 'rejected', 'cancelled')
      THEN RAISE(ABORT, 'guard values_of_inspection: state holds a word it does not know')
    WHEN NEW."submittedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."submittedOn", '+0 days') IS NOT NEW."submittedOn"
      THEN RAISE(ABORT, 'guard values_of_inspection: submittedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."returnedDueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."returnedDueOn", '+0 days') IS NOT NEW."returnedDueOn"
      THEN RAISE(ABORT, 'guard values_of_inspection: returnedDueOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_draft_on_insert";
CREATE TRIGGER "values_of_draft_on_insert" BEFORE INSERT ON "Draft"
BEGIN
  SELECT CASE
    WHEN NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')
      THEN RAISE(ABORT, 'guard values_of_draft: mode holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_draft_on_update";
CREATE TRIGGER "values_of_draft_on_update" BEFORE UPDATE OF "mode" ON "Draft"
BEGIN
  SELECT CASE
    WHEN NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')
      THEN RAISE(ABORT, 'guard values_of_draft: mode holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_report_on_insert";
CREATE TRIGGER "values_of_report_on_insert" BEFORE INSERT ON "Report"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('submitted', 'in_review', 'withdrawn', 'returned', 'approved', 'rejected', 'superseded')
      THEN RAISE(ABORT, 'guard values_of_report: state holds a word it does not know')
    WHEN NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')
      THEN RAISE(ABORT, 'guard values_of_report: mode holds a word it does not know')
    WHEN NEW."visitedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."visitedOn", '+0 days') IS NOT NEW."visitedOn"
      THEN RAISE(ABORT, 'guard values_of_report: visitedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')
      THEN RAISE(ABORT, 'guard values_of_report: level holds a word it does not know')
    WHEN NEW."submittedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."submittedOn", '+0 days') IS NOT NEW."submittedOn"
      THEN RAISE(ABORT, 'guard values_of_report: submittedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."decidedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."decidedOn", '+0 days') IS NOT NEW."decidedOn"
      THEN RAISE(ABORT, 'guard values_of_report: decidedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_report_on_update";
CREATE TRIGGER "values_of_report_on_update" BEFORE UPDATE OF "state", "mode", "visitedOn", "level", "submittedOn", "decidedOn" ON "Report"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('submitted', 'in_review', 'withdrawn', 'returned', 'approved', 'rejected', 'superseded')
      THEN RAISE(ABORT, 'guard values_of_report: state holds a word it does not know')
    WHEN NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')
      THEN RAISE(ABORT, 'guard values_of_report: mode holds a word it does not know')
    WHEN NEW."visitedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."visitedOn", '+0 days') IS NOT NEW."visitedOn"
      THEN RAISE(ABORT, 'guard values_of_report: visitedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')
      THEN RAISE(ABORT, 'guard values_of_report: level holds a word it does not know')
    WHEN NEW."submittedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."submittedOn", '+0 days') IS NOT NEW."submittedOn"
      THEN RAISE(ABORT, 'guard values_of_report: submittedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."decidedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."decidedOn", '+0 days') IS NOT NEW."decidedOn"
      THEN RAISE(ABORT, 'guard values_of_report: decidedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_answer_on_insert";
CREATE TRIGGER "values_of_answer_on_insert" BEFORE INSERT ON "Answer"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_answer: asOf is a calendar date, YYYY-MM-DD')
    WHEN NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')
      THEN RAISE(ABORT, 'guard values_of_answer: level holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_answer_on_update";
CREATE TRIGGER "values_of_answer_on_update" BEFORE UPDATE OF "asOf", "level" ON "Answer"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_answer: asOf is a calendar date, YYYY-MM-DD')
    WHEN NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')
      THEN RAISE(ABORT, 'guard values_of_answer: level holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_review_on_insert";
CREATE TRIGGER "values_of_review_on_insert" BEFORE INSERT ON "Review"
BEGIN
  SELECT CASE
    WHEN NEW."decision" NOT IN ('approved', 'returned', 're_inspect')
      THEN RAISE(ABORT, 'guard values_of_review: decision holds a word it does not know')
    WHEN NEW."recordJudgement" NOT IN ('in_order', 'not_in_order', 'not_judged')
      THEN RAISE(ABORT, 'guard values_of_review: recordJudgement holds a word it does not know')
    WHEN NEW."conclusionJudgement" NOT IN ('in_order', 'not_in_order', 'not_judged')
      THEN RAISE(ABORT, 'guard values_of_review: conclusionJudgement holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_review_on_update";
CREATE TRIGGER "values_of_review_on_update" BEFORE UPDATE OF "decision", "recordJudgement", "conclusionJudgement" ON "Review"
BEGIN
  SELECT CASE
    WHEN NEW."decision" NOT IN ('approved', 'returned', 're_inspect')
      THEN RAISE(ABORT, 'guard values_of_review: decision holds a word it does not know')
    WHEN NEW."recordJudgement" NOT IN ('in_order', 'not_in_order', 'not_judged')
      THEN RAISE(ABORT, 'guard values_of_review: recordJudgement holds a word it does not know')
    WHEN NEW."conclusionJudgement" NOT IN ('in_order', 'not_in_order', 'not_judged')
      THEN RAISE(ABORT, 'guard values_of_review: conclusionJudgement holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_sample_item_on_insert";
CREATE TRIGGER "values_of_sample_item_on_insert" BEFORE INSERT ON "SampleItem"
BEGIN
  SELECT CASE
    WHEN NEW."why" NOT IN ('first_zone_2_entry', 'similar', 'lot', 'simplified_survey', 'officer_minimum')
      THEN RAISE(ABORT, 'guard values_of_sample_item: why holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_sample_item_on_update";
CREATE TRIGGER "values_of_sample_item_on_update" BEFORE UPDATE OF "why" ON "SampleItem"
BEGIN
  SELECT CASE
    WHEN NEW."why" NOT IN ('first_zone_2_entry', 'similar', 'lot', 'simplified_survey', 'officer_minimum')
      THEN RAISE(ABORT, 'guard values_of_sample_item: why holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_confirmation_sheet_on_insert";
CREATE TRIGGER "values_of_confirmation_sheet_on_insert" BEFORE INSERT ON "ConfirmationSheet"
BEGIN
  SELECT CASE
    WHEN NEW."visitedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."visitedOn", '+0 days') IS NOT NEW."visitedOn"
      THEN RAISE(ABORT, 'guard values_of_confirmation_sheet: visitedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_confirmation_sheet_on_update";
CREATE TRIGGER "values_of_confirmation_sheet_on_update" BEFORE UPDATE OF "visitedOn" ON "ConfirmationSheet"
BEGIN
  SELECT CASE
    WHEN NEW."visitedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."visitedOn", '+0 days') IS NOT NEW."visitedOn"
      THEN RAISE(ABORT, 'guard values_of_confirmation_sheet: visitedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_borrower_confirmation_on_insert";
CREATE TRIGGER "values_of_borrower_confirmation_on_insert" BEFORE INSERT ON "BorrowerConfirmation"
BEGIN
  SELECT CASE
    WHEN NEW."answer" NOT IN ('confirmed', 'disagreed', 'refused')
      THEN RAISE(ABORT, 'guard values_of_borrower_confirmation: answer holds a word it does not know')
    WHEN NEW."signedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."signedOn", '+0 days') IS NOT NEW."signedOn"
      THEN RAISE(ABORT, 'guard values_of_borrower_confirmation: signedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_borrower_confirmation_on_update";
CREATE TRIGGER "values_of_borrower_confirmation_on_update" BEFORE UPDATE OF "answer", "signedOn" ON "BorrowerConfirmation"
BEGIN
  SELECT CASE
    WHEN NEW."answer" NOT IN ('confirmed', 'disagreed', 'refused')
      THEN RAISE(ABORT, 'guard values_of_borrower_confirmation: answer holds a word it does not know')
    WHEN NEW."signedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."signedOn", '+0 days') IS NOT NEW."signedOn"
      THEN RAISE(ABORT, 'guard values_of_borrower_confirmation: signedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_report_finding_on_insert";
CREATE TRIGGER "values_of_report_finding_on_insert" BEFORE INSERT ON "ReportFinding"
BEGIN
  SELECT CASE
    WHEN NEW."rule" NOT IN ('copied', 'unit_mixed', 'jumped', 'same_figures', 'old_figure', 'empty_conclusion', 'used_before', 'range_without_risk', 'looks_used', 'old_file', 'overridden', 'changed_count')
      THEN RAISE(ABORT, 'guard values_of_report_finding: rule holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_report_finding_on_update";
CREATE TRIGGER "values_of_report_finding_on_update" BEFORE UPDATE OF "rule" ON "ReportFinding"
BEGIN
  SELECT CASE
    WHEN NEW."rule" NOT IN ('copied', 'unit_mixed', 'jumped', 'same_figures', 'old_figure', 'empty_conclusion', 'used_before', 'range_without_risk', 'looks_used', 'old_file', 'overridden', 'changed_count')
      THEN RAISE(ABORT, 'guard values_of_report_finding: rule holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_evidence_on_insert";
CREATE TRIGGER "values_of_evidence_on_insert" BEFORE INSERT ON "Evidence"
BEGIN
  SELECT CASE
    WHEN NEW."takenOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."takenOn", '+0 days') IS NOT NEW."takenOn"
      THEN RAISE(ABORT, 'guard values_of_evidence: takenOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_evidence_on_update";
CREATE TRIGGER "values_of_evidence_on_update" BEFORE UPDATE OF "takenOn" ON "Evidence"
BEGIN
  SELECT CASE
    WHEN NEW."takenOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."takenOn", '+0 days') IS NOT NEW."takenOn"
      THEN RAISE(ABORT, 'guard values_of_evidence: takenOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_case_on_insert";
CREATE TRIGGER "values_of_case_on_insert" BEFORE INSERT ON "Case"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('measure', 'written_plan', 'workout_plan')
      THEN RAISE(ABORT, 'guard values_of_case: kind holds a word it does not know')
    WHEN NEW."dueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."dueOn", '+0 days') IS NOT NEW."dueOn"
      THEN RAISE(ABORT, 'guard values_of_case: dueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('open', 'reported', 'closed', 'dropped')
      THEN RAISE(ABORT, 'guard values_of_case: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_case_on_update";
CREATE TRIGGER "values_of_case_on_update" BEFORE UPDATE OF "kind", "dueOn", "state" ON "Case"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('measure', 'written_plan', 'workout_plan')
      THEN RAISE(ABORT, 'guard values_of_case: kind holds a word it does not know')
    WHEN NEW."dueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."dueOn", '+0 days') IS NOT NEW."dueOn"
      THEN RAISE(ABORT, 'guard values_of_case: dueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('open', 'reported', 'closed', 'dropped')
      THEN RAISE(ABORT, 'guard values_of_case: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_gate_override_on_insert";
CREATE TRIGGER "values_of_gate_override_on_insert" BEFORE INSERT ON "GateOverride"
BEGIN
  SELECT CASE
    WHEN NEW."rule" NOT IN ('empty_conclusion', 'used_before', 'range_without_risk')
      THEN RAISE(ABORT, 'guard values_of_gate_override: rule holds a word it does not know')
    WHEN NEW."askedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."askedOn", '+0 days') IS NOT NEW."askedOn"
      THEN RAISE(ABORT, 'guard values_of_gate_override: askedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('asked', 'granted', 'declined')
      THEN RAISE(ABORT, 'guard values_of_gate_override: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_gate_override_on_update";
CREATE TRIGGER "values_of_gate_override_on_update" BEFORE UPDATE OF "rule", "askedOn", "state" ON "GateOverride"
BEGIN
  SELECT CASE
    WHEN NEW."rule" NOT IN ('empty_conclusion', 'used_before', 'range_without_risk')
      THEN RAISE(ABORT, 'guard values_of_gate_override: rule holds a word it does not know')
    WHEN NEW."askedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."askedOn", '+0 days') IS NOT NEW."askedOn"
      THEN RAISE(ABORT, 'guard values_of_gate_override: askedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('asked', 'granted', 'declined')
      THEN RAISE(ABORT, 'guard values_of_gate_override: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_outbox_message_on_insert";
CREATE TRIGGER "values_of_outbox_message_on_insert" BEFORE INSERT ON "OutboxMessage"
BEGIN
  SELECT CASE
    WHEN NEW."slotOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."slotOn", '+0 days') IS NOT NEW."slotOn"
      THEN RAISE(ABORT, 'guard values_of_outbox_message: slotOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('pending', 'claimed', 'sent', 'uncertain', 'dead', 'cancelled')
      THEN RAISE(ABORT, 'guard values_of_outbox_message: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_outbox_message_on_update";
CREATE TRIGGER "values_of_outbox_message_on_update" BEFORE UPDATE OF "slotOn", "state" ON "OutboxMessage"
BEGIN
  SELECT CASE
    WHEN NEW."slotOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."slotOn", '+0 days') IS NOT NEW."slotOn"
      THEN RAISE(ABORT, 'guard values_of_outbox_message: slotOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('pending', 'claimed', 'sent', 'uncertain', 'dead', 'cancelled')
      THEN RAISE(ABORT, 'guard values_of_outbox_message: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_delivery_pause_on_insert";
CREATE TRIGGER "values_of_delivery_pause_on_insert" BEFORE INSERT ON "DeliveryPause"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('limited', 'stopped')
      THEN RAISE(ABORT, 'guard values_of_delivery_pause: kind holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_delivery_pause_on_update";
CREATE TRIGGER "values_of_delivery_pause_on_update" BEFORE UPDATE OF "kind" ON "DeliveryPause"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('limited', 'stopped')
      THEN RAISE(ABORT, 'guard values_of_delivery_pause: kind holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_watchdog_finding_on_insert";
CREATE TRIGGER "values_of_watchdog_finding_on_insert" BEFORE INSERT ON "WatchdogFinding"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('untold', 'nobody', 'vacancy', 'half_sent', 'unsent', 'delivery_stopped', 'duty_stopped', 'clock_back')
      THEN RAISE(ABORT, 'guard values_of_watchdog_finding: kind holds a word it does not know')
    WHEN NEW."repair" NOT IN ('told', 'looked_up', 'none')
      THEN RAISE(ABORT, 'guard values_of_watchdog_finding: repair holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_watchdog_finding_on_update";
CREATE TRIGGER "values_of_watchdog_finding_on_update" BEFORE UPDATE OF "kind", "repair" ON "WatchdogFinding"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('untold', 'nobody', 'vacancy', 'half_sent', 'unsent', 'delivery_stopped', 'duty_stopped', 'clock_back')
      THEN RAISE(ABORT, 'guard values_of_watchdog_finding: kind holds a word it does not know')
    WHEN NEW."repair" NOT IN ('told', 'looked_up', 'none')
      THEN RAISE(ABORT, 'guard values_of_watchdog_finding: repair holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_snooze_on_insert";
CREATE TRIGGER "values_of_snooze_on_insert" BEFORE INSERT ON "Snooze"
BEGIN
  SELECT CASE
    WHEN NEW."untilOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."untilOn", '+0 days') IS NOT NEW."untilOn"
      THEN RAISE(ABORT, 'guard values_of_snooze: untilOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_snooze_on_update";
CREATE TRIGGER "values_of_snooze_on_update" BEFORE UPDATE OF "untilOn" ON "Snooze"
BEGIN
  SELECT CASE
    WHEN NEW."untilOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."untilOn", '+0 days') IS NOT NEW."untilOn"
      THEN RAISE(ABORT, 'guard values_of_snooze: untilOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_extension_on_insert";
CREATE TRIGGER "values_of_extension_on_insert" BEFORE INSERT ON "Extension"
BEGIN
  SELECT CASE
    WHEN NEW."fromDueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fromDueOn", '+0 days') IS NOT NEW."fromDueOn"
      THEN RAISE(ABORT, 'guard values_of_extension: fromDueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."toDueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."toDueOn", '+0 days') IS NOT NEW."toDueOn"
      THEN RAISE(ABORT, 'guard values_of_extension: toDueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('asked', 'approved', 'refused', 'withdrawn')
      THEN RAISE(ABORT, 'guard values_of_extension: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_extension_on_update";
CREATE TRIGGER "values_of_extension_on_update" BEFORE UPDATE OF "fromDueOn", "toDueOn", "state" ON "Extension"
BEGIN
  SELECT CASE
    WHEN NEW."fromDueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fromDueOn", '+0 days') IS NOT NEW."fromDueOn"
      THEN RAISE(ABORT, 'guard values_of_extension: fromDueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."toDueOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."toDueOn", '+0 days') IS NOT NEW."toDueOn"
      THEN RAISE(ABORT, 'guard values_of_extension: toDueOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."state" NOT IN ('asked', 'approved', 'refused', 'withdrawn')
      THEN RAISE(ABORT, 'guard values_of_extension: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_visit_attempt_on_insert";
CREATE TRIGGER "values_of_visit_attempt_on_insert" BEFORE INSERT ON "VisitAttempt"
BEGIN
  SELECT CASE
    WHEN NEW."attemptedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."attemptedOn", '+0 days') IS NOT NEW."attemptedOn"
      THEN RAISE(ABORT, 'guard values_of_visit_attempt: attemptedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."reason" NOT IN ('nobody_there', 'refused_entry', 'postponed_by_borrower', 'not_reachable', 'weather_or_road', 'own_illness', 'other')
      THEN RAISE(ABORT, 'guard values_of_visit_attempt: reason holds a word it does not know')
    WHEN NEW."nextAttemptOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."nextAttemptOn", '+0 days') IS NOT NEW."nextAttemptOn"
      THEN RAISE(ABORT, 'guard values_of_visit_attempt: nextAttemptOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_visit_attempt_on_update";
CREATE TRIGGER "values_of_visit_attempt_on_update" BEFORE UPDATE OF "attemptedOn", "reason", "nextAttemptOn" ON "VisitAttempt"
BEGIN
  SELECT CASE
    WHEN NEW."attemptedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."attemptedOn", '+0 days') IS NOT NEW."attemptedOn"
      THEN RAISE(ABORT, 'guard values_of_visit_attempt: attemptedOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."reason" NOT IN ('nobody_there', 'refused_entry', 'postponed_by_borrower', 'not_reachable', 'weather_or_road', 'own_illness', 'other')
      THEN RAISE(ABORT, 'guard values_of_visit_attempt: reason holds a word it does not know')
    WHEN NEW."nextAttemptOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."nextAttemptOn", '+0 days') IS NOT NEW."nextAttemptOn"
      THEN RAISE(ABORT, 'guard values_of_visit_attempt: nextAttemptOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_handover_on_insert";
CREATE TRIGGER "values_of_handover_on_insert" BEFORE INSERT ON "Handover"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('asked', 'escalated', 'accepted', 'declined', 'withdrawn')
      THEN RAISE(ABORT, 'guard values_of_handover: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_handover_on_update";
CREATE TRIGGER "values_of_handover_on_update" BEFORE UPDATE OF "state" ON "Handover"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('asked', 'escalated', 'accepted', 'declined', 'withdrawn')
      THEN RAISE(ABORT, 'guard values_of_handover: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_policy_version_on_insert";
CREATE TRIGGER "values_of_policy_version_on_insert" BEFORE INSERT ON "PolicyVersion"
BEGIN
  SELECT CASE
    WHEN NEW."effectiveFrom" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."effectiveFrom", '+0 days') IS NOT NEW."effectiveFrom"
      THEN RAISE(ABORT, 'guard values_of_policy_version: effectiveFrom is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_policy_version_on_update";
CREATE TRIGGER "values_of_policy_version_on_update" BEFORE UPDATE OF "effectiveFrom" ON "PolicyVersion"
BEGIN
  SELECT CASE
    WHEN NEW."effectiveFrom" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."effectiveFrom", '+0 days') IS NOT NEW."effectiveFrom"
      THEN RAISE(ABORT, 'guard values_of_policy_version: effectiveFrom is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_policy_proposal_on_insert";
CREATE TRIGGER "values_of_policy_proposal_on_insert" BEFORE INSERT ON "PolicyProposal"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('proposed', 'adopted', 'withdrawn')
      THEN RAISE(ABORT, 'guard values_of_policy_proposal: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_policy_proposal_on_update";
CREATE TRIGGER "values_of_policy_proposal_on_update" BEFORE UPDATE OF "state" ON "PolicyProposal"
BEGIN
  SELECT CASE
    WHEN NEW."state" NOT IN ('proposed', 'adopted', 'withdrawn')
      THEN RAISE(ABORT, 'guard values_of_policy_proposal: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_import_run_on_insert";
CREATE TRIGGER "values_of_import_run_on_insert" BEFORE INSERT ON "ImportRun"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_import_run: asOf is a calendar date, YYYY-MM-DD')
    WHEN NEW."takeOnOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."takeOnOn", '+0 days') IS NOT NEW."takeOnOn"
      THEN RAISE(ABORT, 'guard values_of_import_run: takeOnOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_import_run_on_update";
CREATE TRIGGER "values_of_import_run_on_update" BEFORE UPDATE OF "asOf", "takeOnOn" ON "ImportRun"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_import_run: asOf is a calendar date, YYYY-MM-DD')
    WHEN NEW."takeOnOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."takeOnOn", '+0 days') IS NOT NEW."takeOnOn"
      THEN RAISE(ABORT, 'guard values_of_import_run: takeOnOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_total_delta_on_insert";
CREATE TRIGGER "values_of_total_delta_on_insert" BEFORE INSERT ON "TotalDelta"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('inspection_due', 'inspection_done', 'correction_due', 'report_waiting', 'report_decided', 'measure_due', 'override_asked', 'signal_standing', 'tier_moved', 'signal_raised', 'signal_ended', 'customer_standing', 'loan_standing', 'loan_rated', 'loan_interest', 'zone_moved')
      THEN RAISE(ABORT, 'guard values_of_total_delta: kind holds a word it does not know')
    WHEN CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fallsOn", '+0 days') IS NOT NEW."fallsOn" END
      THEN RAISE(ABORT, 'guard values_of_total_delta: fallsOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_total_delta_on_update";
CREATE TRIGGER "values_of_total_delta_on_update" BEFORE UPDATE OF "kind", "fallsOn" ON "TotalDelta"
BEGIN
  SELECT CASE
    WHEN NEW."kind" NOT IN ('inspection_due', 'inspection_done', 'correction_due', 'report_waiting', 'report_decided', 'measure_due', 'override_asked', 'signal_standing', 'tier_moved', 'signal_raised', 'signal_ended', 'customer_standing', 'loan_standing', 'loan_rated', 'loan_interest', 'zone_moved')
      THEN RAISE(ABORT, 'guard values_of_total_delta: kind holds a word it does not know')
    WHEN CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fallsOn", '+0 days') IS NOT NEW."fallsOn" END
      THEN RAISE(ABORT, 'guard values_of_total_delta: fallsOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_total_on_insert";
CREATE TRIGGER "values_of_total_on_insert" BEFORE INSERT ON "Total"
BEGIN
  SELECT CASE
    WHEN CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fallsOn", '+0 days') IS NOT NEW."fallsOn" END
      THEN RAISE(ABORT, 'guard values_of_total: fallsOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_total_on_update";
CREATE TRIGGER "values_of_total_on_update" BEFORE UPDATE OF "fallsOn" ON "Total"
BEGIN
  SELECT CASE
    WHEN CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fallsOn", '+0 days') IS NOT NEW."fallsOn" END
      THEN RAISE(ABORT, 'guard values_of_total: fallsOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_unit_total_on_insert";
CREATE TRIGGER "values_of_unit_total_on_insert" BEFORE INSERT ON "UnitTotal"
BEGIN
  SELECT CASE
    WHEN CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fallsOn", '+0 days') IS NOT NEW."fallsOn" END
      THEN RAISE(ABORT, 'guard values_of_unit_total: fallsOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_unit_total_on_update";
CREATE TRIGGER "values_of_unit_total_on_update" BEFORE UPDATE OF "fallsOn" ON "UnitTotal"
BEGIN
  SELECT CASE
    WHEN CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."fallsOn", '+0 days') IS NOT NEW."fallsOn" END
      THEN RAISE(ABORT, 'guard values_of_unit_total: fallsOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_unit_load_on_insert";
CREATE TRIGGER "values_of_unit_load_on_insert" BEFORE INSERT ON "UnitLoad"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_unit_load: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_unit_load_on_update";
CREATE TRIGGER "values_of_unit_load_on_update" BEFORE UPDATE OF "asOf" ON "UnitLoad"
BEGIN
  SELECT CASE
    WHEN NEW."asOf" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."asOf", '+0 days') IS NOT NEW."asOf"
      THEN RAISE(ABORT, 'guard values_of_unit_load: asOf is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_tier_proposal_on_insert";
CREATE TRIGGER "values_of_tier_proposal_on_insert" BEFORE INSERT ON "TierProposal"
BEGIN
  SELECT CASE
    WHEN NEW."fromTier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: fromTier holds a word it does not know')
    WHEN NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: tier holds a word it does not know')
    WHEN NEW."floor" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: floor holds a word it does not know')
    WHEN NEW."state" NOT IN ('suggested', 'proposed', 'recognised', 'approved', 'declined', 'lapsed')
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: state holds a word it does not know')
    WHEN NEW."effectiveOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."effectiveOn", '+0 days') IS NOT NEW."effectiveOn"
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: effectiveOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."approvedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."approvedOn", '+0 days') IS NOT NEW."approvedOn"
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: approvedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_tier_proposal_on_update";
CREATE TRIGGER "values_of_tier_proposal_on_update" BEFORE UPDATE OF "fromTier", "tier", "floor", "state", "effectiveOn", "approvedOn" ON "TierProposal"
BEGIN
  SELECT CASE
    WHEN NEW."fromTier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: fromTier holds a word it does not know')
    WHEN NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: tier holds a word it does not know')
    WHEN NEW."floor" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: floor holds a word it does not know')
    WHEN NEW."state" NOT IN ('suggested', 'proposed', 'recognised', 'approved', 'declined', 'lapsed')
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: state holds a word it does not know')
    WHEN NEW."effectiveOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."effectiveOn", '+0 days') IS NOT NEW."effectiveOn"
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: effectiveOn is a calendar date, YYYY-MM-DD')
    WHEN NEW."approvedOn" NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(NEW."approvedOn", '+0 days') IS NOT NEW."approvedOn"
      THEN RAISE(ABORT, 'guard values_of_tier_proposal: approvedOn is a calendar date, YYYY-MM-DD')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_score_sheet_on_insert";
CREATE TRIGGER "values_of_score_sheet_on_insert" BEFORE INSERT ON "ScoreSheet"
BEGIN
  SELECT CASE
    WHEN NEW."role" NOT IN ('account_manager', 'post_loan_officer')
      THEN RAISE(ABORT, 'guard values_of_score_sheet: role holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_score_sheet_on_update";
CREATE TRIGGER "values_of_score_sheet_on_update" BEFORE UPDATE OF "role" ON "ScoreSheet"
BEGIN
  SELECT CASE
    WHEN NEW."role" NOT IN ('account_manager', 'post_loan_officer')
      THEN RAISE(ABORT, 'guard values_of_score_sheet: role holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_digest_wish_on_insert";
CREATE TRIGGER "values_of_digest_wish_on_insert" BEFORE INSERT ON "DigestWish"
BEGIN
  SELECT CASE
    WHEN NEW."rhythm" NOT IN ('day', 'week', 'month', 'never')
      THEN RAISE(ABORT, 'guard values_of_digest_wish: rhythm holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_digest_wish_on_update";
CREATE TRIGGER "values_of_digest_wish_on_update" BEFORE UPDATE OF "rhythm" ON "DigestWish"
BEGIN
  SELECT CASE
    WHEN NEW."rhythm" NOT IN ('day', 'week', 'month', 'never')
      THEN RAISE(ABORT, 'guard values_of_digest_wish: rhythm holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_digest_look_on_insert";
CREATE TRIGGER "values_of_digest_look_on_insert" BEFORE INSERT ON "DigestLook"
BEGIN
  SELECT CASE
    WHEN NEW."look" NOT IN ('charts', 'picture')
      THEN RAISE(ABORT, 'guard values_of_digest_look: look holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_digest_look_on_update";
CREATE TRIGGER "values_of_digest_look_on_update" BEFORE UPDATE OF "look" ON "DigestLook"
BEGIN
  SELECT CASE
    WHEN NEW."look" NOT IN ('charts', 'picture')
      THEN RAISE(ABORT, 'guard values_of_digest_look: look holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_ledger_export_on_insert";
CREATE TRIGGER "values_of_ledger_export_on_insert" BEFORE INSERT ON "LedgerExport"
BEGIN
  SELECT CASE
    WHEN NEW."format" NOT IN ('xlsx', 'csv')
      THEN RAISE(ABORT, 'guard values_of_ledger_export: format holds a word it does not know')
    WHEN NEW."state" NOT IN ('waiting', 'running', 'done', 'cancelled', 'failed')
      THEN RAISE(ABORT, 'guard values_of_ledger_export: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "values_of_ledger_export_on_update";
CREATE TRIGGER "values_of_ledger_export_on_update" BEFORE UPDATE OF "format", "state" ON "LedgerExport"
BEGIN
  SELECT CASE
    WHEN NEW."format" NOT IN ('xlsx', 'csv')
      THEN RAISE(ABORT, 'guard values_of_ledger_export: format holds a word it does not know')
    WHEN NEW."state" NOT IN ('waiting', 'running', 'done', 'cancelled', 'failed')
      THEN RAISE(ABORT, 'guard values_of_ledger_export: state holds a word it does not know')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_org_unit_on_delete";
CREATE TRIGGER "no_delete_of_org_unit_on_delete" BEFORE DELETE ON "OrgUnit"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_org_unit: a OrgUnit ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_person_on_delete";
CREATE TRIGGER "no_delete_of_person_on_delete" BEFORE DELETE ON "Person"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_person: a Person ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_slack_account_on_delete";
CREATE TRIGGER "no_delete_of_slack_account_on_delete" BEFORE DELETE ON "SlackAccount"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_slack_account: a SlackAccount ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_role_grant_on_delete";
CREATE TRIGGER "no_delete_of_role_grant_on_delete" BEFORE DELETE ON "RoleGrant"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_role_grant: a RoleGrant ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_ownership_on_delete";
CREATE TRIGGER "no_delete_of_ownership_on_delete" BEFORE DELETE ON "Ownership"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_ownership: a Ownership ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_delegation_on_delete";
CREATE TRIGGER "no_delete_of_delegation_on_delete" BEFORE DELETE ON "Delegation"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_delegation: a Delegation ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_borrower_on_delete";
CREATE TRIGGER "no_delete_of_borrower_on_delete" BEFORE DELETE ON "Borrower"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_borrower: a Borrower ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_customer_strategy_on_delete";
CREATE TRIGGER "no_delete_of_customer_strategy_on_delete" BEFORE DELETE ON "CustomerStrategy"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_customer_strategy: a CustomerStrategy ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_filed_document_on_delete";
CREATE TRIGGER "no_delete_of_filed_document_on_delete" BEFORE DELETE ON "FiledDocument"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_filed_document: a FiledDocument ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_filed_copy_on_delete";
CREATE TRIGGER "no_delete_of_filed_copy_on_delete" BEFORE DELETE ON "FiledCopy"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_filed_copy: a FiledCopy ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_industry_bulletin_on_delete";
CREATE TRIGGER "no_delete_of_industry_bulletin_on_delete" BEFORE DELETE ON "IndustryBulletin"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_industry_bulletin: a IndustryBulletin ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_limit_use_on_delete";
CREATE TRIGGER "no_delete_of_limit_use_on_delete" BEFORE DELETE ON "LimitUse"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_limit_use: a LimitUse ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_authorised_signer_on_delete";
CREATE TRIGGER "no_delete_of_authorised_signer_on_delete" BEFORE DELETE ON "AuthorisedSigner"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_authorised_signer: a AuthorisedSigner ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_loan_on_delete";
CREATE TRIGGER "no_delete_of_loan_on_delete" BEFORE DELETE ON "Loan"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_loan: a Loan ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_collateral_on_delete";
CREATE TRIGGER "no_delete_of_collateral_on_delete" BEFORE DELETE ON "Collateral"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_collateral: a Collateral ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_instalment_on_delete";
CREATE TRIGGER "no_delete_of_instalment_on_delete" BEFORE DELETE ON "Instalment"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_instalment: a Instalment ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_guarantor_on_delete";
CREATE TRIGGER "no_delete_of_guarantor_on_delete" BEFORE DELETE ON "Guarantor"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_guarantor: a Guarantor ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_fact_change_on_delete";
CREATE TRIGGER "no_delete_of_fact_change_on_delete" BEFORE DELETE ON "FactChange"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_fact_change: a FactChange ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_observation_on_delete";
CREATE TRIGGER "no_delete_of_observation_on_delete" BEFORE DELETE ON "Observation"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_observation: a Observation ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_zone_move_on_delete";
CREATE TRIGGER "no_delete_of_zone_move_on_delete" BEFORE DELETE ON "ZoneMove"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_zone_move: a ZoneMove ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_zone_override_on_delete";
CREATE TRIGGER "no_delete_of_zone_override_on_delete" BEFORE DELETE ON "ZoneOverride"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_zone_override: a ZoneOverride ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_key_date_on_delete";
CREATE TRIGGER "no_delete_of_key_date_on_delete" BEFORE DELETE ON "KeyDate"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_key_date: a KeyDate ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_fact_delivery_on_delete";
CREATE TRIGGER "no_delete_of_fact_delivery_on_delete" BEFORE DELETE ON "FactDelivery"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_fact_delivery: a FactDelivery ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_signal_on_delete";
CREATE TRIGGER "no_delete_of_signal_on_delete" BEFORE DELETE ON "Signal"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_signal: a Signal ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_case_cost_on_delete";
CREATE TRIGGER "no_delete_of_case_cost_on_delete" BEFORE DELETE ON "CaseCost"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_case_cost: a CaseCost ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_signal_event_on_delete";
CREATE TRIGGER "no_delete_of_signal_event_on_delete" BEFORE DELETE ON "SignalEvent"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_signal_event: a SignalEvent ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_signal_question_on_delete";
CREATE TRIGGER "no_delete_of_signal_question_on_delete" BEFORE DELETE ON "SignalQuestion"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_signal_question: a SignalQuestion ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_signal_snooze_on_delete";
CREATE TRIGGER "no_delete_of_signal_snooze_on_delete" BEFORE DELETE ON "SignalSnooze"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_signal_snooze: a SignalSnooze ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_escalation_on_delete";
CREATE TRIGGER "no_delete_of_escalation_on_delete" BEFORE DELETE ON "Escalation"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_escalation: a Escalation ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_duty_turn_on_delete";
CREATE TRIGGER "no_delete_of_duty_turn_on_delete" BEFORE DELETE ON "DutyTurn"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_duty_turn: a DutyTurn ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_signal_named_on_delete";
CREATE TRIGGER "no_delete_of_signal_named_on_delete" BEFORE DELETE ON "SignalNamed"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_signal_named: a SignalNamed ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_inspection_on_delete";
CREATE TRIGGER "no_delete_of_inspection_on_delete" BEFORE DELETE ON "Inspection"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_inspection: a Inspection ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_draft_on_delete";
CREATE TRIGGER "no_delete_of_draft_on_delete" BEFORE DELETE ON "Draft"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_draft: a Draft ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_report_on_delete";
CREATE TRIGGER "no_delete_of_report_on_delete" BEFORE DELETE ON "Report"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_report: a Report ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_off_site_batch_on_delete";
CREATE TRIGGER "no_delete_of_off_site_batch_on_delete" BEFORE DELETE ON "OffSiteBatch"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_off_site_batch: a OffSiteBatch ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_answer_on_delete";
CREATE TRIGGER "no_delete_of_answer_on_delete" BEFORE DELETE ON "Answer"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_answer: a Answer ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_reviewer_naming_on_delete";
CREATE TRIGGER "no_delete_of_reviewer_naming_on_delete" BEFORE DELETE ON "ReviewerNaming"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_reviewer_naming: a ReviewerNaming ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_review_on_delete";
CREATE TRIGGER "no_delete_of_review_on_delete" BEFORE DELETE ON "Review"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_review: a Review ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_sample_draw_on_delete";
CREATE TRIGGER "no_delete_of_sample_draw_on_delete" BEFORE DELETE ON "SampleDraw"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_sample_draw: a SampleDraw ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_sample_item_on_delete";
CREATE TRIGGER "no_delete_of_sample_item_on_delete" BEFORE DELETE ON "SampleItem"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_sample_item: a SampleItem ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_confirmation_sheet_on_delete";
CREATE TRIGGER "no_delete_of_confirmation_sheet_on_delete" BEFORE DELETE ON "ConfirmationSheet"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_confirmation_sheet: a ConfirmationSheet ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_borrower_confirmation_on_delete";
CREATE TRIGGER "no_delete_of_borrower_confirmation_on_delete" BEFORE DELETE ON "BorrowerConfirmation"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_borrower_confirmation: a BorrowerConfirmation ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_report_finding_on_delete";
CREATE TRIGGER "no_delete_of_report_finding_on_delete" BEFORE DELETE ON "ReportFinding"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_report_finding: a ReportFinding ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_review_note_on_delete";
CREATE TRIGGER "no_delete_of_review_note_on_delete" BEFORE DELETE ON "ReviewNote"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_review_note: a ReviewNote ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_evidence_on_delete";
CREATE TRIGGER "no_delete_of_evidence_on_delete" BEFORE DELETE ON "Evidence"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_evidence: a Evidence ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_document_link_on_delete";
CREATE TRIGGER "no_delete_of_document_link_on_delete" BEFORE DELETE ON "DocumentLink"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_document_link: a DocumentLink ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_case_on_delete";
CREATE TRIGGER "no_delete_of_case_on_delete" BEFORE DELETE ON "Case"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_case: a Case ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_gate_override_on_delete";
CREATE TRIGGER "no_delete_of_gate_override_on_delete" BEFORE DELETE ON "GateOverride"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_gate_override: a GateOverride ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_outbox_message_on_delete";
CREATE TRIGGER "no_delete_of_outbox_message_on_delete" BEFORE DELETE ON "OutboxMessage"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_outbox_message: a OutboxMessage ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_watchdog_finding_on_delete";
CREATE TRIGGER "no_delete_of_watchdog_finding_on_delete" BEFORE DELETE ON "WatchdogFinding"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_watchdog_finding: a WatchdogFinding ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_snooze_on_delete";
CREATE TRIGGER "no_delete_of_snooze_on_delete" BEFORE DELETE ON "Snooze"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_snooze: a Snooze ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_extension_on_delete";
CREATE TRIGGER "no_delete_of_extension_on_delete" BEFORE DELETE ON "Extension"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_extension: a Extension ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_visit_attempt_on_delete";
CREATE TRIGGER "no_delete_of_visit_attempt_on_delete" BEFORE DELETE ON "VisitAttempt"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_visit_attempt: a VisitAttempt ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_handover_on_delete";
CREATE TRIGGER "no_delete_of_handover_on_delete" BEFORE DELETE ON "Handover"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_handover: a Handover ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_inbound_delivery_on_delete";
CREATE TRIGGER "no_delete_of_inbound_delivery_on_delete" BEFORE DELETE ON "InboundDelivery"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_inbound_delivery: a InboundDelivery ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_audit_event_on_delete";
CREATE TRIGGER "no_delete_of_audit_event_on_delete" BEFORE DELETE ON "AuditEvent"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_audit_event: a AuditEvent ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_audit_head_on_delete";
CREATE TRIGGER "no_delete_of_audit_head_on_delete" BEFORE DELETE ON "AuditHead"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_audit_head: a AuditHead ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_policy_version_on_delete";
CREATE TRIGGER "no_delete_of_policy_version_on_delete" BEFORE DELETE ON "PolicyVersion"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_policy_version: a PolicyVersion ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_policy_proposal_on_delete";
CREATE TRIGGER "no_delete_of_policy_proposal_on_delete" BEFORE DELETE ON "PolicyProposal"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_policy_proposal: a PolicyProposal ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_policy_sign_off_on_delete";
CREATE TRIGGER "no_delete_of_policy_sign_off_on_delete" BEFORE DELETE ON "PolicySignOff"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_policy_sign_off: a PolicySignOff ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_import_run_on_delete";
CREATE TRIGGER "no_delete_of_import_run_on_delete" BEFORE DELETE ON "ImportRun"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_import_run: a ImportRun ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_import_refusal_on_delete";
CREATE TRIGGER "no_delete_of_import_refusal_on_delete" BEFORE DELETE ON "ImportRefusal"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_import_refusal: a ImportRefusal ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_total_delta_on_delete";
CREATE TRIGGER "no_delete_of_total_delta_on_delete" BEFORE DELETE ON "TotalDelta"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_total_delta: a TotalDelta ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_tier_proposal_on_delete";
CREATE TRIGGER "no_delete_of_tier_proposal_on_delete" BEFORE DELETE ON "TierProposal"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_tier_proposal: a TierProposal ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_score_sheet_on_delete";
CREATE TRIGGER "no_delete_of_score_sheet_on_delete" BEFORE DELETE ON "ScoreSheet"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_score_sheet: a ScoreSheet ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_digest_wish_on_delete";
CREATE TRIGGER "no_delete_of_digest_wish_on_delete" BEFORE DELETE ON "DigestWish"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_digest_wish: a DigestWish ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_digest_look_on_delete";
CREATE TRIGGER "no_delete_of_digest_look_on_delete" BEFORE DELETE ON "DigestLook"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_digest_look: a DigestLook ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_delete_of_ledger_export_on_delete";
CREATE TRIGGER "no_delete_of_ledger_export_on_delete" BEFORE DELETE ON "LedgerExport"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_delete_of_ledger_export: a LedgerExport ends; it is never deleted')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_audit_event_on_update";
CREATE TRIGGER "no_update_of_audit_event_on_update" BEFORE UPDATE ON "AuditEvent"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_audit_event: a AuditEvent is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_review_on_update";
CREATE TRIGGER "no_update_of_review_on_update" BEFORE UPDATE ON "Review"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_review: a Review is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_review_note_on_update";
CREATE TRIGGER "no_update_of_review_note_on_update" BEFORE UPDATE ON "ReviewNote"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_review_note: a ReviewNote is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_report_finding_on_update";
CREATE TRIGGER "no_update_of_report_finding_on_update" BEFORE UPDATE ON "ReportFinding"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_report_finding: a ReportFinding is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_answer_on_update";
CREATE TRIGGER "no_update_of_answer_on_update" BEFORE UPDATE ON "Answer"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_answer: a Answer is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_observation_on_update";
CREATE TRIGGER "no_update_of_observation_on_update" BEFORE UPDATE ON "Observation"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_observation: a Observation is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_fact_change_on_update";
CREATE TRIGGER "no_update_of_fact_change_on_update" BEFORE UPDATE ON "FactChange"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_fact_change: a FactChange is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_policy_version_on_update";
CREATE TRIGGER "no_update_of_policy_version_on_update" BEFORE UPDATE ON "PolicyVersion"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_policy_version: a PolicyVersion is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_visit_attempt_on_update";
CREATE TRIGGER "no_update_of_visit_attempt_on_update" BEFORE UPDATE ON "VisitAttempt"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_visit_attempt: a VisitAttempt is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_reviewer_naming_on_update";
CREATE TRIGGER "no_update_of_reviewer_naming_on_update" BEFORE UPDATE ON "ReviewerNaming"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_reviewer_naming: a ReviewerNaming is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_policy_sign_off_on_update";
CREATE TRIGGER "no_update_of_policy_sign_off_on_update" BEFORE UPDATE ON "PolicySignOff"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_policy_sign_off: a PolicySignOff is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_confirmation_sheet_on_update";
CREATE TRIGGER "no_update_of_confirmation_sheet_on_update" BEFORE UPDATE ON "ConfirmationSheet"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_confirmation_sheet: a ConfirmationSheet is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_borrower_confirmation_on_update";
CREATE TRIGGER "no_update_of_borrower_confirmation_on_update" BEFORE UPDATE ON "BorrowerConfirmation"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_borrower_confirmation: a BorrowerConfirmation is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_sample_draw_on_update";
CREATE TRIGGER "no_update_of_sample_draw_on_update" BEFORE UPDATE ON "SampleDraw"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_sample_draw: a SampleDraw is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_sample_item_on_update";
CREATE TRIGGER "no_update_of_sample_item_on_update" BEFORE UPDATE ON "SampleItem"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_sample_item: a SampleItem is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_signal_event_on_update";
CREATE TRIGGER "no_update_of_signal_event_on_update" BEFORE UPDATE ON "SignalEvent"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_signal_event: a SignalEvent is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_signal_named_on_update";
CREATE TRIGGER "no_update_of_signal_named_on_update" BEFORE UPDATE ON "SignalNamed"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_signal_named: a SignalNamed is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_escalation_on_update";
CREATE TRIGGER "no_update_of_escalation_on_update" BEFORE UPDATE ON "Escalation"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_escalation: a Escalation is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_fact_delivery_on_update";
CREATE TRIGGER "no_update_of_fact_delivery_on_update" BEFORE UPDATE ON "FactDelivery"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_fact_delivery: a FactDelivery is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_zone_move_on_update";
CREATE TRIGGER "no_update_of_zone_move_on_update" BEFORE UPDATE ON "ZoneMove"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_zone_move: a ZoneMove is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_score_sheet_on_update";
CREATE TRIGGER "no_update_of_score_sheet_on_update" BEFORE UPDATE ON "ScoreSheet"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_score_sheet: a ScoreSheet is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_customer_strategy_on_update";
CREATE TRIGGER "no_update_of_customer_strategy_on_update" BEFORE UPDATE ON "CustomerStrategy"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_customer_strategy: a CustomerStrategy is written once')
  END;
END;

DROP TRIGGER IF EXISTS "no_update_of_case_cost_on_update";
CREATE TRIGGER "no_update_of_case_cost_on_update" BEFORE UPDATE ON "CaseCost"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard no_update_of_case_cost: a CaseCost is written once')
  END;
END;

DROP TRIGGER IF EXISTS "loans_fixed_at_start_on_insert";
CREATE TRIGGER "loans_fixed_at_start_on_insert" BEFORE INSERT ON "InspectionLoan"
BEGIN
  SELECT CASE
    WHEN (SELECT "state" FROM "Inspection" WHERE "id" = NEW."inspectionId") NOT IN ('planned', 'started')
      THEN RAISE(ABORT, 'guard loans_fixed_at_start: the loans of an inspection are fixed when it starts')
  END;
END;

DROP TRIGGER IF EXISTS "loans_stay_after_start_on_delete";
CREATE TRIGGER "loans_stay_after_start_on_delete" BEFORE DELETE ON "InspectionLoan"
BEGIN
  SELECT CASE
    WHEN (SELECT "state" FROM "Inspection" WHERE "id" = OLD."inspectionId") NOT IN ('planned')
      THEN RAISE(ABORT, 'guard loans_stay_after_start: the loans of an inspection are fixed when it starts')
  END;
END;

DROP TRIGGER IF EXISTS "loans_not_exchanged_on_update";
CREATE TRIGGER "loans_not_exchanged_on_update" BEFORE UPDATE ON "InspectionLoan"
BEGIN
  SELECT CASE
    WHEN 1 = 1
      THEN RAISE(ABORT, 'guard loans_not_exchanged: the loans of an inspection are fixed when it starts')
  END;
END;

DROP TRIGGER IF EXISTS "told_items_stay_on_delete";
CREATE TRIGGER "told_items_stay_on_delete" BEFORE DELETE ON "OutboxItem"
BEGIN
  SELECT CASE
    WHEN (SELECT "state" FROM "OutboxMessage" WHERE "id" = OLD."messageId") <> 'pending'
      THEN RAISE(ABORT, 'guard told_items_stay: what a message was about is kept once it is on its way')
  END;
END;

DROP TRIGGER IF EXISTS "audit_event_follows_head_on_insert";
CREATE TRIGGER "audit_event_follows_head_on_insert" BEFORE INSERT ON "AuditEvent"
BEGIN
  SELECT CASE
    WHEN NOT EXISTS (SELECT 1 FROM "AuditHead" WHERE "seq" + 1 = NEW."seq" AND "hash" = NEW."prevHash")
      THEN RAISE(ABORT, 'guard audit_event_follows_head: an audit event follows the head of the chain')
  END;
END;

DROP TRIGGER IF EXISTS "audit_head_is_one_row_on_insert";
CREATE TRIGGER "audit_head_is_one_row_on_insert" BEFORE INSERT ON "AuditHead"
BEGIN
  SELECT CASE
    WHEN NEW."id" <> 1 OR NEW."seq" <> 0
      THEN RAISE(ABORT, 'guard audit_head_is_one_row: the audit has one head, which begins at 0')
  END;
END;

DROP TRIGGER IF EXISTS "audit_head_moves_on_on_update";
CREATE TRIGGER "audit_head_moves_on_on_update" BEFORE UPDATE ON "AuditHead"
BEGIN
  SELECT CASE
    WHEN NEW."id" <> OLD."id" OR (NEW."seq" <> OLD."seq" + 1 AND NOT (NEW."seq" = OLD."seq" AND NEW."hash" = OLD."hash"))
      THEN RAISE(ABORT, 'guard audit_head_moves_on: the head only moves on, by one')
    WHEN NOT (NEW."seq" = OLD."seq" AND NEW."hash" = OLD."hash")
      AND NOT EXISTS (SELECT 1 FROM "AuditEvent" WHERE "seq" = NEW."seq" AND "hash" = NEW."hash")
      THEN RAISE(ABORT, 'guard audit_head_moves_on: the head names the event that was just written')
  END;
END;

DROP TRIGGER IF EXISTS "report_is_immutable_on_update";
CREATE TRIGGER "report_is_immutable_on_update" BEFORE UPDATE ON "Report"
BEGIN
  SELECT CASE
    WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."inspectionId" IS DISTINCT FROM NEW."inspectionId" OR OLD."revision" IS DISTINCT FROM NEW."revision" OR OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."submittedAt" IS DISTINCT FROM NEW."submittedAt" OR OLD."policyVersionId" IS DISTINCT FROM NEW."policyVersionId" OR OLD."mode" IS DISTINCT FROM NEW."mode" OR OLD."visitedOn" IS DISTINCT FROM NEW."visitedOn" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."content" IS DISTINCT FROM NEW."content" OR OLD."contentHash" IS DISTINCT FROM NEW."contentHash" OR OLD."circumstances" IS DISTINCT FROM NEW."circumstances" OR OLD."unaskedAfter" IS DISTINCT FROM NEW."unaskedAfter" OR OLD."partHash" IS DISTINCT FROM NEW."partHash" OR OLD."batchId" IS DISTINCT FROM NEW."batchId" OR OLD."submittedOn" IS DISTINCT FROM NEW."submittedOn"
      THEN RAISE(ABORT, 'guard report_is_immutable: a submitted report is not changed; a correction is a new revision')
  END;
END;

DROP TRIGGER IF EXISTS "approved_needs_review_on_insert";
CREATE TRIGGER "approved_needs_review_on_insert" BEFORE INSERT ON "Report"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'approved' AND NOT EXISTS (SELECT 1 FROM "Review" WHERE "reportId" = NEW."id" AND "decision" = 'approved')
      THEN RAISE(ABORT, 'guard approved_needs_review: a report is approved by a review')
  END;
END;

DROP TRIGGER IF EXISTS "approved_needs_review_on_update";
CREATE TRIGGER "approved_needs_review_on_update" BEFORE UPDATE OF "state" ON "Report"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'approved' AND NOT EXISTS (SELECT 1 FROM "Review" WHERE "reportId" = NEW."id" AND "decision" = 'approved')
      THEN RAISE(ABORT, 'guard approved_needs_review: a report is approved by a review')
  END;
END;

DROP TRIGGER IF EXISTS "approved_needs_confirmation_on_insert";
CREATE TRIGGER "approved_needs_confirmation_on_insert" BEFORE INSERT ON "Report"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'approved' AND NEW."partHash" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "BorrowerConfirmation" c JOIN "ConfirmationSheet" s ON s."id" = c."sheetId"
      WHERE s."inspectionId" = NEW."inspectionId" AND s."partHash" = NEW."partHash")
      THEN RAISE(ABORT, 'guard approved_needs_confirmation: a report that needs the borrower''s confirmation is approved after it')
  END;
END;

DROP TRIGGER IF EXISTS "approved_needs_confirmation_on_update";
CREATE TRIGGER "approved_needs_confirmation_on_update" BEFORE UPDATE OF "state" ON "Report"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'approved' AND NEW."partHash" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "BorrowerConfirmation" c JOIN "ConfirmationSheet" s ON s."id" = c."sheetId"
      WHERE s."inspectionId" = NEW."inspectionId" AND s."partHash" = NEW."partHash")
      THEN RAISE(ABORT, 'guard approved_needs_confirmation: a report that needs the borrower''s confirmation is approved after it')
  END;
END;

DROP TRIGGER IF EXISTS "report_fits_its_batch_on_insert";
CREATE TRIGGER "report_fits_its_batch_on_insert" BEFORE INSERT ON "Report"
BEGIN
  SELECT CASE
    WHEN NEW."batchId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "OffSiteBatch" b WHERE b."id" = NEW."batchId" AND b."submittedAt" IS NULL
      AND b."personId" = NEW."submittedById")
      THEN RAISE(ABORT, 'guard report_fits_its_batch: a report joins an open batch of the person who submits it')
    WHEN NEW."batchId" IS NOT NULL AND (NEW."mode" <> 'off_site' OR NEW."level" IS NOT NULL)
      THEN RAISE(ABORT, 'guard report_fits_its_batch: a batch holds off-site checks in which nothing is out of range')
    WHEN NEW."batchId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Inspection" WHERE "id" = NEW."inspectionId" AND "kind" = 'routine')
      THEN RAISE(ABORT, 'guard report_fits_its_batch: a batch holds routine checks')
  END;
END;

DROP TRIGGER IF EXISTS "batch_is_submitted_once_on_update";
CREATE TRIGGER "batch_is_submitted_once_on_update" BEFORE UPDATE ON "OffSiteBatch"
BEGIN
  SELECT CASE
    WHEN OLD."submittedAt" IS NOT NULL AND (OLD."id" IS DISTINCT FROM NEW."id" OR OLD."number" IS DISTINCT FROM NEW."number" OR OLD."personId" IS DISTINCT FROM NEW."personId" OR OLD."policyVersionId" IS DISTINCT FROM NEW."policyVersionId" OR OLD."openedAt" IS DISTINCT FROM NEW."openedAt" OR OLD."savedAt" IS DISTINCT FROM NEW."savedAt" OR OLD."submittedAt" IS DISTINCT FROM NEW."submittedAt")
      THEN RAISE(ABORT, 'guard batch_is_submitted_once: what a submitted batch holds is kept as it was')
    WHEN NEW."personId" <> OLD."personId"
      THEN RAISE(ABORT, 'guard batch_is_submitted_once: a batch stays with who opened it')
    WHEN NEW."submittedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Report" WHERE "batchId" = NEW."id")
      THEN RAISE(ABORT, 'guard batch_is_submitted_once: a batch is submitted with its reports')
  END;
END;

DROP TRIGGER IF EXISTS "batch_answers_stay_on_insert";
CREATE TRIGGER "batch_answers_stay_on_insert" BEFORE INSERT ON "BatchAnswer"
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM "OffSiteBatch" WHERE "id" = NEW."batchId" AND "submittedAt" IS NOT NULL)
      THEN RAISE(ABORT, 'guard batch_answers_stay: what a submitted batch holds is kept as it was')
  END;
END;

DROP TRIGGER IF EXISTS "batch_answers_stay_on_update";
CREATE TRIGGER "batch_answers_stay_on_update" BEFORE UPDATE ON "BatchAnswer"
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM "OffSiteBatch" WHERE "id" = NEW."batchId" AND "submittedAt" IS NOT NULL)
      THEN RAISE(ABORT, 'guard batch_answers_stay: what a submitted batch holds is kept as it was')
  END;
END;

DROP TRIGGER IF EXISTS "batch_answers_not_taken_back_on_delete";
CREATE TRIGGER "batch_answers_not_taken_back_on_delete" BEFORE DELETE ON "BatchAnswer"
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM "OffSiteBatch" WHERE "id" = OLD."batchId" AND "submittedAt" IS NOT NULL)
      THEN RAISE(ABORT, 'guard batch_answers_not_taken_back: what a submitted batch holds is kept as it was')
  END;
END;

DROP TRIGGER IF EXISTS "confirmation_fits_its_sheet_on_insert";
CREATE TRIGGER "confirmation_fits_its_sheet_on_insert" BEFORE INSERT ON "BorrowerConfirmation"
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM "ConfirmationSheet" s WHERE s."id" = NEW."sheetId" AND NEW."signedOn" < s."visitedOn")
      THEN RAISE(ABORT, 'guard confirmation_fits_its_sheet: a confirmation is signed on the day of the visit or later')
    WHEN NEW."answer" = 'confirmed' AND (NEW."signerId" IS NULL OR NEW."sha256" IS NULL)
      THEN RAISE(ABORT, 'guard confirmation_fits_its_sheet: a confirmation has a signer and the signed sheet')
    WHEN NEW."signerId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "ConfirmationSheet" s JOIN "Inspection" i ON i."id" = s."inspectionId"
      JOIN "Borrower" b ON b."id" = i."borrowerId"
      LEFT JOIN "AuthorisedSigner" a ON a."borrowerId" = b."id" AND a."id" = NEW."signerId"
      WHERE s."id" = NEW."sheetId" AND (a."id" IS NOT NULL
        OR (b."id" = NEW."signerId" AND b."customerType" IN ('sole_trader', 'farm_household', 'individual'))))
      THEN RAISE(ABORT, 'guard confirmation_fits_its_sheet: the signer is one of those who may sign for the borrower')
  END;
END;

DROP TRIGGER IF EXISTS "four_eyes_on_insert";
CREATE TRIGGER "four_eyes_on_insert" BEFORE INSERT ON "Review"
BEGIN
  SELECT CASE
    WHEN NEW."submitterId" IS DISTINCT FROM (SELECT "submittedById" FROM "Report" WHERE "id" = NEW."reportId")
      THEN RAISE(ABORT, 'guard four_eyes: the review names another submitter than the report')
    WHEN NEW."reviewerId" IN (NEW."submitterId", NEW."ownerId")
      THEN RAISE(ABORT, 'guard four_eyes: the reviewer is the submitter, the account''s owner or a stand-in of theirs')
    WHEN EXISTS (SELECT 1 FROM json_each(NEW."standInIds") WHERE value = NEW."reviewerId")
      THEN RAISE(ABORT, 'guard four_eyes: the reviewer is the submitter, the account''s owner or a stand-in of theirs')
    WHEN EXISTS (
        SELECT 1 FROM "Report" r
          JOIN "Inspection" i ON i."id" = r."inspectionId"
          JOIN "Ownership" o ON o."borrowerId" = i."borrowerId"
         WHERE r."id" = NEW."reportId" AND o."personId" = NEW."reviewerId"
           AND (o."toAt" IS NULL OR o."toAt" > NEW."decidedAt"))
      THEN RAISE(ABORT, 'guard four_eyes: the reviewer is the submitter, the account''s owner or a stand-in of theirs')
  END;
END;

DROP TRIGGER IF EXISTS "judgement_fits_decision_on_insert";
CREATE TRIGGER "judgement_fits_decision_on_insert" BEFORE INSERT ON "Review"
BEGIN
  SELECT CASE
    WHEN NOT (NEW."recordJudgement" IS NOT NULL AND NEW."conclusionJudgement" IS NOT NULL)
      THEN RAISE(ABORT, 'guard judgement_fits_decision: a review judges the record and the conclusion')
    WHEN NEW."decision" = 'approved' AND NOT (NEW."recordJudgement" = 'in_order' AND NEW."conclusionJudgement" = 'in_order')
      THEN RAISE(ABORT, 'guard judgement_fits_decision: an approval finds the record and the conclusion in order')
    WHEN NEW."decision" <> 'approved' AND (NEW."recordJudgement" = 'in_order' AND NEW."conclusionJudgement" = 'in_order')
      THEN RAISE(ABORT, 'guard judgement_fits_decision: what goes back has a record or a conclusion that is not in order')
  END;
END;

DROP TRIGGER IF EXISTS "rechecked_by_another_on_insert";
CREATE TRIGGER "rechecked_by_another_on_insert" BEFORE INSERT ON "SampleItem"
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM "Inspection" n
          JOIN "Report" r ON r."inspectionId" = NEW."inspectionId"
          LEFT JOIN "Ownership" o ON o."borrowerId" = n."borrowerId" AND o."toAt" IS NULL
         WHERE n."id" = NEW."recheckId" AND n."assigneeId" IN (r."submittedById", o."personId"))
      THEN RAISE(ABORT, 'guard rechecked_by_another: a re-check is done by neither the submitter nor the account''s owner')
  END;
END;

DROP TRIGGER IF EXISTS "recheck_reported_by_another_on_insert";
CREATE TRIGGER "recheck_reported_by_another_on_insert" BEFORE INSERT ON "Report"
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM "SampleItem" s
          JOIN "Inspection" n ON n."id" = s."inspectionId"
          LEFT JOIN "Report" r ON r."inspectionId" = s."inspectionId" AND r."state" <> 'withdrawn'
          LEFT JOIN "Ownership" o ON o."borrowerId" = n."borrowerId" AND o."toAt" IS NULL
         WHERE s."recheckId" = NEW."inspectionId" AND NEW."submittedById" IN (r."submittedById", o."personId"))
      THEN RAISE(ABORT, 'guard recheck_reported_by_another: a re-check is reported by neither who wrote what it looks at nor the account''s owner')
  END;
END;

DROP TRIGGER IF EXISTS "named_reviewer_is_another_on_insert";
CREATE TRIGGER "named_reviewer_is_another_on_insert" BEFORE INSERT ON "ReviewerNaming"
BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM "Report" r
          JOIN "Inspection" i ON i."id" = r."inspectionId"
          LEFT JOIN "Ownership" o ON o."borrowerId" = i."borrowerId" AND (o."toAt" IS NULL OR o."toAt" > NEW."namedAt")
         WHERE r."id" = NEW."reportId" AND NEW."reviewerId" IN (r."submittedById", i."assigneeId", o."personId"))
      THEN RAISE(ABORT, 'guard named_reviewer_is_another: the named reviewer is the submitter, does the work or keeps the account')
    WHEN NOT EXISTS (SELECT 1 FROM "Report" WHERE "id" = NEW."reportId" AND "state" IN ('submitted', 'in_review'))
      THEN RAISE(ABORT, 'guard named_reviewer_is_another: a reviewer is named for a report that waits')
  END;
END;

DROP TRIGGER IF EXISTS "absences_do_not_cross_on_insert";
CREATE TRIGGER "absences_do_not_cross_on_insert" BEFORE INSERT ON "Delegation"
BEGIN
  SELECT CASE
    WHEN NEW."endedAt" IS NULL AND EXISTS (SELECT 1 FROM "Delegation" d
         WHERE d."endedAt" IS NULL AND d."id" <> NEW."id" AND d."fromOn" <= NEW."toOn" AND NEW."fromOn" <= d."toOn"
           AND (d."personId" IN (NEW."personId", NEW."standInId") OR d."standInId" = NEW."personId"))
      THEN RAISE(ABORT, 'guard absences_do_not_cross: the person is away already, the stand-in is away, or the person does another''s work on these days')
  END;
END;

DROP TRIGGER IF EXISTS "extension_needs_another_on_insert";
CREATE TRIGGER "extension_needs_another_on_insert" BEFORE INSERT ON "Extension"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'approved' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)
      THEN RAISE(ABORT, 'guard extension_needs_another: an extension is approved by a person, at a moment')
    WHEN NEW."state" = 'approved' AND NEW."decidedById" IN (NEW."askedById", (SELECT "assigneeId" FROM "Inspection" WHERE "id" = NEW."inspectionId"))
      THEN RAISE(ABORT, 'guard extension_needs_another: an extension is approved by somebody else than who asked or who does the work')
  END;
END;

DROP TRIGGER IF EXISTS "extension_needs_another_on_update";
CREATE TRIGGER "extension_needs_another_on_update" BEFORE UPDATE OF "state", "decidedById" ON "Extension"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'approved' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)
      THEN RAISE(ABORT, 'guard extension_needs_another: an extension is approved by a person, at a moment')
    WHEN NEW."state" = 'approved' AND NEW."decidedById" IN (NEW."askedById", (SELECT "assigneeId" FROM "Inspection" WHERE "id" = NEW."inspectionId"))
      THEN RAISE(ABORT, 'guard extension_needs_another: an extension is approved by somebody else than who asked or who does the work')
  END;
END;

DROP TRIGGER IF EXISTS "case_needs_another_on_insert";
CREATE TRIGGER "case_needs_another_on_insert" BEFORE INSERT ON "Case"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'reported' AND (NEW."result" IS NULL OR NEW."reportedById" IS NULL OR NEW."reportedAt" IS NULL)
      THEN RAISE(ABORT, 'guard case_needs_another: a result is reported by a person, at a moment')
    WHEN NEW."state" = 'closed' AND (NEW."result" IS NULL OR NEW."reportedById" IS NULL OR NEW."closedById" IS NULL
      OR NEW."closedAt" IS NULL)
      THEN RAISE(ABORT, 'guard case_needs_another: a case is closed on a reported result, by a person, at a moment')
    WHEN NEW."state" = 'closed' AND NEW."closedById" IN (NEW."ownerId", NEW."reportedById")
      THEN RAISE(ABORT, 'guard case_needs_another: a case is closed by somebody else than its first responsible person and who reported the result')
  END;
END;

DROP TRIGGER IF EXISTS "case_needs_another_on_update";
CREATE TRIGGER "case_needs_another_on_update" BEFORE UPDATE OF "state", "ownerId", "reportedById", "closedById", "closedAt", "result" ON "Case"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'reported' AND (NEW."result" IS NULL OR NEW."reportedById" IS NULL OR NEW."reportedAt" IS NULL)
      THEN RAISE(ABORT, 'guard case_needs_another: a result is reported by a person, at a moment')
    WHEN NEW."state" = 'closed' AND (NEW."result" IS NULL OR NEW."reportedById" IS NULL OR NEW."closedById" IS NULL
      OR NEW."closedAt" IS NULL)
      THEN RAISE(ABORT, 'guard case_needs_another: a case is closed on a reported result, by a person, at a moment')
    WHEN NEW."state" = 'closed' AND NEW."closedById" IN (NEW."ownerId", NEW."reportedById")
      THEN RAISE(ABORT, 'guard case_needs_another: a case is closed by somebody else than its first responsible person and who reported the result')
  END;
END;

DROP TRIGGER IF EXISTS "case_stands_somewhere_on_insert";
CREATE TRIGGER "case_stands_somewhere_on_insert" BEFORE INSERT ON "Case"
BEGIN
  SELECT CASE
    WHEN NEW."kind" = 'measure' AND (NEW."inspectionId" IS NULL OR NEW."reportId" IS NULL)
      THEN RAISE(ABORT, 'guard case_stands_somewhere: a measure stands in a report of an inspection')
    WHEN NEW."kind" IN ('written_plan', 'workout_plan') AND (NEW."inspectionId" IS NOT NULL OR NEW."reportId" IS NOT NULL)
      THEN RAISE(ABORT, 'guard case_stands_somewhere: a plan is the customer''s and stands in no report')
  END;
END;

DROP TRIGGER IF EXISTS "case_stands_somewhere_on_update";
CREATE TRIGGER "case_stands_somewhere_on_update" BEFORE UPDATE OF "kind", "inspectionId", "reportId" ON "Case"
BEGIN
  SELECT CASE
    WHEN NEW."kind" = 'measure' AND (NEW."inspectionId" IS NULL OR NEW."reportId" IS NULL)
      THEN RAISE(ABORT, 'guard case_stands_somewhere: a measure stands in a report of an inspection')
    WHEN NEW."kind" IN ('written_plan', 'workout_plan') AND (NEW."inspectionId" IS NOT NULL OR NEW."reportId" IS NOT NULL)
      THEN RAISE(ABORT, 'guard case_stands_somewhere: a plan is the customer''s and stands in no report')
  END;
END;

DROP TRIGGER IF EXISTS "case_offer_is_whole_on_insert";
CREATE TRIGGER "case_offer_is_whole_on_insert" BEFORE INSERT ON "Case"
BEGIN
  SELECT CASE
    WHEN NEW."offeredToId" IS NOT NULL AND (NEW."offeredById" IS NULL OR NEW."offeredAt" IS NULL OR NEW."offerUntil" IS NULL)
      THEN RAISE(ABORT, 'guard case_offer_is_whole: a measure is offered by a person, at a moment, until a moment')
    WHEN NEW."offeredToId" IS NOT NULL AND NEW."offeredToId" = NEW."ownerId"
      THEN RAISE(ABORT, 'guard case_offer_is_whole: a measure is offered to somebody else than its first responsible person')
    WHEN NEW."offeredToId" IS NOT NULL AND NEW."state" IN ('reported', 'closed', 'dropped')
      THEN RAISE(ABORT, 'guard case_offer_is_whole: only an open measure is offered')
  END;
END;

DROP TRIGGER IF EXISTS "case_offer_is_whole_on_update";
CREATE TRIGGER "case_offer_is_whole_on_update" BEFORE UPDATE OF "state", "ownerId", "offeredToId", "offeredById", "offeredAt", "offerUntil" ON "Case"
BEGIN
  SELECT CASE
    WHEN NEW."offeredToId" IS NOT NULL AND (NEW."offeredById" IS NULL OR NEW."offeredAt" IS NULL OR NEW."offerUntil" IS NULL)
      THEN RAISE(ABORT, 'guard case_offer_is_whole: a measure is offered by a person, at a moment, until a moment')
    WHEN NEW."offeredToId" IS NOT NULL AND NEW."offeredToId" = NEW."ownerId"
      THEN RAISE(ABORT, 'guard case_offer_is_whole: a measure is offered to somebody else than its first responsible person')
    WHEN NEW."offeredToId" IS NOT NULL AND NEW."state" IN ('reported', 'closed', 'dropped')
      THEN RAISE(ABORT, 'guard case_offer_is_whole: only an open measure is offered')
  END;
END;

DROP TRIGGER IF EXISTS "override_needs_another_on_insert";
CREATE TRIGGER "override_needs_another_on_insert" BEFORE INSERT ON "GateOverride"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'granted' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)
      THEN RAISE(ABORT, 'guard override_needs_another: an override is granted by a person, at a moment')
    WHEN NEW."state" = 'granted' AND NEW."decidedById" = NEW."askedById"
      THEN RAISE(ABORT, 'guard override_needs_another: an override is granted by somebody else than who asked')
  END;
END;

DROP TRIGGER IF EXISTS "override_needs_another_on_update";
CREATE TRIGGER "override_needs_another_on_update" BEFORE UPDATE OF "state", "askedById", "decidedById", "decidedAt" ON "GateOverride"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'granted' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)
      THEN RAISE(ABORT, 'guard override_needs_another: an override is granted by a person, at a moment')
    WHEN NEW."state" = 'granted' AND NEW."decidedById" = NEW."askedById"
      THEN RAISE(ABORT, 'guard override_needs_another: an override is granted by somebody else than who asked')
  END;
END;

DROP TRIGGER IF EXISTS "zone_needs_another_on_insert";
CREATE TRIGGER "zone_needs_another_on_insert" BEFORE INSERT ON "ZoneOverride"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'approved' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)
      THEN RAISE(ABORT, 'guard zone_needs_another: a zone is approved by a person, at a moment')
    WHEN NEW."state" = 'approved' AND (NEW."decidedById" = NEW."askedById" OR EXISTS (SELECT 1 FROM "Ownership" o WHERE o."borrowerId" = NEW."borrowerId" AND o."toAt" IS NULL
      AND o."personId" = NEW."decidedById"))
      THEN RAISE(ABORT, 'guard zone_needs_another: a zone is approved by somebody else than who asked and who keeps the customer')
  END;
END;

DROP TRIGGER IF EXISTS "zone_needs_another_on_update";
CREATE TRIGGER "zone_needs_another_on_update" BEFORE UPDATE OF "state", "askedById", "decidedById", "decidedAt" ON "ZoneOverride"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'approved' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)
      THEN RAISE(ABORT, 'guard zone_needs_another: a zone is approved by a person, at a moment')
    WHEN NEW."state" = 'approved' AND (NEW."decidedById" = NEW."askedById" OR EXISTS (SELECT 1 FROM "Ownership" o WHERE o."borrowerId" = NEW."borrowerId" AND o."toAt" IS NULL
      AND o."personId" = NEW."decidedById"))
      THEN RAISE(ABORT, 'guard zone_needs_another: a zone is approved by somebody else than who asked and who keeps the customer')
  END;
END;

DROP TRIGGER IF EXISTS "zone_is_fixed_on_update";
CREATE TRIGGER "zone_is_fixed_on_update" BEFORE UPDATE ON "ZoneOverride"
BEGIN
  SELECT CASE
    WHEN NEW."state" <> 'asked' AND (NEW."borrowerId" IS DISTINCT FROM OLD."borrowerId" OR NEW."zone" IS DISTINCT FROM OLD."zone" OR NEW."computed" IS DISTINCT FROM OLD."computed" OR NEW."untilOn" IS DISTINCT FROM OLD."untilOn" OR NEW."reason" IS DISTINCT FROM OLD."reason" OR NEW."askedById" IS DISTINCT FROM OLD."askedById")
      THEN RAISE(ABORT, 'guard zone_is_fixed: what was asked for is what is decided: ask anew for something else')
    WHEN OLD."state" IN ('declined', 'ended') AND NEW."state" <> OLD."state"
      THEN RAISE(ABORT, 'guard zone_is_fixed: what ended stays ended')
  END;
END;

DROP TRIGGER IF EXISTS "document_stays_filed_on_update";
CREATE TRIGGER "document_stays_filed_on_update" BEFORE UPDATE ON "FiledDocument"
BEGIN
  SELECT CASE
    WHEN NEW."borrowerId" IS DISTINCT FROM OLD."borrowerId" OR NEW."document" IS DISTINCT FROM OLD."document" OR NEW."reference" IS DISTINCT FROM OLD."reference" OR NEW."datedOn" IS DISTINCT FROM OLD."datedOn" OR NEW."place" IS DISTINCT FROM OLD."place" OR NEW."filedById" IS DISTINCT FROM OLD."filedById" OR NEW."filedAt" IS DISTINCT FROM OLD."filedAt"
      THEN RAISE(ABORT, 'guard document_stays_filed: what was filed stays as it was: file it anew')
    WHEN OLD."takenOutAt" IS NOT NULL
      THEN RAISE(ABORT, 'guard document_stays_filed: what was taken out stays out')
    WHEN NEW."takenOutAt" IS NOT NULL AND (NEW."takenOutById" IS NULL OR NEW."takenOutWhy" IS NULL)
      THEN RAISE(ABORT, 'guard document_stays_filed: a document is taken out by a person, with a reason')
  END;
END;

DROP TRIGGER IF EXISTS "copy_stays_stored_on_update";
CREATE TRIGGER "copy_stays_stored_on_update" BEFORE UPDATE ON "FiledCopy"
BEGIN
  SELECT CASE
    WHEN NEW."borrowerId" IS DISTINCT FROM OLD."borrowerId" OR NEW."formId" IS DISTINCT FROM OLD."formId" OR NEW."slackFileId" IS DISTINCT FROM OLD."slackFileId" OR NEW."uploadedById" IS DISTINCT FROM OLD."uploadedById" OR NEW."uploadedAt" IS DISTINCT FROM OLD."uploadedAt"
      THEN RAISE(ABORT, 'guard copy_stays_stored: whose a copy is, and who handed it in, stays')
    WHEN OLD."documentId" IS NOT NULL AND (NEW."documentId" IS DISTINCT FROM OLD."documentId")
      THEN RAISE(ABORT, 'guard copy_stays_stored: a copy stays with its document')
    WHEN OLD."state" <> 'pending' AND (NEW."state" IS DISTINCT FROM OLD."state" OR NEW."sha256" IS DISTINCT FROM OLD."sha256" OR NEW."name" IS DISTINCT FROM OLD."name" OR NEW."mimetype" IS DISTINCT FROM OLD."mimetype" OR NEW."sizeBytes" IS DISTINCT FROM OLD."sizeBytes")
      THEN RAISE(ABORT, 'guard copy_stays_stored: what is stored, or never will be, stays so')
  END;
END;

DROP TRIGGER IF EXISTS "signal_needs_others_on_insert";
CREATE TRIGGER "signal_needs_others_on_insert" BEFORE INSERT ON "Signal"
BEGIN
  SELECT CASE
    WHEN NEW."state" IN ('false_alarm', 'closed') AND (NEW."endedById" IS NULL OR NEW."endedAt" IS NULL)
      THEN RAISE(ABORT, 'guard signal_needs_others: a signal is ended by a person, at a moment')
    WHEN NEW."state" IN ('false_alarm', 'closed') AND NEW."endedById" IN (NEW."raisedById", NEW."ownerId", NEW."askedById")
      THEN RAISE(ABORT, 'guard signal_needs_others: a signal is ended by somebody else than who raised it, answers for it or asked')
    WHEN NEW."state" = 'closed'
      AND (SELECT COUNT(DISTINCT e."personId") FROM "SignalEvent" e WHERE e."signalId" = NEW."id"
      AND e."act" = 'agree_release' AND e."round" = NEW."askRound"
      AND e."personId" IS DISTINCT FROM NEW."raisedById" AND e."personId" IS DISTINCT FROM NEW."ownerId"
      AND e."personId" IS DISTINCT FROM NEW."askedById") < CASE NEW."path" WHEN 'full' THEN 1 WHEN 'quiet' THEN 0 ELSE 2 END
      THEN RAISE(ABORT, 'guard signal_needs_others: a signal is released by those who agreed, two on a short path')
  END;
END;

DROP TRIGGER IF EXISTS "signal_needs_others_on_update";
CREATE TRIGGER "signal_needs_others_on_update" BEFORE UPDATE OF "state", "endedById", "endedAt" ON "Signal"
BEGIN
  SELECT CASE
    WHEN NEW."state" IN ('false_alarm', 'closed') AND (NEW."endedById" IS NULL OR NEW."endedAt" IS NULL)
      THEN RAISE(ABORT, 'guard signal_needs_others: a signal is ended by a person, at a moment')
    WHEN NEW."state" IN ('false_alarm', 'closed') AND NEW."endedById" IN (NEW."raisedById", NEW."ownerId", NEW."askedById")
      THEN RAISE(ABORT, 'guard signal_needs_others: a signal is ended by somebody else than who raised it, answers for it or asked')
    WHEN NEW."state" = 'closed'
      AND (SELECT COUNT(DISTINCT e."personId") FROM "SignalEvent" e WHERE e."signalId" = NEW."id"
      AND e."act" = 'agree_release' AND e."round" = NEW."askRound"
      AND e."personId" IS DISTINCT FROM NEW."raisedById" AND e."personId" IS DISTINCT FROM NEW."ownerId"
      AND e."personId" IS DISTINCT FROM NEW."askedById") < CASE NEW."path" WHEN 'full' THEN 1 WHEN 'quiet' THEN 0 ELSE 2 END
      THEN RAISE(ABORT, 'guard signal_needs_others: a signal is released by those who agreed, two on a short path')
  END;
END;

DROP TRIGGER IF EXISTS "plan_needs_another_on_insert";
CREATE TRIGGER "plan_needs_another_on_insert" BEFORE INSERT ON "Signal"
BEGIN
  SELECT CASE
    WHEN NEW."planApprovedById" IN (NEW."planById", NEW."ownerId")
      THEN RAISE(ABORT, 'guard plan_needs_another: a plan is approved by somebody else than who proposed it or answers for the signal')
  END;
END;

DROP TRIGGER IF EXISTS "plan_needs_another_on_update";
CREATE TRIGGER "plan_needs_another_on_update" BEFORE UPDATE OF "planApprovedById" ON "Signal"
BEGIN
  SELECT CASE
    WHEN NEW."planApprovedById" IN (NEW."planById", NEW."ownerId")
      THEN RAISE(ABORT, 'guard plan_needs_another: a plan is approved by somebody else than who proposed it or answers for the signal')
  END;
END;

DROP TRIGGER IF EXISTS "signal_stays_ended_on_update";
CREATE TRIGGER "signal_stays_ended_on_update" BEFORE UPDATE ON "Signal"
BEGIN
  SELECT CASE
    WHEN OLD."state" IN ('false_alarm', 'closed') AND OLD."state" <> NEW."state"
      THEN RAISE(ABORT, 'guard signal_stays_ended: a signal that has ended stays as it ended')
    WHEN OLD."raisedAt" <> NEW."raisedAt" OR OLD."isRestricted" <> NEW."isRestricted" OR (OLD."code" <> 'UNSURE'
      AND (OLD."code" <> NEW."code" OR OLD."subjectId" <> NEW."subjectId"))
      THEN RAISE(ABORT, 'guard signal_stays_ended: what a signal is about, and who may know of it, does not change')
  END;
END;

DROP TRIGGER IF EXISTS "signal_offer_is_whole_on_insert";
CREATE TRIGGER "signal_offer_is_whole_on_insert" BEFORE INSERT ON "Signal"
BEGIN
  SELECT CASE
    WHEN NEW."offeredToId" IS NOT NULL AND (NEW."offeredById" IS NULL OR NEW."offeredAt" IS NULL)
      THEN RAISE(ABORT, 'guard signal_offer_is_whole: a signal is offered by a person, at a moment')
    WHEN NEW."offeredToId" IS NOT NULL AND NEW."offeredToId" = NEW."ownerId"
      THEN RAISE(ABORT, 'guard signal_offer_is_whole: a signal is offered to somebody else than who answers for it')
    WHEN NEW."offeredToId" IS NOT NULL AND NEW."state" IN ('false_alarm', 'closed')
      THEN RAISE(ABORT, 'guard signal_offer_is_whole: a signal that has ended is offered to nobody')
  END;
END;

DROP TRIGGER IF EXISTS "signal_offer_is_whole_on_update";
CREATE TRIGGER "signal_offer_is_whole_on_update" BEFORE UPDATE OF "state", "ownerId", "offeredToId", "offeredById", "offeredAt" ON "Signal"
BEGIN
  SELECT CASE
    WHEN NEW."offeredToId" IS NOT NULL AND (NEW."offeredById" IS NULL OR NEW."offeredAt" IS NULL)
      THEN RAISE(ABORT, 'guard signal_offer_is_whole: a signal is offered by a person, at a moment')
    WHEN NEW."offeredToId" IS NOT NULL AND NEW."offeredToId" = NEW."ownerId"
      THEN RAISE(ABORT, 'guard signal_offer_is_whole: a signal is offered to somebody else than who answers for it')
    WHEN NEW."offeredToId" IS NOT NULL AND NEW."state" IN ('false_alarm', 'closed')
      THEN RAISE(ABORT, 'guard signal_offer_is_whole: a signal that has ended is offered to nobody')
  END;
END;

DROP TRIGGER IF EXISTS "answer_is_given_once_on_update";
CREATE TRIGGER "answer_is_given_once_on_update" BEFORE UPDATE ON "SignalQuestion"
BEGIN
  SELECT CASE
    WHEN OLD."answeredAt" IS NOT NULL OR OLD."signalId" <> NEW."signalId" OR OLD."askedById" <> NEW."askedById" OR OLD."ofPersonId" <> NEW."ofPersonId" OR OLD."question" <> NEW."question" OR OLD."askedAt" <> NEW."askedAt"
      THEN RAISE(ABORT, 'guard answer_is_given_once: a question about a signal is answered once')
    WHEN NEW."answeredAt" IS NOT NULL AND (NEW."answer" IS NULL OR NEW."answeredById" IS NULL)
      THEN RAISE(ABORT, 'guard answer_is_given_once: an answer about a signal is a person''s')
  END;
END;

DROP TRIGGER IF EXISTS "cost_is_of_a_closed_case_on_insert";
CREATE TRIGGER "cost_is_of_a_closed_case_on_insert" BEFORE INSERT ON "CaseCost"
BEGIN
  SELECT CASE
    WHEN NOT EXISTS (SELECT 1 FROM "Signal" s WHERE s."id" = NEW."signalId" AND s."state" = 'closed' AND s."endedOn" = NEW."endedOn")
      THEN RAISE(ABORT, 'guard cost_is_of_a_closed_case: what a case has cost is said of a closed signal')
    WHEN NEW."costMinor" < 0 OR NEW."lossMinor" < 0 OR NEW."raisedDpd" < 0
      THEN RAISE(ABORT, 'guard cost_is_of_a_closed_case: a cost or a loss is no less than nothing')
  END;
END;

DROP TRIGGER IF EXISTS "snooze_of_signal_has_a_reason_on_insert";
CREATE TRIGGER "snooze_of_signal_has_a_reason_on_insert" BEFORE INSERT ON "SignalSnooze"
BEGIN
  SELECT CASE
    WHEN TRIM(NEW."reason") = ''
      THEN RAISE(ABORT, 'guard snooze_of_signal_has_a_reason: a signal is put off with a reason')
    WHEN NEW."untilAt" <= NEW."fromAt"
      THEN RAISE(ABORT, 'guard snooze_of_signal_has_a_reason: a signal is put off until a later moment')
  END;
END;

DROP TRIGGER IF EXISTS "snooze_of_signal_has_a_reason_on_update";
CREATE TRIGGER "snooze_of_signal_has_a_reason_on_update" BEFORE UPDATE ON "SignalSnooze"
BEGIN
  SELECT CASE
    WHEN TRIM(NEW."reason") = ''
      THEN RAISE(ABORT, 'guard snooze_of_signal_has_a_reason: a signal is put off with a reason')
    WHEN NEW."untilAt" <= NEW."fromAt"
      THEN RAISE(ABORT, 'guard snooze_of_signal_has_a_reason: a signal is put off until a later moment')
  END;
END;

DROP TRIGGER IF EXISTS "tier_needs_three_on_insert";
CREATE TRIGGER "tier_needs_three_on_insert" BEFORE INSERT ON "TierProposal"
BEGIN
  SELECT CASE
    WHEN NEW."hands" NOT IN (2, 3)
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier passes through three hands, or two as a departure')
    WHEN NEW."state" IN ('proposed', 'recognised', 'approved') AND (NEW."proposedById" IS NULL OR NEW."proposedAt" IS NULL OR NEW."reason" IS NULL
      OR NEW."effectiveOn" IS NULL OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."proposedById"))
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier is proposed by a person, at a moment, from a day, with a reason')
    WHEN (NEW."state" = 'recognised' OR (NEW."state" = 'approved' AND NEW."hands" = 3)) AND (NEW."recognisedById" IS NULL
      OR NEW."recognisedAt" IS NULL OR NEW."recognisedById" = NEW."proposedById" OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."recognisedById"))
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier is recognised by somebody else than who proposed it')
    WHEN NEW."state" = 'approved' AND (NEW."approvedById" IS NULL OR NEW."approvedAt" IS NULL
      OR NEW."approvedById" = NEW."proposedById" OR NEW."approvedById" = NEW."recognisedById" OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."approvedById"))
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier is approved by somebody else than who proposed or recognised it')
    WHEN NEW."state" IN ('proposed', 'recognised', 'approved') AND CASE NEW."tier" WHEN 'normal' THEN 0 WHEN 'special_mention' THEN 1 WHEN 'substandard' THEN 2 WHEN 'doubtful' THEN 3 WHEN 'loss' THEN 4 END < CASE NEW."floor" WHEN 'normal' THEN 0 WHEN 'special_mention' THEN 1 WHEN 'substandard' THEN 2 WHEN 'doubtful' THEN 3 WHEN 'loss' THEN 4 END
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier is not milder than its floor')
  END;
END;

DROP TRIGGER IF EXISTS "tier_needs_three_on_update";
CREATE TRIGGER "tier_needs_three_on_update" BEFORE UPDATE ON "TierProposal"
BEGIN
  SELECT CASE
    WHEN NEW."hands" NOT IN (2, 3)
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier passes through three hands, or two as a departure')
    WHEN NEW."state" IN ('proposed', 'recognised', 'approved') AND (NEW."proposedById" IS NULL OR NEW."proposedAt" IS NULL OR NEW."reason" IS NULL
      OR NEW."effectiveOn" IS NULL OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."proposedById"))
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier is proposed by a person, at a moment, from a day, with a reason')
    WHEN (NEW."state" = 'recognised' OR (NEW."state" = 'approved' AND NEW."hands" = 3)) AND (NEW."recognisedById" IS NULL
      OR NEW."recognisedAt" IS NULL OR NEW."recognisedById" = NEW."proposedById" OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."recognisedById"))
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier is recognised by somebody else than who proposed it')
    WHEN NEW."state" = 'approved' AND (NEW."approvedById" IS NULL OR NEW."approvedAt" IS NULL
      OR NEW."approvedById" = NEW."proposedById" OR NEW."approvedById" = NEW."recognisedById" OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."approvedById"))
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier is approved by somebody else than who proposed or recognised it')
    WHEN NEW."state" IN ('proposed', 'recognised', 'approved') AND CASE NEW."tier" WHEN 'normal' THEN 0 WHEN 'special_mention' THEN 1 WHEN 'substandard' THEN 2 WHEN 'doubtful' THEN 3 WHEN 'loss' THEN 4 END < CASE NEW."floor" WHEN 'normal' THEN 0 WHEN 'special_mention' THEN 1 WHEN 'substandard' THEN 2 WHEN 'doubtful' THEN 3 WHEN 'loss' THEN 4 END
      THEN RAISE(ABORT, 'guard tier_needs_three: a tier is not milder than its floor')
  END;
END;

DROP TRIGGER IF EXISTS "tier_is_fixed_on_update";
CREATE TRIGGER "tier_is_fixed_on_update" BEFORE UPDATE ON "TierProposal"
BEGIN
  SELECT CASE
    WHEN OLD."state" IN ('approved', 'declined', 'lapsed')
      THEN RAISE(ABORT, 'guard tier_is_fixed: a decided tier is history; a change is a new proposal')
    WHEN OLD."state" IN ('proposed', 'recognised') AND (OLD."loanId" IS DISTINCT FROM NEW."loanId" OR OLD."fromTier" IS DISTINCT FROM NEW."fromTier" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."floor" IS DISTINCT FROM NEW."floor" OR OLD."shown" IS DISTINCT FROM NEW."shown" OR OLD."hands" IS DISTINCT FROM NEW."hands" OR OLD."effectiveOn" IS DISTINCT FROM NEW."effectiveOn" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."quarter" IS DISTINCT FROM NEW."quarter" OR OLD."proposedById" IS DISTINCT FROM NEW."proposedById")
      THEN RAISE(ABORT, 'guard tier_is_fixed: a proposed tier is judged as it was proposed')
    WHEN OLD."state" = 'recognised' AND OLD."recognisedById" IS DISTINCT FROM NEW."recognisedById"
      THEN RAISE(ABORT, 'guard tier_is_fixed: whoever recognised a tier stays named')
  END;
END;

DROP TRIGGER IF EXISTS "policy_needs_another_on_insert";
CREATE TRIGGER "policy_needs_another_on_insert" BEFORE INSERT ON "PolicyProposal"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'adopted' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)
      THEN RAISE(ABORT, 'guard policy_needs_another: a policy is adopted by a person, at a moment')
    WHEN NEW."state" = 'adopted' AND NEW."decidedById" = NEW."proposedById"
      THEN RAISE(ABORT, 'guard policy_needs_another: a policy is adopted by somebody else than who proposed it')
  END;
END;

DROP TRIGGER IF EXISTS "policy_needs_another_on_update";
CREATE TRIGGER "policy_needs_another_on_update" BEFORE UPDATE OF "state", "decidedById" ON "PolicyProposal"
BEGIN
  SELECT CASE
    WHEN NEW."state" = 'adopted' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)
      THEN RAISE(ABORT, 'guard policy_needs_another: a policy is adopted by a person, at a moment')
    WHEN NEW."state" = 'adopted' AND NEW."decidedById" = NEW."proposedById"
      THEN RAISE(ABORT, 'guard policy_needs_another: a policy is adopted by somebody else than who proposed it')
  END;
END;

DROP TRIGGER IF EXISTS "proposal_is_fixed_on_update";
CREATE TRIGGER "proposal_is_fixed_on_update" BEFORE UPDATE ON "PolicyProposal"
BEGIN
  SELECT CASE
    WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."policyId" IS DISTINCT FROM NEW."policyId" OR OLD."version" IS DISTINCT FROM NEW."version" OR OLD."text" IS DISTINCT FROM NEW."text" OR OLD."hash" IS DISTINCT FROM NEW."hash" OR OLD."proposedById" IS DISTINCT FROM NEW."proposedById" OR OLD."proposedAt" IS DISTINCT FROM NEW."proposedAt"
      THEN RAISE(ABORT, 'guard proposal_is_fixed: a proposed policy is not changed; a change is a new proposal')
  END;
END;

DROP TRIGGER IF EXISTS "link_is_used_once_on_update";
CREATE TRIGGER "link_is_used_once_on_update" BEFORE UPDATE ON "DocumentLink"
BEGIN
  SELECT CASE
    WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."tokenHash" IS DISTINCT FROM NEW."tokenHash" OR OLD."codeHash" IS DISTINCT FROM NEW."codeHash" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."refs" IS DISTINCT FROM NEW."refs" OR OLD."personId" IS DISTINCT FROM NEW."personId" OR OLD."viewId" IS DISTINCT FROM NEW."viewId" OR OLD."madeAt" IS DISTINCT FROM NEW."madeAt" OR OLD."expiresAt" IS DISTINCT FROM NEW."expiresAt"
      THEN RAISE(ABORT, 'guard link_is_used_once: what a link is for does not change')
    WHEN OLD."usedAt" IS NOT NULL OR OLD."closedAt" IS NOT NULL
      THEN RAISE(ABORT, 'guard link_is_used_once: a link that was used or closed is over')
    WHEN NEW."wrongCodes" < OLD."wrongCodes"
      THEN RAISE(ABORT, 'guard link_is_used_once: wrong codes stay counted')
  END;
END;

DROP TRIGGER IF EXISTS "ends_are_dated_on_insert";
CREATE TRIGGER "ends_are_dated_on_insert" BEFORE INSERT ON "Inspection"
BEGIN
  SELECT CASE
    WHEN NEW."state" IN ('approved', 'rejected', 'cancelled') AND NEW."closedAt" IS NULL
      THEN RAISE(ABORT, 'guard ends_are_dated: an inspection that has ended says when')
  END;
END;

DROP TRIGGER IF EXISTS "ends_are_dated_on_update";
CREATE TRIGGER "ends_are_dated_on_update" BEFORE UPDATE OF "state", "closedAt" ON "Inspection"
BEGIN
  SELECT CASE
    WHEN NEW."state" IN ('approved', 'rejected', 'cancelled') AND NEW."closedAt" IS NULL
      THEN RAISE(ABORT, 'guard ends_are_dated: an inspection that has ended says when')
  END;
END;

DROP TRIGGER IF EXISTS "delta_is_folded_once_on_update";
CREATE TRIGGER "delta_is_folded_once_on_update" BEFORE UPDATE ON "TotalDelta"
BEGIN
  SELECT CASE
    WHEN OLD."seq" IS DISTINCT FROM NEW."seq" OR OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."personId" IS DISTINCT FROM NEW."personId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."fallsOn" IS DISTINCT FROM NEW."fallsOn" OR OLD."amount" IS DISTINCT FROM NEW."amount" OR OLD."moneyMinor" IS DISTINCT FROM NEW."moneyMinor"
      THEN RAISE(ABORT, 'guard delta_is_folded_once: a delta of a total is written once')
    WHEN OLD."foldId" IS NOT NULL
      THEN RAISE(ABORT, 'guard delta_is_folded_once: a delta is added to its total once')
  END;
END;

DROP TRIGGER IF EXISTS "totals_of_inspection_on_insert";
CREATE TRIGGER "totals_of_inspection_on_insert" AFTER INSERT ON "Inspection"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'inspection_due', NEW."state", NEW."dueOn", 1, 1 * 0 WHERE (NEW."state" <> 'cancelled');
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'inspection_done', CASE WHEN COALESCE(NEW."submittedOn", substr(NEW."submittedAt", 1, 10)) <= NEW."dueOn" THEN 'in_time' ELSE 'late' END, COALESCE(NEW."submittedOn", substr(NEW."submittedAt", 1, 10)), 1, 1 * 0 WHERE (NEW."state" NOT IN ('planned', 'started', 'cancelled') AND NEW."submittedAt" IS NOT NULL);
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'correction_due', NEW."state", NEW."returnedDueOn", 1, 1 * 0 WHERE (NEW."state" <> 'cancelled' AND NEW."returnedDueOn" IS NOT NULL);
END;

DROP TRIGGER IF EXISTS "totals_of_inspection_on_update";
CREATE TRIGGER "totals_of_inspection_on_update" AFTER UPDATE OF "unitId", "assigneeId", "product", "state", "dueOn", "submittedAt", "submittedOn", "returnedDueOn" ON "Inspection"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."assigneeId", ''), COALESCE(OLD."product", ''), 'inspection_due', OLD."state", OLD."dueOn", -1, -1 * 0 WHERE (OLD."state" <> 'cancelled') AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'inspection_due', NEW."state", NEW."dueOn", 1, 1 * 0 WHERE (NEW."state" <> 'cancelled') AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."assigneeId", ''), COALESCE(OLD."product", ''), 'inspection_done', CASE WHEN COALESCE(OLD."submittedOn", substr(OLD."submittedAt", 1, 10)) <= OLD."dueOn" THEN 'in_time' ELSE 'late' END, COALESCE(OLD."submittedOn", substr(OLD."submittedAt", 1, 10)), -1, -1 * 0 WHERE (OLD."state" NOT IN ('planned', 'started', 'cancelled') AND OLD."submittedAt" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn" OR OLD."submittedAt" IS DISTINCT FROM NEW."submittedAt" OR OLD."submittedOn" IS DISTINCT FROM NEW."submittedOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'inspection_done', CASE WHEN COALESCE(NEW."submittedOn", substr(NEW."submittedAt", 1, 10)) <= NEW."dueOn" THEN 'in_time' ELSE 'late' END, COALESCE(NEW."submittedOn", substr(NEW."submittedAt", 1, 10)), 1, 1 * 0 WHERE (NEW."state" NOT IN ('planned', 'started', 'cancelled') AND NEW."submittedAt" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn" OR OLD."submittedAt" IS DISTINCT FROM NEW."submittedAt" OR OLD."submittedOn" IS DISTINCT FROM NEW."submittedOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."assigneeId", ''), COALESCE(OLD."product", ''), 'correction_due', OLD."state", OLD."returnedDueOn", -1, -1 * 0 WHERE (OLD."state" <> 'cancelled' AND OLD."returnedDueOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."returnedDueOn" IS DISTINCT FROM NEW."returnedDueOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'correction_due', NEW."state", NEW."returnedDueOn", 1, 1 * 0 WHERE (NEW."state" <> 'cancelled' AND NEW."returnedDueOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."returnedDueOn" IS DISTINCT FROM NEW."returnedDueOn");
END;

DROP TRIGGER IF EXISTS "totals_of_report_on_insert";
CREATE TRIGGER "totals_of_report_on_insert" AFTER INSERT ON "Report"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'report_waiting', NEW."state", COALESCE(NEW."submittedOn", substr(NEW."submittedAt", 1, 10)), 1, 1 * 0 WHERE (NEW."state" IN ('submitted', 'in_review'));
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'report_decided', CASE NEW."state" WHEN 'superseded' THEN 'approved' ELSE NEW."state" END, COALESCE(NEW."decidedOn", substr(NEW."decidedAt", 1, 10)), 1, 1 * 0 WHERE (NEW."state" NOT IN ('submitted', 'in_review', 'withdrawn') AND NEW."decidedAt" IS NOT NULL);
END;

DROP TRIGGER IF EXISTS "totals_of_report_on_update";
CREATE TRIGGER "totals_of_report_on_update" AFTER UPDATE OF "submittedById", "state", "decidedAt", "decidedOn" ON "Report"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), COALESCE(OLD."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), 'report_waiting', OLD."state", COALESCE(OLD."submittedOn", substr(OLD."submittedAt", 1, 10)), -1, -1 * 0 WHERE (OLD."state" IN ('submitted', 'in_review')) AND (OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."state" IS DISTINCT FROM NEW."state");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'report_waiting', NEW."state", COALESCE(NEW."submittedOn", substr(NEW."submittedAt", 1, 10)), 1, 1 * 0 WHERE (NEW."state" IN ('submitted', 'in_review')) AND (OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."state" IS DISTINCT FROM NEW."state");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), COALESCE(OLD."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), 'report_decided', CASE OLD."state" WHEN 'superseded' THEN 'approved' ELSE OLD."state" END, COALESCE(OLD."decidedOn", substr(OLD."decidedAt", 1, 10)), -1, -1 * 0 WHERE (OLD."state" NOT IN ('submitted', 'in_review', 'withdrawn') AND OLD."decidedAt" IS NOT NULL) AND (OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."decidedAt" IS DISTINCT FROM NEW."decidedAt" OR OLD."decidedOn" IS DISTINCT FROM NEW."decidedOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'report_decided', CASE NEW."state" WHEN 'superseded' THEN 'approved' ELSE NEW."state" END, COALESCE(NEW."decidedOn", substr(NEW."decidedAt", 1, 10)), 1, 1 * 0 WHERE (NEW."state" NOT IN ('submitted', 'in_review', 'withdrawn') AND NEW."decidedAt" IS NOT NULL) AND (OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."decidedAt" IS DISTINCT FROM NEW."decidedAt" OR OLD."decidedOn" IS DISTINCT FROM NEW."decidedOn");
END;

DROP TRIGGER IF EXISTS "totals_of_case_on_insert";
CREATE TRIGGER "totals_of_case_on_insert" AFTER INSERT ON "Case"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'measure_due', NEW."state", NEW."dueOn", 1, 1 * 0 WHERE (NEW."state" IN ('open', 'reported'));
END;

DROP TRIGGER IF EXISTS "totals_of_case_on_update";
CREATE TRIGGER "totals_of_case_on_update" AFTER UPDATE OF "ownerId", "state", "dueOn" ON "Case"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."ownerId", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), 'measure_due', OLD."state", OLD."dueOn", -1, -1 * 0 WHERE (OLD."state" IN ('open', 'reported')) AND (OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'measure_due', NEW."state", NEW."dueOn", 1, 1 * 0 WHERE (NEW."state" IN ('open', 'reported')) AND (OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn");
END;

DROP TRIGGER IF EXISTS "totals_of_gate_override_on_insert";
CREATE TRIGGER "totals_of_gate_override_on_insert" AFTER INSERT ON "GateOverride"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."askedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'override_asked', NEW."state", COALESCE(NEW."askedOn", substr(NEW."askedAt", 1, 10)), 1, 1 * 0 WHERE (1 = 1);
END;

DROP TRIGGER IF EXISTS "totals_of_gate_override_on_update";
CREATE TRIGGER "totals_of_gate_override_on_update" AFTER UPDATE OF "askedById", "state" ON "GateOverride"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), COALESCE(OLD."askedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), 'override_asked', OLD."state", COALESCE(OLD."askedOn", substr(OLD."askedAt", 1, 10)), -1, -1 * 0 WHERE (1 = 1) AND (OLD."askedById" IS DISTINCT FROM NEW."askedById" OR OLD."state" IS DISTINCT FROM NEW."state");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."askedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'override_asked', NEW."state", COALESCE(NEW."askedOn", substr(NEW."askedAt", 1, 10)), 1, 1 * 0 WHERE (1 = 1) AND (OLD."askedById" IS DISTINCT FROM NEW."askedById" OR OLD."state" IS DISTINCT FROM NEW."state");
END;

DROP TRIGGER IF EXISTS "totals_of_signal_on_insert";
CREATE TRIGGER "totals_of_signal_on_insert" AFTER INSERT ON "Signal"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_standing', NEW."level", substr(NEW."levelSince", 1, 10), 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."state" NOT IN ('false_alarm', 'closed'));
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_raised', COALESCE(CAST(NEW."detectDays" AS TEXT), 'unknown'), NEW."raisedOn", 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."raisedOn" IS NOT NULL);
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_ended', NEW."state" || ':' || COALESCE(CAST(NEW."endDays" AS TEXT), 'unknown'), NEW."endedOn", 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."endedOn" IS NOT NULL);
END;

DROP TRIGGER IF EXISTS "totals_of_signal_on_update";
CREATE TRIGGER "totals_of_signal_on_update" AFTER UPDATE OF "unitId", "ownerId", "level", "state", "isRestricted", "levelSince", "raisedOn", "detectDays", "endedOn", "endDays" ON "Signal"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."ownerId", ''), '', 'signal_standing', OLD."level", substr(OLD."levelSince", 1, 10), -1, -1 * 0 WHERE (NOT OLD."isRestricted" AND OLD."state" NOT IN ('false_alarm', 'closed')) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."levelSince" IS DISTINCT FROM NEW."levelSince");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_standing', NEW."level", substr(NEW."levelSince", 1, 10), 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."state" NOT IN ('false_alarm', 'closed')) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."levelSince" IS DISTINCT FROM NEW."levelSince");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."ownerId", ''), '', 'signal_raised', COALESCE(CAST(OLD."detectDays" AS TEXT), 'unknown'), OLD."raisedOn", -1, -1 * 0 WHERE (NOT OLD."isRestricted" AND OLD."raisedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."raisedOn" IS DISTINCT FROM NEW."raisedOn" OR OLD."detectDays" IS DISTINCT FROM NEW."detectDays");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_raised', COALESCE(CAST(NEW."detectDays" AS TEXT), 'unknown'), NEW."raisedOn", 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."raisedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."raisedOn" IS DISTINCT FROM NEW."raisedOn" OR OLD."detectDays" IS DISTINCT FROM NEW."detectDays");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."ownerId", ''), '', 'signal_ended', OLD."state" || ':' || COALESCE(CAST(OLD."endDays" AS TEXT), 'unknown'), OLD."endedOn", -1, -1 * 0 WHERE (NOT OLD."isRestricted" AND OLD."endedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."endedOn" IS DISTINCT FROM NEW."endedOn" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."endDays" IS DISTINCT FROM NEW."endDays");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_ended', NEW."state" || ':' || COALESCE(CAST(NEW."endDays" AS TEXT), 'unknown'), NEW."endedOn", 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."endedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."endedOn" IS DISTINCT FROM NEW."endedOn" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."endDays" IS DISTINCT FROM NEW."endDays");
END;

DROP TRIGGER IF EXISTS "totals_of_tier_proposal_on_insert";
CREATE TRIGGER "totals_of_tier_proposal_on_insert" AFTER INSERT ON "TierProposal"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', COALESCE(NEW."product", ''), 'tier_moved', NEW."fromTier" || ':' || NEW."tier", NEW."approvedOn", 1, 1 * 0 WHERE (NEW."state" = 'approved' AND NEW."fromTier" <> NEW."tier" AND NEW."approvedOn" IS NOT NULL);
END;

DROP TRIGGER IF EXISTS "totals_of_tier_proposal_on_update";
CREATE TRIGGER "totals_of_tier_proposal_on_update" AFTER UPDATE OF "unitId", "product", "fromTier", "tier", "state", "approvedOn" ON "TierProposal"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", '', COALESCE(OLD."product", ''), 'tier_moved', OLD."fromTier" || ':' || OLD."tier", OLD."approvedOn", -1, -1 * 0 WHERE (OLD."state" = 'approved' AND OLD."fromTier" <> OLD."tier" AND OLD."approvedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."fromTier" IS DISTINCT FROM NEW."fromTier" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."approvedOn" IS DISTINCT FROM NEW."approvedOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', COALESCE(NEW."product", ''), 'tier_moved', NEW."fromTier" || ':' || NEW."tier", NEW."approvedOn", 1, 1 * 0 WHERE (NEW."state" = 'approved' AND NEW."fromTier" <> NEW."tier" AND NEW."approvedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."fromTier" IS DISTINCT FROM NEW."fromTier" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."approvedOn" IS DISTINCT FROM NEW."approvedOn");
END;

DROP TRIGGER IF EXISTS "totals_of_fact_change_on_insert";
CREATE TRIGGER "totals_of_fact_change_on_insert" AFTER INSERT ON "FactChange"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', COALESCE(NEW."product", ''), 'tier_moved', NEW."before" || ':' || NEW."after", NEW."movedOn", 1, 1 * 0 WHERE (NEW."field" = 'tier' AND NEW."movedOn" IS NOT NULL);
END;

DROP TRIGGER IF EXISTS "totals_of_borrower_on_insert";
CREATE TRIGGER "totals_of_borrower_on_insert" AFTER INSERT ON "Borrower"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', '', 'customer_standing', NEW."zone", '', 1, 1 * 0 WHERE (NEW."zone" IS NOT NULL);
END;

DROP TRIGGER IF EXISTS "totals_of_borrower_on_update";
CREATE TRIGGER "totals_of_borrower_on_update" AFTER UPDATE OF "unitId", "zone" ON "Borrower"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", '', '', 'customer_standing', OLD."zone", '', -1, -1 * 0 WHERE (OLD."zone" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."zone" IS DISTINCT FROM NEW."zone");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', '', 'customer_standing', NEW."zone", '', 1, 1 * 0 WHERE (NEW."zone" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."zone" IS DISTINCT FROM NEW."zone");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", '', r."product", 'loan_standing', OLD."zone" || ':' || CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency", '', -1, -1 * r."drawnMinor" FROM "Loan" r
  WHERE r."borrowerId" = NEW."id" AND (r."state" IN ('live', 'written_off') AND OLD."zone" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."zone" IS DISTINCT FROM NEW."zone");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', r."product", 'loan_standing', NEW."zone" || ':' || CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency", '', 1, 1 * r."drawnMinor" FROM "Loan" r
  WHERE r."borrowerId" = NEW."id" AND (r."state" IN ('live', 'written_off') AND NEW."zone" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."zone" IS DISTINCT FROM NEW."zone");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", '', r."product", 'loan_rated', CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency", '', -1, -1 * r."drawnMinor" FROM "Loan" r
  WHERE r."borrowerId" = NEW."id" AND (r."yearlyRatePpm" IS NOT NULL AND r."state" IN ('live', 'written_off') AND OLD."zone" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."zone" IS DISTINCT FROM NEW."zone");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', r."product", 'loan_rated', CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency", '', 1, 1 * r."drawnMinor" FROM "Loan" r
  WHERE r."borrowerId" = NEW."id" AND (r."yearlyRatePpm" IS NOT NULL AND r."state" IN ('live', 'written_off') AND NEW."zone" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."zone" IS DISTINCT FROM NEW."zone");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", '', r."product", 'loan_interest', CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency", '', -1, -1 * (r."drawnMinor" / 1000000 * r."yearlyRatePpm" + r."drawnMinor" % 1000000 * r."yearlyRatePpm" / 1000000) FROM "Loan" r
  WHERE r."borrowerId" = NEW."id" AND (r."yearlyRatePpm" IS NOT NULL AND r."state" IN ('live', 'written_off') AND OLD."zone" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."zone" IS DISTINCT FROM NEW."zone");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', r."product", 'loan_interest', CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency", '', 1, 1 * (r."drawnMinor" / 1000000 * r."yearlyRatePpm" + r."drawnMinor" % 1000000 * r."yearlyRatePpm" / 1000000) FROM "Loan" r
  WHERE r."borrowerId" = NEW."id" AND (r."yearlyRatePpm" IS NOT NULL AND r."state" IN ('live', 'written_off') AND NEW."zone" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."zone" IS DISTINCT FROM NEW."zone");
END;

DROP TRIGGER IF EXISTS "totals_of_loan_on_insert";
CREATE TRIGGER "totals_of_loan_on_insert" AFTER INSERT ON "Loan"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_standing', (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") || ':' || CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * NEW."drawnMinor" WHERE (NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL);
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_rated', CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * NEW."drawnMinor" WHERE (NEW."yearlyRatePpm" IS NOT NULL AND NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL);
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_interest', CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * (NEW."drawnMinor" / 1000000 * NEW."yearlyRatePpm" + NEW."drawnMinor" % 1000000 * NEW."yearlyRatePpm" / 1000000) WHERE (NEW."yearlyRatePpm" IS NOT NULL AND NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL);
END;

DROP TRIGGER IF EXISTS "totals_of_loan_on_update";
CREATE TRIGGER "totals_of_loan_on_update" AFTER UPDATE OF "borrowerId", "product", "state", "tier", "currency", "drawnMinor", "yearlyRatePpm" ON "Loan"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = OLD."borrowerId"), '', OLD."product", 'loan_standing', (SELECT a."zone" FROM "Borrower" a WHERE a."id" = OLD."borrowerId") || ':' || CASE OLD."state" WHEN 'written_off' THEN 'loss' ELSE OLD."tier" END || ':' || OLD."currency", '', -1, -1 * OLD."drawnMinor" WHERE (OLD."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = OLD."borrowerId") IS NOT NULL) AND (OLD."borrowerId" IS DISTINCT FROM NEW."borrowerId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."currency" IS DISTINCT FROM NEW."currency" OR OLD."drawnMinor" IS DISTINCT FROM NEW."drawnMinor");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_standing', (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") || ':' || CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * NEW."drawnMinor" WHERE (NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL) AND (OLD."borrowerId" IS DISTINCT FROM NEW."borrowerId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."currency" IS DISTINCT FROM NEW."currency" OR OLD."drawnMinor" IS DISTINCT FROM NEW."drawnMinor");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = OLD."borrowerId"), '', OLD."product", 'loan_rated', CASE OLD."state" WHEN 'written_off' THEN 'loss' ELSE OLD."tier" END || ':' || OLD."currency", '', -1, -1 * OLD."drawnMinor" WHERE (OLD."yearlyRatePpm" IS NOT NULL AND OLD."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = OLD."borrowerId") IS NOT NULL) AND (OLD."borrowerId" IS DISTINCT FROM NEW."borrowerId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."currency" IS DISTINCT FROM NEW."currency" OR OLD."drawnMinor" IS DISTINCT FROM NEW."drawnMinor" OR OLD."yearlyRatePpm" IS DISTINCT FROM NEW."yearlyRatePpm");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_rated', CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * NEW."drawnMinor" WHERE (NEW."yearlyRatePpm" IS NOT NULL AND NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL) AND (OLD."borrowerId" IS DISTINCT FROM NEW."borrowerId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."currency" IS DISTINCT FROM NEW."currency" OR OLD."drawnMinor" IS DISTINCT FROM NEW."drawnMinor" OR OLD."yearlyRatePpm" IS DISTINCT FROM NEW."yearlyRatePpm");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = OLD."borrowerId"), '', OLD."product", 'loan_interest', CASE OLD."state" WHEN 'written_off' THEN 'loss' ELSE OLD."tier" END || ':' || OLD."currency", '', -1, -1 * (OLD."drawnMinor" / 1000000 * OLD."yearlyRatePpm" + OLD."drawnMinor" % 1000000 * OLD."yearlyRatePpm" / 1000000) WHERE (OLD."yearlyRatePpm" IS NOT NULL AND OLD."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = OLD."borrowerId") IS NOT NULL) AND (OLD."borrowerId" IS DISTINCT FROM NEW."borrowerId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."currency" IS DISTINCT FROM NEW."currency" OR OLD."drawnMinor" IS DISTINCT FROM NEW."drawnMinor" OR OLD."yearlyRatePpm" IS DISTINCT FROM NEW."yearlyRatePpm");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_interest', CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * (NEW."drawnMinor" / 1000000 * NEW."yearlyRatePpm" + NEW."drawnMinor" % 1000000 * NEW."yearlyRatePpm" / 1000000) WHERE (NEW."yearlyRatePpm" IS NOT NULL AND NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL) AND (OLD."borrowerId" IS DISTINCT FROM NEW."borrowerId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."currency" IS DISTINCT FROM NEW."currency" OR OLD."drawnMinor" IS DISTINCT FROM NEW."drawnMinor" OR OLD."yearlyRatePpm" IS DISTINCT FROM NEW."yearlyRatePpm");
END;

DROP TRIGGER IF EXISTS "totals_of_zone_move_on_insert";
CREATE TRIGGER "totals_of_zone_move_on_insert" AFTER INSERT ON "ZoneMove"
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', '', 'zone_moved', NEW."fromZone" || ':' || NEW."toZone", NEW."movedOn", 1, 1 * NEW."drawnMinor" WHERE (1 = 1);
END;

DROP TRIGGER IF EXISTS "totals_of_units_moved";
CREATE TRIGGER "totals_of_units_moved" AFTER UPDATE OF "parentId" ON "OrgUnit"
BEGIN
  INSERT INTO "Setting" ("key", "value") SELECT 'totals.tree_changed', NEW."id"
  WHERE OLD."parentId" IS DISTINCT FROM NEW."parentId"
  ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";
END;

INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."assigneeId", '') AS "personId", COALESCE(r."product", '') AS "product", 'inspection_due' AS "kind", r."state" AS "state", r."dueOn" AS "fallsOn", 0 AS "moneyMinor" FROM "Inspection" r
    WHERE r."state" <> 'cancelled') AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.inspection_due', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."assigneeId", '') AS "personId", COALESCE(r."product", '') AS "product", 'inspection_done' AS "kind", CASE WHEN COALESCE(r."submittedOn", substr(r."submittedAt", 1, 10)) <= r."dueOn" THEN 'in_time' ELSE 'late' END AS "state", COALESCE(r."submittedOn", substr(r."submittedAt", 1, 10)) AS "fallsOn", 0 AS "moneyMinor" FROM "Inspection" r
    WHERE r."state" NOT IN ('planned', 'started', 'cancelled') AND r."submittedAt" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.inspection_done', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."assigneeId", '') AS "personId", COALESCE(r."product", '') AS "product", 'correction_due' AS "kind", r."state" AS "state", r."returnedDueOn" AS "fallsOn", 0 AS "moneyMinor" FROM "Inspection" r
    WHERE r."state" <> 'cancelled' AND r."returnedDueOn" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.correction_due', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "unitId", COALESCE(r."submittedById", '') AS "personId", COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "product", 'report_waiting' AS "kind", r."state" AS "state", COALESCE(r."submittedOn", substr(r."submittedAt", 1, 10)) AS "fallsOn", 0 AS "moneyMinor" FROM "Report" r
    WHERE r."state" IN ('submitted', 'in_review')) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.report_waiting', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "unitId", COALESCE(r."submittedById", '') AS "personId", COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "product", 'report_decided' AS "kind", CASE r."state" WHEN 'superseded' THEN 'approved' ELSE r."state" END AS "state", COALESCE(r."decidedOn", substr(r."decidedAt", 1, 10)) AS "fallsOn", 0 AS "moneyMinor" FROM "Report" r
    WHERE r."state" NOT IN ('submitted', 'in_review', 'withdrawn') AND r."decidedAt" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.report_decided', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."ownerId", '') AS "personId", COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "product", 'measure_due' AS "kind", r."state" AS "state", r."dueOn" AS "fallsOn", 0 AS "moneyMinor" FROM "Case" r
    WHERE r."state" IN ('open', 'reported')) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.measure_due', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "unitId", COALESCE(r."askedById", '') AS "personId", COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "product", 'override_asked' AS "kind", r."state" AS "state", COALESCE(r."askedOn", substr(r."askedAt", 1, 10)) AS "fallsOn", 0 AS "moneyMinor" FROM "GateOverride" r
    WHERE 1 = 1) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.override_asked', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."ownerId", '') AS "personId", '' AS "product", 'signal_standing' AS "kind", r."level" AS "state", substr(r."levelSince", 1, 10) AS "fallsOn", 0 AS "moneyMinor" FROM "Signal" r
    WHERE NOT r."isRestricted" AND r."state" NOT IN ('false_alarm', 'closed')) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.signal_standing'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", '' AS "personId", COALESCE(r."product", '') AS "product", 'tier_moved' AS "kind", r."fromTier" || ':' || r."tier" AS "state", r."approvedOn" AS "fallsOn", 0 AS "moneyMinor" FROM "TierProposal" r
    WHERE r."state" = 'approved' AND r."fromTier" <> r."tier" AND r."approvedOn" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.tier_moved'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", '' AS "personId", COALESCE(r."product", '') AS "product", 'tier_moved' AS "kind", r."before" || ':' || r."after" AS "state", r."movedOn" AS "fallsOn", 0 AS "moneyMinor" FROM "FactChange" r
    WHERE r."field" = 'tier' AND r."movedOn" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.tier_moved'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."ownerId", '') AS "personId", '' AS "product", 'signal_raised' AS "kind", COALESCE(CAST(r."detectDays" AS TEXT), 'unknown') AS "state", r."raisedOn" AS "fallsOn", 0 AS "moneyMinor" FROM "Signal" r
    WHERE NOT r."isRestricted" AND r."raisedOn" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.signal_raised'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."ownerId", '') AS "personId", '' AS "product", 'signal_ended' AS "kind", r."state" || ':' || COALESCE(CAST(r."endDays" AS TEXT), 'unknown') AS "state", r."endedOn" AS "fallsOn", 0 AS "moneyMinor" FROM "Signal" r
    WHERE NOT r."isRestricted" AND r."endedOn" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.signal_ended'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", '' AS "personId", '' AS "product", 'customer_standing' AS "kind", r."zone" AS "state", '' AS "fallsOn", 0 AS "moneyMinor" FROM "Borrower" r
    WHERE r."zone" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.customer_standing'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = r."borrowerId") AS "unitId", '' AS "personId", r."product" AS "product", 'loan_standing' AS "kind", (SELECT a."zone" FROM "Borrower" a WHERE a."id" = r."borrowerId") || ':' || CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency" AS "state", '' AS "fallsOn", r."drawnMinor" AS "moneyMinor" FROM "Loan" r
    WHERE r."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = r."borrowerId") IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.loan_standing'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = r."borrowerId") AS "unitId", '' AS "personId", r."product" AS "product", 'loan_rated' AS "kind", CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency" AS "state", '' AS "fallsOn", r."drawnMinor" AS "moneyMinor" FROM "Loan" r
    WHERE r."yearlyRatePpm" IS NOT NULL AND r."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = r."borrowerId") IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.loan_rated'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = r."borrowerId") AS "unitId", '' AS "personId", r."product" AS "product", 'loan_interest' AS "kind", CASE r."state" WHEN 'written_off' THEN 'loss' ELSE r."tier" END || ':' || r."currency" AS "state", '' AS "fallsOn", (r."drawnMinor" / 1000000 * r."yearlyRatePpm" + r."drawnMinor" % 1000000 * r."yearlyRatePpm" / 1000000) AS "moneyMinor" FROM "Loan" r
    WHERE r."yearlyRatePpm" IS NOT NULL AND r."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = r."borrowerId") IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.loan_interest'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", '' AS "personId", '' AS "product", 'zone_moved' AS "kind", r."fromZone" || ':' || r."toZone" AS "state", r."movedOn" AS "fallsOn", r."drawnMinor" AS "moneyMinor" FROM "ZoneMove" r
    WHERE 1 = 1) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.zone_moved'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.inspection_due', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.inspection_done', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.correction_due', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.report_waiting', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.report_decided', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.measure_due', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.override_asked', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.signal_standing', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.tier_moved', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.signal_raised', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.signal_ended', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.customer_standing', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.loan_standing', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.loan_rated', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.loan_interest', 'yes') ON CONFLICT ("key") DO NOTHING;
INSERT INTO "Setting" ("key", "value") VALUES ('totals.counted.zone_moved', 'yes') ON CONFLICT ("key") DO NOTHING;

INSERT INTO "AuditHead" ("id", "seq", "hash") VALUES (1, 0, '') ON CONFLICT ("id") DO NOTHING;

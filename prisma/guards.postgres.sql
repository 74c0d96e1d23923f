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

CREATE INDEX IF NOT EXISTS "customers_by_number" ON "Borrower" ("number" text_pattern_ops);

CREATE INDEX IF NOT EXISTS "customers_by_name" ON "Borrower" ("name" text_pattern_ops);

CREATE INDEX IF NOT EXISTS "customers_of_unit_by_number" ON "Borrower" ("unitId", "number" text_pattern_ops);

CREATE INDEX IF NOT EXISTS "customers_of_unit_by_name" ON "Borrower" ("unitId", "name" text_pattern_ops);

CREATE OR REPLACE FUNCTION "guard_values_of_org_unit"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."kind" NOT IN ('head_office', 'branch', 'sub_branch', 'department')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_org_unit: kind holds a word it does not know';
  END IF;
  IF (NEW."line" NOT IN ('business', 'control', 'asset_ops')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_org_unit: line holds a word it does not know';
  END IF;
  IF (NEW."language" NOT IN ('en', 'zh-Hans', 'zh-Hant')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_org_unit: language holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_org_unit_on_insert" ON "OrgUnit";
CREATE TRIGGER "values_of_org_unit_on_insert" BEFORE INSERT ON "OrgUnit" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_org_unit"();
DROP TRIGGER IF EXISTS "values_of_org_unit_on_update" ON "OrgUnit";
CREATE TRIGGER "values_of_org_unit_on_update" BEFORE UPDATE OF "kind", "line", "language" ON "OrgUnit" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_org_unit"();

CREATE OR REPLACE FUNCTION "guard_values_of_person"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."leftOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."leftOn"::date, 'YYYY-MM-DD') <> NEW."leftOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_person: leftOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_person_on_insert" ON "Person";
CREATE TRIGGER "values_of_person_on_insert" BEFORE INSERT ON "Person" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_person"();
DROP TRIGGER IF EXISTS "values_of_person_on_update" ON "Person";
CREATE TRIGGER "values_of_person_on_update" BEFORE UPDATE OF "leftOn" ON "Person" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_person"();

CREATE OR REPLACE FUNCTION "guard_values_of_role_grant"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."role" NOT IN ('account_manager', 'post_loan_officer', 'risk_manager', 'unit_manager', 'head_office_manager', 'asset_operations', 'compliance', 'online_monitor', 'field_agent', 'credit_approver', 'overseer', 'administrator')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_role_grant: role holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_role_grant_on_insert" ON "RoleGrant";
CREATE TRIGGER "values_of_role_grant_on_insert" BEFORE INSERT ON "RoleGrant" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_role_grant"();
DROP TRIGGER IF EXISTS "values_of_role_grant_on_update" ON "RoleGrant";
CREATE TRIGGER "values_of_role_grant_on_update" BEFORE UPDATE OF "role" ON "RoleGrant" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_role_grant"();

CREATE OR REPLACE FUNCTION "guard_values_of_delegation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."fromOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."fromOn"::date, 'YYYY-MM-DD') <> NEW."fromOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_delegation: fromOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."toOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."toOn"::date, 'YYYY-MM-DD') <> NEW."toOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_delegation: toOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_delegation_on_insert" ON "Delegation";
CREATE TRIGGER "values_of_delegation_on_insert" BEFORE INSERT ON "Delegation" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_delegation"();
DROP TRIGGER IF EXISTS "values_of_delegation_on_update" ON "Delegation";
CREATE TRIGGER "values_of_delegation_on_update" BEFORE UPDATE OF "fromOn", "toOn" ON "Delegation" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_delegation"();

CREATE OR REPLACE FUNCTION "guard_values_of_borrower"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."customerType" NOT IN ('corporate', 'mse', 'sole_trader', 'farm_household', 'individual')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_borrower: customerType holds a word it does not know';
  END IF;
  IF (NEW."takeOnOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."takeOnOn"::date, 'YYYY-MM-DD') <> NEW."takeOnOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_borrower: takeOnOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."lastInspectedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."lastInspectedOn"::date, 'YYYY-MM-DD') <> NEW."lastInspectedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_borrower: lastInspectedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."lastVisitOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."lastVisitOn"::date, 'YYYY-MM-DD') <> NEW."lastVisitOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_borrower: lastVisitOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."lastOnSiteOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."lastOnSiteOn"::date, 'YYYY-MM-DD') <> NEW."lastOnSiteOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_borrower: lastOnSiteOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."zone" NOT IN ('z1', 'z2', 'z3')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_borrower: zone holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_borrower_on_insert" ON "Borrower";
CREATE TRIGGER "values_of_borrower_on_insert" BEFORE INSERT ON "Borrower" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_borrower"();
DROP TRIGGER IF EXISTS "values_of_borrower_on_update" ON "Borrower";
CREATE TRIGGER "values_of_borrower_on_update" BEFORE UPDATE OF "customerType", "takeOnOn", "lastInspectedOn", "lastVisitOn", "lastOnSiteOn", "zone" ON "Borrower" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_borrower"();

CREATE OR REPLACE FUNCTION "guard_values_of_customer_strategy"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."strategy" NOT IN ('grow', 'keep', 'reduce', 'exit')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_customer_strategy: strategy holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_customer_strategy_on_insert" ON "CustomerStrategy";
CREATE TRIGGER "values_of_customer_strategy_on_insert" BEFORE INSERT ON "CustomerStrategy" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_customer_strategy"();
DROP TRIGGER IF EXISTS "values_of_customer_strategy_on_update" ON "CustomerStrategy";
CREATE TRIGGER "values_of_customer_strategy_on_update" BEFORE UPDATE OF "strategy" ON "CustomerStrategy" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_customer_strategy"();

CREATE OR REPLACE FUNCTION "guard_values_of_filed_document"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."datedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."datedOn"::date, 'YYYY-MM-DD') <> NEW."datedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_filed_document: datedOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_filed_document_on_insert" ON "FiledDocument";
CREATE TRIGGER "values_of_filed_document_on_insert" BEFORE INSERT ON "FiledDocument" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_filed_document"();
DROP TRIGGER IF EXISTS "values_of_filed_document_on_update" ON "FiledDocument";
CREATE TRIGGER "values_of_filed_document_on_update" BEFORE UPDATE OF "datedOn" ON "FiledDocument" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_filed_document"();

CREATE OR REPLACE FUNCTION "guard_values_of_filed_copy"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" NOT IN ('pending', 'stored', 'failed')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_filed_copy: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_filed_copy_on_insert" ON "FiledCopy";
CREATE TRIGGER "values_of_filed_copy_on_insert" BEFORE INSERT ON "FiledCopy" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_filed_copy"();
DROP TRIGGER IF EXISTS "values_of_filed_copy_on_update" ON "FiledCopy";
CREATE TRIGGER "values_of_filed_copy_on_update" BEFORE UPDATE OF "state" ON "FiledCopy" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_filed_copy"();

CREATE OR REPLACE FUNCTION "guard_values_of_industry_bulletin"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."untilOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."untilOn"::date, 'YYYY-MM-DD') <> NEW."untilOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_industry_bulletin: untilOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_industry_bulletin_on_insert" ON "IndustryBulletin";
CREATE TRIGGER "values_of_industry_bulletin_on_insert" BEFORE INSERT ON "IndustryBulletin" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_industry_bulletin"();
DROP TRIGGER IF EXISTS "values_of_industry_bulletin_on_update" ON "IndustryBulletin";
CREATE TRIGGER "values_of_industry_bulletin_on_update" BEFORE UPDATE OF "untilOn" ON "IndustryBulletin" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_industry_bulletin"();

CREATE OR REPLACE FUNCTION "guard_values_of_loan"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."product" NOT IN ('working_capital', 'fixed_asset', 'personal_business', 'personal_consumption', 'agricultural_household', 'agri_procurement', 'mortgage', 'microloan')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: product holds a word it does not know';
  END IF;
  IF (NEW."phase" NOT IN ('building', 'operating')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: phase holds a word it does not know';
  END IF;
  IF (NEW."state" NOT IN ('live', 'settled', 'written_off', 'transferred')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: state holds a word it does not know';
  END IF;
  IF (NEW."currency" !~ '^[A-Z]{3}$') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: currency is three capital letters';
  END IF;
  IF (NEW."disbursedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."disbursedOn"::date, 'YYYY-MM-DD') <> NEW."disbursedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: disbursedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."maturesOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."maturesOn"::date, 'YYYY-MM-DD') <> NEW."maturesOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: maturesOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: tier holds a word it does not know';
  END IF;
  IF (NEW."pastDueSince" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."pastDueSince"::date, 'YYYY-MM-DD') <> NEW."pastDueSince") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: pastDueSince is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_loan: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_loan_on_insert" ON "Loan";
CREATE TRIGGER "values_of_loan_on_insert" BEFORE INSERT ON "Loan" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_loan"();
DROP TRIGGER IF EXISTS "values_of_loan_on_update" ON "Loan";
CREATE TRIGGER "values_of_loan_on_update" BEFORE UPDATE OF "product", "phase", "state", "currency", "disbursedOn", "maturesOn", "tier", "pastDueSince", "asOf" ON "Loan" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_loan"();

CREATE OR REPLACE FUNCTION "guard_values_of_collateral"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."currency" !~ '^[A-Z]{3}$') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_collateral: currency is three capital letters';
  END IF;
  IF (NEW."valuedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."valuedOn"::date, 'YYYY-MM-DD') <> NEW."valuedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_collateral: valuedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."insuredTo" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."insuredTo"::date, 'YYYY-MM-DD') <> NEW."insuredTo") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_collateral: insuredTo is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_collateral: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_collateral_on_insert" ON "Collateral";
CREATE TRIGGER "values_of_collateral_on_insert" BEFORE INSERT ON "Collateral" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_collateral"();
DROP TRIGGER IF EXISTS "values_of_collateral_on_update" ON "Collateral";
CREATE TRIGGER "values_of_collateral_on_update" BEFORE UPDATE OF "currency", "valuedOn", "insuredTo", "asOf" ON "Collateral" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_collateral"();

CREATE OR REPLACE FUNCTION "guard_values_of_instalment"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."dueOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."dueOn"::date, 'YYYY-MM-DD') <> NEW."dueOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_instalment: dueOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."currency" !~ '^[A-Z]{3}$') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_instalment: currency is three capital letters';
  END IF;
  IF (NEW."state" NOT IN ('planned', 'unpaid', 'paid', 'cancelled')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_instalment: state holds a word it does not know';
  END IF;
  IF (NEW."stateOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."stateOn"::date, 'YYYY-MM-DD') <> NEW."stateOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_instalment: stateOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."paidOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."paidOn"::date, 'YYYY-MM-DD') <> NEW."paidOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_instalment: paidOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_instalment: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_instalment_on_insert" ON "Instalment";
CREATE TRIGGER "values_of_instalment_on_insert" BEFORE INSERT ON "Instalment" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_instalment"();
DROP TRIGGER IF EXISTS "values_of_instalment_on_update" ON "Instalment";
CREATE TRIGGER "values_of_instalment_on_update" BEFORE UPDATE OF "dueOn", "currency", "state", "stateOn", "paidOn", "asOf" ON "Instalment" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_instalment"();

CREATE OR REPLACE FUNCTION "guard_values_of_guarantor"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_guarantor: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_guarantor_on_insert" ON "Guarantor";
CREATE TRIGGER "values_of_guarantor_on_insert" BEFORE INSERT ON "Guarantor" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_guarantor"();
DROP TRIGGER IF EXISTS "values_of_guarantor_on_update" ON "Guarantor";
CREATE TRIGGER "values_of_guarantor_on_update" BEFORE UPDATE OF "asOf" ON "Guarantor" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_guarantor"();

CREATE OR REPLACE FUNCTION "guard_values_of_fact_change"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_fact_change: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."movedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."movedOn"::date, 'YYYY-MM-DD') <> NEW."movedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_fact_change: movedOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_fact_change_on_insert" ON "FactChange";
CREATE TRIGGER "values_of_fact_change_on_insert" BEFORE INSERT ON "FactChange" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_fact_change"();
DROP TRIGGER IF EXISTS "values_of_fact_change_on_update" ON "FactChange";
CREATE TRIGGER "values_of_fact_change_on_update" BEFORE UPDATE OF "asOf", "movedOn" ON "FactChange" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_fact_change"();

CREATE OR REPLACE FUNCTION "guard_values_of_observation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_observation: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_observation_on_insert" ON "Observation";
CREATE TRIGGER "values_of_observation_on_insert" BEFORE INSERT ON "Observation" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_observation"();
DROP TRIGGER IF EXISTS "values_of_observation_on_update" ON "Observation";
CREATE TRIGGER "values_of_observation_on_update" BEFORE UPDATE OF "asOf" ON "Observation" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_observation"();

CREATE OR REPLACE FUNCTION "guard_values_of_zone_move"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."fromZone" NOT IN ('z1', 'z2', 'z3')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_zone_move: fromZone holds a word it does not know';
  END IF;
  IF (NEW."toZone" NOT IN ('z1', 'z2', 'z3')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_zone_move: toZone holds a word it does not know';
  END IF;
  IF (NEW."movedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."movedOn"::date, 'YYYY-MM-DD') <> NEW."movedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_zone_move: movedOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_zone_move_on_insert" ON "ZoneMove";
CREATE TRIGGER "values_of_zone_move_on_insert" BEFORE INSERT ON "ZoneMove" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_zone_move"();
DROP TRIGGER IF EXISTS "values_of_zone_move_on_update" ON "ZoneMove";
CREATE TRIGGER "values_of_zone_move_on_update" BEFORE UPDATE OF "fromZone", "toZone", "movedOn" ON "ZoneMove" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_zone_move"();

CREATE OR REPLACE FUNCTION "guard_values_of_zone_override"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."zone" NOT IN ('z1', 'z2', 'z3')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_zone_override: zone holds a word it does not know';
  END IF;
  IF (NEW."computed" NOT IN ('z1', 'z2', 'z3')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_zone_override: computed holds a word it does not know';
  END IF;
  IF (NEW."untilOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."untilOn"::date, 'YYYY-MM-DD') <> NEW."untilOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_zone_override: untilOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."state" NOT IN ('asked', 'approved', 'declined', 'ended')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_zone_override: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_zone_override_on_insert" ON "ZoneOverride";
CREATE TRIGGER "values_of_zone_override_on_insert" BEFORE INSERT ON "ZoneOverride" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_zone_override"();
DROP TRIGGER IF EXISTS "values_of_zone_override_on_update" ON "ZoneOverride";
CREATE TRIGGER "values_of_zone_override_on_update" BEFORE UPDATE OF "zone", "computed", "untilOn", "state" ON "ZoneOverride" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_zone_override"();

CREATE OR REPLACE FUNCTION "guard_values_of_key_date"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."kind" NOT IN ('rating', 'repayment', 'insurance', 'valuation', 'permit', 'covenant', 'approval_condition', 'zone_override', 'document')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_key_date: kind holds a word it does not know';
  END IF;
  IF (NEW."dueOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."dueOn"::date, 'YYYY-MM-DD') <> NEW."dueOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_key_date: dueOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."heldOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."heldOn"::date, 'YYYY-MM-DD') <> NEW."heldOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_key_date: heldOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."remindOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."remindOn"::date, 'YYYY-MM-DD') <> NEW."remindOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_key_date: remindOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."currency" !~ '^[A-Z]{3}$') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_key_date: currency is three capital letters';
  END IF;
  IF (NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_key_date: tier holds a word it does not know';
  END IF;
  IF (NEW."metOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."metOn"::date, 'YYYY-MM-DD') <> NEW."metOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_key_date: metOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_key_date_on_insert" ON "KeyDate";
CREATE TRIGGER "values_of_key_date_on_insert" BEFORE INSERT ON "KeyDate" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_key_date"();
DROP TRIGGER IF EXISTS "values_of_key_date_on_update" ON "KeyDate";
CREATE TRIGGER "values_of_key_date_on_update" BEFORE UPDATE OF "kind", "dueOn", "heldOn", "remindOn", "currency", "tier", "metOn" ON "KeyDate" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_key_date"();

CREATE OR REPLACE FUNCTION "guard_values_of_fact_delivery"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" NOT IN ('taken', 'refused')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_fact_delivery: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_fact_delivery_on_insert" ON "FactDelivery";
CREATE TRIGGER "values_of_fact_delivery_on_insert" BEFORE INSERT ON "FactDelivery" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_fact_delivery"();
DROP TRIGGER IF EXISTS "values_of_fact_delivery_on_update" ON "FactDelivery";
CREATE TRIGGER "values_of_fact_delivery_on_update" BEFORE UPDATE OF "state" ON "FactDelivery" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_fact_delivery"();

CREATE OR REPLACE FUNCTION "guard_values_of_signal"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal: level holds a word it does not know';
  END IF;
  IF (NEW."path" NOT IN ('full', 'light', 'contact_note', 'quiet')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal: path holds a word it does not know';
  END IF;
  IF (NEW."state" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal: state holds a word it does not know';
  END IF;
  IF (NEW."raisedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."raisedOn"::date, 'YYYY-MM-DD') <> NEW."raisedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal: raisedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."factOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."factOn"::date, 'YYYY-MM-DD') <> NEW."factOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal: factOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."observeUntilOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."observeUntilOn"::date, 'YYYY-MM-DD') <> NEW."observeUntilOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal: observeUntilOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."askedFor" NOT IN ('false_alarm', 'release')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal: askedFor holds a word it does not know';
  END IF;
  IF (NEW."endedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."endedOn"::date, 'YYYY-MM-DD') <> NEW."endedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal: endedOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_signal_on_insert" ON "Signal";
CREATE TRIGGER "values_of_signal_on_insert" BEFORE INSERT ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_signal"();
DROP TRIGGER IF EXISTS "values_of_signal_on_update" ON "Signal";
CREATE TRIGGER "values_of_signal_on_update" BEFORE UPDATE OF "level", "path", "state", "raisedOn", "factOn", "observeUntilOn", "askedFor", "endedOn" ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_signal"();

CREATE OR REPLACE FUNCTION "guard_values_of_case_cost"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."currency" !~ '^[A-Z]{3}$') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_case_cost: currency is three capital letters';
  END IF;
  IF (NEW."endedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."endedOn"::date, 'YYYY-MM-DD') <> NEW."endedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_case_cost: endedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."foundBy" NOT IN ('own_check', 'system', 'others')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_case_cost: foundBy holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_case_cost_on_insert" ON "CaseCost";
CREATE TRIGGER "values_of_case_cost_on_insert" BEFORE INSERT ON "CaseCost" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_case_cost"();
DROP TRIGGER IF EXISTS "values_of_case_cost_on_update" ON "CaseCost";
CREATE TRIGGER "values_of_case_cost_on_update" BEFORE UPDATE OF "currency", "endedOn", "foundBy" ON "CaseCost" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_case_cost"();

CREATE OR REPLACE FUNCTION "guard_values_of_signal_event"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."act" NOT IN ('raised', 'noted', 'worsened', 'returned', 'cured', 'passed_on', 'acknowledge', 'verify', 'ask_false_alarm', 'confirm_false_alarm', 'refuse_false_alarm', 'propose_plan', 'approve_plan', 'return_plan', 'start_plan', 'resolve', 'accept_result', 'send_back_result', 'ask_release', 'agree_release', 'refuse_release', 'taken_over', 'offered', 'accepted', 'declined', 'taken_back', 'lapsed', 'asked', 'answered', 'snoozed', 'woken', 'coded')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal_event: act holds a word it does not know';
  END IF;
  IF (NEW."fromState" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal_event: fromState holds a word it does not know';
  END IF;
  IF (NEW."toState" NOT IN ('raised', 'acknowledged', 'verified', 'false_alarm', 'plan_proposed', 'plan_approved', 'in_progress', 'resolved', 'observing', 'closed')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal_event: toState holds a word it does not know';
  END IF;
  IF (NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal_event: level holds a word it does not know';
  END IF;
  IF (NEW."asRole" NOT IN ('account_manager', 'post_loan_officer', 'risk_manager', 'unit_manager', 'head_office_manager', 'asset_operations', 'compliance', 'online_monitor', 'field_agent', 'credit_approver', 'overseer', 'administrator')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_signal_event: asRole holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_signal_event_on_insert" ON "SignalEvent";
CREATE TRIGGER "values_of_signal_event_on_insert" BEFORE INSERT ON "SignalEvent" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_signal_event"();
DROP TRIGGER IF EXISTS "values_of_signal_event_on_update" ON "SignalEvent";
CREATE TRIGGER "values_of_signal_event_on_update" BEFORE UPDATE OF "act", "fromState", "toState", "level", "asRole" ON "SignalEvent" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_signal_event"();

CREATE OR REPLACE FUNCTION "guard_values_of_duty_turn"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."fromOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."fromOn"::date, 'YYYY-MM-DD') <> NEW."fromOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_duty_turn: fromOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."toOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."toOn"::date, 'YYYY-MM-DD') <> NEW."toOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_duty_turn: toOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_duty_turn_on_insert" ON "DutyTurn";
CREATE TRIGGER "values_of_duty_turn_on_insert" BEFORE INSERT ON "DutyTurn" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_duty_turn"();
DROP TRIGGER IF EXISTS "values_of_duty_turn_on_update" ON "DutyTurn";
CREATE TRIGGER "values_of_duty_turn_on_update" BEFORE UPDATE OF "fromOn", "toOn" ON "DutyTurn" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_duty_turn"();

CREATE OR REPLACE FUNCTION "guard_values_of_inspection"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."kind" NOT IN ('first', 'routine', 'special', 'weekly_track', 'contact_note')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_inspection: kind holds a word it does not know';
  END IF;
  IF (NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_inspection: mode holds a word it does not know';
  END IF;
  IF (NEW."dueOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."dueOn"::date, 'YYYY-MM-DD') <> NEW."dueOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_inspection: dueOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."state" NOT IN ('planned', 'started', 'submitted', 'in_review', 'returned', 'approved', 'rejected', 'cancelled')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_inspection: state holds a word it does not know';
  END IF;
  IF (NEW."submittedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."submittedOn"::date, 'YYYY-MM-DD') <> NEW."submittedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_inspection: submittedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."returnedDueOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."returnedDueOn"::date, 'YYYY-MM-DD') <> NEW."returnedDueOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_inspection: returnedDueOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_inspection_on_insert" ON "Inspection";
CREATE TRIGGER "values_of_inspection_on_insert" BEFORE INSERT ON "Inspection" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_inspection"();
DROP TRIGGER IF EXISTS "values_of_inspection_on_update" ON "Inspection";
CREATE TRIGGER "values_of_inspection_on_update" BEFORE UPDATE OF "kind", "mode", "dueOn", "state", "submittedOn", "returnedDueOn" ON "Inspection" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_inspection"();

CREATE OR REPLACE FUNCTION "guard_values_of_draft"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_draft: mode holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_draft_on_insert" ON "Draft";
CREATE TRIGGER "values_of_draft_on_insert" BEFORE INSERT ON "Draft" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_draft"();
DROP TRIGGER IF EXISTS "values_of_draft_on_update" ON "Draft";
CREATE TRIGGER "values_of_draft_on_update" BEFORE UPDATE OF "mode" ON "Draft" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_draft"();

CREATE OR REPLACE FUNCTION "guard_values_of_report"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" NOT IN ('submitted', 'in_review', 'withdrawn', 'returned', 'approved', 'rejected', 'superseded')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_report: state holds a word it does not know';
  END IF;
  IF (NEW."mode" NOT IN ('on_site', 'off_site', 'unannounced')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_report: mode holds a word it does not know';
  END IF;
  IF (NEW."visitedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."visitedOn"::date, 'YYYY-MM-DD') <> NEW."visitedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_report: visitedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_report: level holds a word it does not know';
  END IF;
  IF (NEW."submittedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."submittedOn"::date, 'YYYY-MM-DD') <> NEW."submittedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_report: submittedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."decidedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."decidedOn"::date, 'YYYY-MM-DD') <> NEW."decidedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_report: decidedOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_report_on_insert" ON "Report";
CREATE TRIGGER "values_of_report_on_insert" BEFORE INSERT ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_report"();
DROP TRIGGER IF EXISTS "values_of_report_on_update" ON "Report";
CREATE TRIGGER "values_of_report_on_update" BEFORE UPDATE OF "state", "mode", "visitedOn", "level", "submittedOn", "decidedOn" ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_report"();

CREATE OR REPLACE FUNCTION "guard_values_of_answer"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_answer: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."level" NOT IN ('blue', 'yellow', 'orange', 'red')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_answer: level holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_answer_on_insert" ON "Answer";
CREATE TRIGGER "values_of_answer_on_insert" BEFORE INSERT ON "Answer" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_answer"();
DROP TRIGGER IF EXISTS "values_of_answer_on_update" ON "Answer";
CREATE TRIGGER "values_of_answer_on_update" BEFORE UPDATE OF "asOf", "level" ON "Answer" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_answer"();

CREATE OR REPLACE FUNCTION "guard_values_of_review"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."decision" NOT IN ('approved', 'returned', 're_inspect')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_review: decision holds a word it does not know';
  END IF;
  IF (NEW."recordJudgement" NOT IN ('in_order', 'not_in_order', 'not_judged')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_review: recordJudgement holds a word it does not know';
  END IF;
  IF (NEW."conclusionJudgement" NOT IN ('in_order', 'not_in_order', 'not_judged')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_review: conclusionJudgement holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_review_on_insert" ON "Review";
CREATE TRIGGER "values_of_review_on_insert" BEFORE INSERT ON "Review" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_review"();
DROP TRIGGER IF EXISTS "values_of_review_on_update" ON "Review";
CREATE TRIGGER "values_of_review_on_update" BEFORE UPDATE OF "decision", "recordJudgement", "conclusionJudgement" ON "Review" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_review"();

CREATE OR REPLACE FUNCTION "guard_values_of_sample_item"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."why" NOT IN ('first_zone_2_entry', 'similar', 'lot', 'simplified_survey', 'officer_minimum')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_sample_item: why holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_sample_item_on_insert" ON "SampleItem";
CREATE TRIGGER "values_of_sample_item_on_insert" BEFORE INSERT ON "SampleItem" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_sample_item"();
DROP TRIGGER IF EXISTS "values_of_sample_item_on_update" ON "SampleItem";
CREATE TRIGGER "values_of_sample_item_on_update" BEFORE UPDATE OF "why" ON "SampleItem" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_sample_item"();

CREATE OR REPLACE FUNCTION "guard_values_of_confirmation_sheet"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."visitedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."visitedOn"::date, 'YYYY-MM-DD') <> NEW."visitedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_confirmation_sheet: visitedOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_confirmation_sheet_on_insert" ON "ConfirmationSheet";
CREATE TRIGGER "values_of_confirmation_sheet_on_insert" BEFORE INSERT ON "ConfirmationSheet" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_confirmation_sheet"();
DROP TRIGGER IF EXISTS "values_of_confirmation_sheet_on_update" ON "ConfirmationSheet";
CREATE TRIGGER "values_of_confirmation_sheet_on_update" BEFORE UPDATE OF "visitedOn" ON "ConfirmationSheet" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_confirmation_sheet"();

CREATE OR REPLACE FUNCTION "guard_values_of_borrower_confirmation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."answer" NOT IN ('confirmed', 'disagreed', 'refused')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_borrower_confirmation: answer holds a word it does not know';
  END IF;
  IF (NEW."signedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."signedOn"::date, 'YYYY-MM-DD') <> NEW."signedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_borrower_confirmation: signedOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_borrower_confirmation_on_insert" ON "BorrowerConfirmation";
CREATE TRIGGER "values_of_borrower_confirmation_on_insert" BEFORE INSERT ON "BorrowerConfirmation" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_borrower_confirmation"();
DROP TRIGGER IF EXISTS "values_of_borrower_confirmation_on_update" ON "BorrowerConfirmation";
CREATE TRIGGER "values_of_borrower_confirmation_on_update" BEFORE UPDATE OF "answer", "signedOn" ON "BorrowerConfirmation" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_borrower_confirmation"();

CREATE OR REPLACE FUNCTION "guard_values_of_report_finding"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."rule" NOT IN ('copied', 'unit_mixed', 'jumped', 'same_figures', 'old_figure', 'empty_conclusion', 'used_before', 'range_without_risk', 'looks_used', 'old_file', 'overridden', 'changed_count')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_report_finding: rule holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_report_finding_on_insert" ON "ReportFinding";
CREATE TRIGGER "values_of_report_finding_on_insert" BEFORE INSERT ON "ReportFinding" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_report_finding"();
DROP TRIGGER IF EXISTS "values_of_report_finding_on_update" ON "ReportFinding";
CREATE TRIGGER "values_of_report_finding_on_update" BEFORE UPDATE OF "rule" ON "ReportFinding" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_report_finding"();

CREATE OR REPLACE FUNCTION "guard_values_of_evidence"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."takenOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."takenOn"::date, 'YYYY-MM-DD') <> NEW."takenOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_evidence: takenOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_evidence_on_insert" ON "Evidence";
CREATE TRIGGER "values_of_evidence_on_insert" BEFORE INSERT ON "Evidence" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_evidence"();
DROP TRIGGER IF EXISTS "values_of_evidence_on_update" ON "Evidence";
CREATE TRIGGER "values_of_evidence_on_update" BEFORE UPDATE OF "takenOn" ON "Evidence" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_evidence"();

CREATE OR REPLACE FUNCTION "guard_values_of_case"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."kind" NOT IN ('measure', 'written_plan', 'workout_plan')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_case: kind holds a word it does not know';
  END IF;
  IF (NEW."dueOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."dueOn"::date, 'YYYY-MM-DD') <> NEW."dueOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_case: dueOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."state" NOT IN ('open', 'reported', 'closed', 'dropped')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_case: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_case_on_insert" ON "Case";
CREATE TRIGGER "values_of_case_on_insert" BEFORE INSERT ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_case"();
DROP TRIGGER IF EXISTS "values_of_case_on_update" ON "Case";
CREATE TRIGGER "values_of_case_on_update" BEFORE UPDATE OF "kind", "dueOn", "state" ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_case"();

CREATE OR REPLACE FUNCTION "guard_values_of_gate_override"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."rule" NOT IN ('empty_conclusion', 'used_before', 'range_without_risk')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_gate_override: rule holds a word it does not know';
  END IF;
  IF (NEW."askedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."askedOn"::date, 'YYYY-MM-DD') <> NEW."askedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_gate_override: askedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."state" NOT IN ('asked', 'granted', 'declined')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_gate_override: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_gate_override_on_insert" ON "GateOverride";
CREATE TRIGGER "values_of_gate_override_on_insert" BEFORE INSERT ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_gate_override"();
DROP TRIGGER IF EXISTS "values_of_gate_override_on_update" ON "GateOverride";
CREATE TRIGGER "values_of_gate_override_on_update" BEFORE UPDATE OF "rule", "askedOn", "state" ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_gate_override"();

CREATE OR REPLACE FUNCTION "guard_values_of_outbox_message"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."slotOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."slotOn"::date, 'YYYY-MM-DD') <> NEW."slotOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_outbox_message: slotOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."state" NOT IN ('pending', 'claimed', 'sent', 'uncertain', 'dead', 'cancelled')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_outbox_message: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_outbox_message_on_insert" ON "OutboxMessage";
CREATE TRIGGER "values_of_outbox_message_on_insert" BEFORE INSERT ON "OutboxMessage" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_outbox_message"();
DROP TRIGGER IF EXISTS "values_of_outbox_message_on_update" ON "OutboxMessage";
CREATE TRIGGER "values_of_outbox_message_on_update" BEFORE UPDATE OF "slotOn", "state" ON "OutboxMessage" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_outbox_message"();

CREATE OR REPLACE FUNCTION "guard_values_of_delivery_pause"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."kind" NOT IN ('limited', 'stopped')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_delivery_pause: kind holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_delivery_pause_on_insert" ON "DeliveryPause";
CREATE TRIGGER "values_of_delivery_pause_on_insert" BEFORE INSERT ON "DeliveryPause" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_delivery_pause"();
DROP TRIGGER IF EXISTS "values_of_delivery_pause_on_update" ON "DeliveryPause";
CREATE TRIGGER "values_of_delivery_pause_on_update" BEFORE UPDATE OF "kind" ON "DeliveryPause" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_delivery_pause"();

CREATE OR REPLACE FUNCTION "guard_values_of_watchdog_finding"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."kind" NOT IN ('untold', 'nobody', 'vacancy', 'half_sent', 'unsent', 'delivery_stopped', 'duty_stopped', 'clock_back')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_watchdog_finding: kind holds a word it does not know';
  END IF;
  IF (NEW."repair" NOT IN ('told', 'looked_up', 'none')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_watchdog_finding: repair holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_watchdog_finding_on_insert" ON "WatchdogFinding";
CREATE TRIGGER "values_of_watchdog_finding_on_insert" BEFORE INSERT ON "WatchdogFinding" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_watchdog_finding"();
DROP TRIGGER IF EXISTS "values_of_watchdog_finding_on_update" ON "WatchdogFinding";
CREATE TRIGGER "values_of_watchdog_finding_on_update" BEFORE UPDATE OF "kind", "repair" ON "WatchdogFinding" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_watchdog_finding"();

CREATE OR REPLACE FUNCTION "guard_values_of_snooze"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."untilOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."untilOn"::date, 'YYYY-MM-DD') <> NEW."untilOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_snooze: untilOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_snooze_on_insert" ON "Snooze";
CREATE TRIGGER "values_of_snooze_on_insert" BEFORE INSERT ON "Snooze" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_snooze"();
DROP TRIGGER IF EXISTS "values_of_snooze_on_update" ON "Snooze";
CREATE TRIGGER "values_of_snooze_on_update" BEFORE UPDATE OF "untilOn" ON "Snooze" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_snooze"();

CREATE OR REPLACE FUNCTION "guard_values_of_extension"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."fromDueOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."fromDueOn"::date, 'YYYY-MM-DD') <> NEW."fromDueOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_extension: fromDueOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."toDueOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."toDueOn"::date, 'YYYY-MM-DD') <> NEW."toDueOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_extension: toDueOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."state" NOT IN ('asked', 'approved', 'refused', 'withdrawn')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_extension: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_extension_on_insert" ON "Extension";
CREATE TRIGGER "values_of_extension_on_insert" BEFORE INSERT ON "Extension" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_extension"();
DROP TRIGGER IF EXISTS "values_of_extension_on_update" ON "Extension";
CREATE TRIGGER "values_of_extension_on_update" BEFORE UPDATE OF "fromDueOn", "toDueOn", "state" ON "Extension" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_extension"();

CREATE OR REPLACE FUNCTION "guard_values_of_visit_attempt"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."attemptedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."attemptedOn"::date, 'YYYY-MM-DD') <> NEW."attemptedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_visit_attempt: attemptedOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."reason" NOT IN ('nobody_there', 'refused_entry', 'postponed_by_borrower', 'not_reachable', 'weather_or_road', 'own_illness', 'other')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_visit_attempt: reason holds a word it does not know';
  END IF;
  IF (NEW."nextAttemptOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."nextAttemptOn"::date, 'YYYY-MM-DD') <> NEW."nextAttemptOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_visit_attempt: nextAttemptOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_visit_attempt_on_insert" ON "VisitAttempt";
CREATE TRIGGER "values_of_visit_attempt_on_insert" BEFORE INSERT ON "VisitAttempt" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_visit_attempt"();
DROP TRIGGER IF EXISTS "values_of_visit_attempt_on_update" ON "VisitAttempt";
CREATE TRIGGER "values_of_visit_attempt_on_update" BEFORE UPDATE OF "attemptedOn", "reason", "nextAttemptOn" ON "VisitAttempt" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_visit_attempt"();

CREATE OR REPLACE FUNCTION "guard_values_of_handover"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" NOT IN ('asked', 'escalated', 'accepted', 'declined', 'withdrawn')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_handover: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_handover_on_insert" ON "Handover";
CREATE TRIGGER "values_of_handover_on_insert" BEFORE INSERT ON "Handover" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_handover"();
DROP TRIGGER IF EXISTS "values_of_handover_on_update" ON "Handover";
CREATE TRIGGER "values_of_handover_on_update" BEFORE UPDATE OF "state" ON "Handover" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_handover"();

CREATE OR REPLACE FUNCTION "guard_values_of_policy_version"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."effectiveFrom" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."effectiveFrom"::date, 'YYYY-MM-DD') <> NEW."effectiveFrom") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_policy_version: effectiveFrom is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_policy_version_on_insert" ON "PolicyVersion";
CREATE TRIGGER "values_of_policy_version_on_insert" BEFORE INSERT ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_policy_version"();
DROP TRIGGER IF EXISTS "values_of_policy_version_on_update" ON "PolicyVersion";
CREATE TRIGGER "values_of_policy_version_on_update" BEFORE UPDATE OF "effectiveFrom" ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_policy_version"();

CREATE OR REPLACE FUNCTION "guard_values_of_policy_proposal"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" NOT IN ('proposed', 'adopted', 'withdrawn')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_policy_proposal: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_policy_proposal_on_insert" ON "PolicyProposal";
CREATE TRIGGER "values_of_policy_proposal_on_insert" BEFORE INSERT ON "PolicyProposal" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_policy_proposal"();
DROP TRIGGER IF EXISTS "values_of_policy_proposal_on_update" ON "PolicyProposal";
CREATE TRIGGER "values_of_policy_proposal_on_update" BEFORE UPDATE OF "state" ON "PolicyProposal" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_policy_proposal"();

CREATE OR REPLACE FUNCTION "guard_values_of_import_run"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_import_run: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."takeOnOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."takeOnOn"::date, 'YYYY-MM-DD') <> NEW."takeOnOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_import_run: takeOnOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_import_run_on_insert" ON "ImportRun";
CREATE TRIGGER "values_of_import_run_on_insert" BEFORE INSERT ON "ImportRun" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_import_run"();
DROP TRIGGER IF EXISTS "values_of_import_run_on_update" ON "ImportRun";
CREATE TRIGGER "values_of_import_run_on_update" BEFORE UPDATE OF "asOf", "takeOnOn" ON "ImportRun" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_import_run"();

CREATE OR REPLACE FUNCTION "guard_values_of_total_delta"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."kind" NOT IN ('inspection_due', 'inspection_done', 'correction_due', 'report_waiting', 'report_decided', 'measure_due', 'override_asked', 'signal_standing', 'tier_moved', 'signal_raised', 'signal_ended', 'customer_standing', 'loan_standing', 'loan_rated', 'loan_interest', 'zone_moved')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_total_delta: kind holds a word it does not know';
  END IF;
  IF (CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."fallsOn"::date, 'YYYY-MM-DD') <> NEW."fallsOn" END) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_total_delta: fallsOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_total_delta_on_insert" ON "TotalDelta";
CREATE TRIGGER "values_of_total_delta_on_insert" BEFORE INSERT ON "TotalDelta" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_total_delta"();
DROP TRIGGER IF EXISTS "values_of_total_delta_on_update" ON "TotalDelta";
CREATE TRIGGER "values_of_total_delta_on_update" BEFORE UPDATE OF "kind", "fallsOn" ON "TotalDelta" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_total_delta"();

CREATE OR REPLACE FUNCTION "guard_values_of_total"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."fallsOn"::date, 'YYYY-MM-DD') <> NEW."fallsOn" END) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_total: fallsOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_total_on_insert" ON "Total";
CREATE TRIGGER "values_of_total_on_insert" BEFORE INSERT ON "Total" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_total"();
DROP TRIGGER IF EXISTS "values_of_total_on_update" ON "Total";
CREATE TRIGGER "values_of_total_on_update" BEFORE UPDATE OF "fallsOn" ON "Total" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_total"();

CREATE OR REPLACE FUNCTION "guard_values_of_unit_total"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (CASE WHEN NEW."fallsOn" = '' THEN FALSE ELSE NEW."fallsOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."fallsOn"::date, 'YYYY-MM-DD') <> NEW."fallsOn" END) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_unit_total: fallsOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_unit_total_on_insert" ON "UnitTotal";
CREATE TRIGGER "values_of_unit_total_on_insert" BEFORE INSERT ON "UnitTotal" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_unit_total"();
DROP TRIGGER IF EXISTS "values_of_unit_total_on_update" ON "UnitTotal";
CREATE TRIGGER "values_of_unit_total_on_update" BEFORE UPDATE OF "fallsOn" ON "UnitTotal" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_unit_total"();

CREATE OR REPLACE FUNCTION "guard_values_of_unit_load"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."asOf" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."asOf"::date, 'YYYY-MM-DD') <> NEW."asOf") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_unit_load: asOf is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_unit_load_on_insert" ON "UnitLoad";
CREATE TRIGGER "values_of_unit_load_on_insert" BEFORE INSERT ON "UnitLoad" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_unit_load"();
DROP TRIGGER IF EXISTS "values_of_unit_load_on_update" ON "UnitLoad";
CREATE TRIGGER "values_of_unit_load_on_update" BEFORE UPDATE OF "asOf" ON "UnitLoad" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_unit_load"();

CREATE OR REPLACE FUNCTION "guard_values_of_tier_proposal"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."fromTier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_tier_proposal: fromTier holds a word it does not know';
  END IF;
  IF (NEW."tier" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_tier_proposal: tier holds a word it does not know';
  END IF;
  IF (NEW."floor" NOT IN ('normal', 'special_mention', 'substandard', 'doubtful', 'loss')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_tier_proposal: floor holds a word it does not know';
  END IF;
  IF (NEW."state" NOT IN ('suggested', 'proposed', 'recognised', 'approved', 'declined', 'lapsed')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_tier_proposal: state holds a word it does not know';
  END IF;
  IF (NEW."effectiveOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."effectiveOn"::date, 'YYYY-MM-DD') <> NEW."effectiveOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_tier_proposal: effectiveOn is a calendar date, YYYY-MM-DD';
  END IF;
  IF (NEW."approvedOn" !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR to_char(NEW."approvedOn"::date, 'YYYY-MM-DD') <> NEW."approvedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_tier_proposal: approvedOn is a calendar date, YYYY-MM-DD';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_tier_proposal_on_insert" ON "TierProposal";
CREATE TRIGGER "values_of_tier_proposal_on_insert" BEFORE INSERT ON "TierProposal" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_tier_proposal"();
DROP TRIGGER IF EXISTS "values_of_tier_proposal_on_update" ON "TierProposal";
CREATE TRIGGER "values_of_tier_proposal_on_update" BEFORE UPDATE OF "fromTier", "tier", "floor", "state", "effectiveOn", "approvedOn" ON "TierProposal" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_tier_proposal"();

CREATE OR REPLACE FUNCTION "guard_values_of_score_sheet"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."role" NOT IN ('account_manager', 'post_loan_officer')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_score_sheet: role holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_score_sheet_on_insert" ON "ScoreSheet";
CREATE TRIGGER "values_of_score_sheet_on_insert" BEFORE INSERT ON "ScoreSheet" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_score_sheet"();
DROP TRIGGER IF EXISTS "values_of_score_sheet_on_update" ON "ScoreSheet";
CREATE TRIGGER "values_of_score_sheet_on_update" BEFORE UPDATE OF "role" ON "ScoreSheet" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_score_sheet"();

CREATE OR REPLACE FUNCTION "guard_values_of_digest_wish"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."rhythm" NOT IN ('day', 'week', 'month', 'never')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_digest_wish: rhythm holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_digest_wish_on_insert" ON "DigestWish";
CREATE TRIGGER "values_of_digest_wish_on_insert" BEFORE INSERT ON "DigestWish" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_digest_wish"();
DROP TRIGGER IF EXISTS "values_of_digest_wish_on_update" ON "DigestWish";
CREATE TRIGGER "values_of_digest_wish_on_update" BEFORE UPDATE OF "rhythm" ON "DigestWish" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_digest_wish"();

CREATE OR REPLACE FUNCTION "guard_values_of_digest_look"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."look" NOT IN ('charts', 'picture')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_digest_look: look holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_digest_look_on_insert" ON "DigestLook";
CREATE TRIGGER "values_of_digest_look_on_insert" BEFORE INSERT ON "DigestLook" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_digest_look"();
DROP TRIGGER IF EXISTS "values_of_digest_look_on_update" ON "DigestLook";
CREATE TRIGGER "values_of_digest_look_on_update" BEFORE UPDATE OF "look" ON "DigestLook" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_digest_look"();

CREATE OR REPLACE FUNCTION "guard_values_of_ledger_export"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."format" NOT IN ('xlsx', 'csv')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_ledger_export: format holds a word it does not know';
  END IF;
  IF (NEW."state" NOT IN ('waiting', 'running', 'done', 'cancelled', 'failed')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard values_of_ledger_export: state holds a word it does not know';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "values_of_ledger_export_on_insert" ON "LedgerExport";
CREATE TRIGGER "values_of_ledger_export_on_insert" BEFORE INSERT ON "LedgerExport" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_ledger_export"();
DROP TRIGGER IF EXISTS "values_of_ledger_export_on_update" ON "LedgerExport";
CREATE TRIGGER "values_of_ledger_export_on_update" BEFORE UPDATE OF "format", "state" ON "LedgerExport" FOR EACH ROW EXECUTE FUNCTION "guard_values_of_ledger_export"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_org_unit"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_org_unit: a OrgUnit ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_org_unit_on_delete" ON "OrgUnit";
CREATE TRIGGER "no_delete_of_org_unit_on_delete" BEFORE DELETE ON "OrgUnit" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_org_unit"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_org_unit_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_org_unit: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_org_unit_on_truncate" ON "OrgUnit";
CREATE TRIGGER "no_delete_of_org_unit_on_truncate" BEFORE TRUNCATE ON "OrgUnit" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_org_unit_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_person"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_person: a Person ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_person_on_delete" ON "Person";
CREATE TRIGGER "no_delete_of_person_on_delete" BEFORE DELETE ON "Person" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_person"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_person_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_person: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_person_on_truncate" ON "Person";
CREATE TRIGGER "no_delete_of_person_on_truncate" BEFORE TRUNCATE ON "Person" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_person_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_slack_account"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_slack_account: a SlackAccount ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_slack_account_on_delete" ON "SlackAccount";
CREATE TRIGGER "no_delete_of_slack_account_on_delete" BEFORE DELETE ON "SlackAccount" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_slack_account"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_slack_account_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_slack_account: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_slack_account_on_truncate" ON "SlackAccount";
CREATE TRIGGER "no_delete_of_slack_account_on_truncate" BEFORE TRUNCATE ON "SlackAccount" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_slack_account_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_role_grant"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_role_grant: a RoleGrant ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_role_grant_on_delete" ON "RoleGrant";
CREATE TRIGGER "no_delete_of_role_grant_on_delete" BEFORE DELETE ON "RoleGrant" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_role_grant"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_role_grant_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_role_grant: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_role_grant_on_truncate" ON "RoleGrant";
CREATE TRIGGER "no_delete_of_role_grant_on_truncate" BEFORE TRUNCATE ON "RoleGrant" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_role_grant_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_ownership"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_ownership: a Ownership ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_ownership_on_delete" ON "Ownership";
CREATE TRIGGER "no_delete_of_ownership_on_delete" BEFORE DELETE ON "Ownership" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_ownership"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_ownership_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_ownership: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_ownership_on_truncate" ON "Ownership";
CREATE TRIGGER "no_delete_of_ownership_on_truncate" BEFORE TRUNCATE ON "Ownership" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_ownership_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_delegation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_delegation: a Delegation ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_delegation_on_delete" ON "Delegation";
CREATE TRIGGER "no_delete_of_delegation_on_delete" BEFORE DELETE ON "Delegation" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_delegation"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_delegation_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_delegation: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_delegation_on_truncate" ON "Delegation";
CREATE TRIGGER "no_delete_of_delegation_on_truncate" BEFORE TRUNCATE ON "Delegation" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_delegation_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_borrower"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_borrower: a Borrower ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_borrower_on_delete" ON "Borrower";
CREATE TRIGGER "no_delete_of_borrower_on_delete" BEFORE DELETE ON "Borrower" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_borrower"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_borrower_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_borrower: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_borrower_on_truncate" ON "Borrower";
CREATE TRIGGER "no_delete_of_borrower_on_truncate" BEFORE TRUNCATE ON "Borrower" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_borrower_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_customer_strategy"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_customer_strategy: a CustomerStrategy ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_customer_strategy_on_delete" ON "CustomerStrategy";
CREATE TRIGGER "no_delete_of_customer_strategy_on_delete" BEFORE DELETE ON "CustomerStrategy" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_customer_strategy"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_customer_strategy_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_customer_strategy: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_customer_strategy_on_truncate" ON "CustomerStrategy";
CREATE TRIGGER "no_delete_of_customer_strategy_on_truncate" BEFORE TRUNCATE ON "CustomerStrategy" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_customer_strategy_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_filed_document"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_filed_document: a FiledDocument ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_filed_document_on_delete" ON "FiledDocument";
CREATE TRIGGER "no_delete_of_filed_document_on_delete" BEFORE DELETE ON "FiledDocument" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_filed_document"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_filed_document_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_filed_document: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_filed_document_on_truncate" ON "FiledDocument";
CREATE TRIGGER "no_delete_of_filed_document_on_truncate" BEFORE TRUNCATE ON "FiledDocument" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_filed_document_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_filed_copy"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_filed_copy: a FiledCopy ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_filed_copy_on_delete" ON "FiledCopy";
CREATE TRIGGER "no_delete_of_filed_copy_on_delete" BEFORE DELETE ON "FiledCopy" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_filed_copy"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_filed_copy_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_filed_copy: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_filed_copy_on_truncate" ON "FiledCopy";
CREATE TRIGGER "no_delete_of_filed_copy_on_truncate" BEFORE TRUNCATE ON "FiledCopy" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_filed_copy_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_industry_bulletin"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_industry_bulletin: a IndustryBulletin ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_industry_bulletin_on_delete" ON "IndustryBulletin";
CREATE TRIGGER "no_delete_of_industry_bulletin_on_delete" BEFORE DELETE ON "IndustryBulletin" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_industry_bulletin"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_industry_bulletin_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_industry_bulletin: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_industry_bulletin_on_truncate" ON "IndustryBulletin";
CREATE TRIGGER "no_delete_of_industry_bulletin_on_truncate" BEFORE TRUNCATE ON "IndustryBulletin" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_industry_bulletin_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_limit_use"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_limit_use: a LimitUse ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_limit_use_on_delete" ON "LimitUse";
CREATE TRIGGER "no_delete_of_limit_use_on_delete" BEFORE DELETE ON "LimitUse" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_limit_use"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_limit_use_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_limit_use: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_limit_use_on_truncate" ON "LimitUse";
CREATE TRIGGER "no_delete_of_limit_use_on_truncate" BEFORE TRUNCATE ON "LimitUse" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_limit_use_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_authorised_signer"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_authorised_signer: a AuthorisedSigner ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_authorised_signer_on_delete" ON "AuthorisedSigner";
CREATE TRIGGER "no_delete_of_authorised_signer_on_delete" BEFORE DELETE ON "AuthorisedSigner" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_authorised_signer"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_authorised_signer_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_authorised_signer: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_authorised_signer_on_truncate" ON "AuthorisedSigner";
CREATE TRIGGER "no_delete_of_authorised_signer_on_truncate" BEFORE TRUNCATE ON "AuthorisedSigner" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_authorised_signer_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_loan"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_loan: a Loan ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_loan_on_delete" ON "Loan";
CREATE TRIGGER "no_delete_of_loan_on_delete" BEFORE DELETE ON "Loan" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_loan"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_loan_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_loan: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_loan_on_truncate" ON "Loan";
CREATE TRIGGER "no_delete_of_loan_on_truncate" BEFORE TRUNCATE ON "Loan" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_loan_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_collateral"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_collateral: a Collateral ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_collateral_on_delete" ON "Collateral";
CREATE TRIGGER "no_delete_of_collateral_on_delete" BEFORE DELETE ON "Collateral" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_collateral"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_collateral_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_collateral: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_collateral_on_truncate" ON "Collateral";
CREATE TRIGGER "no_delete_of_collateral_on_truncate" BEFORE TRUNCATE ON "Collateral" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_collateral_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_instalment"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_instalment: a Instalment ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_instalment_on_delete" ON "Instalment";
CREATE TRIGGER "no_delete_of_instalment_on_delete" BEFORE DELETE ON "Instalment" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_instalment"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_instalment_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_instalment: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_instalment_on_truncate" ON "Instalment";
CREATE TRIGGER "no_delete_of_instalment_on_truncate" BEFORE TRUNCATE ON "Instalment" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_instalment_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_guarantor"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_guarantor: a Guarantor ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_guarantor_on_delete" ON "Guarantor";
CREATE TRIGGER "no_delete_of_guarantor_on_delete" BEFORE DELETE ON "Guarantor" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_guarantor"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_guarantor_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_guarantor: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_guarantor_on_truncate" ON "Guarantor";
CREATE TRIGGER "no_delete_of_guarantor_on_truncate" BEFORE TRUNCATE ON "Guarantor" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_guarantor_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_fact_change"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_fact_change: a FactChange ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_fact_change_on_delete" ON "FactChange";
CREATE TRIGGER "no_delete_of_fact_change_on_delete" BEFORE DELETE ON "FactChange" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_fact_change"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_fact_change_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_fact_change: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_fact_change_on_truncate" ON "FactChange";
CREATE TRIGGER "no_delete_of_fact_change_on_truncate" BEFORE TRUNCATE ON "FactChange" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_fact_change_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_observation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_observation: a Observation ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_observation_on_delete" ON "Observation";
CREATE TRIGGER "no_delete_of_observation_on_delete" BEFORE DELETE ON "Observation" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_observation"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_observation_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_observation: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_observation_on_truncate" ON "Observation";
CREATE TRIGGER "no_delete_of_observation_on_truncate" BEFORE TRUNCATE ON "Observation" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_observation_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_zone_move"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_zone_move: a ZoneMove ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_zone_move_on_delete" ON "ZoneMove";
CREATE TRIGGER "no_delete_of_zone_move_on_delete" BEFORE DELETE ON "ZoneMove" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_zone_move"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_zone_move_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_zone_move: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_zone_move_on_truncate" ON "ZoneMove";
CREATE TRIGGER "no_delete_of_zone_move_on_truncate" BEFORE TRUNCATE ON "ZoneMove" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_zone_move_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_zone_override"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_zone_override: a ZoneOverride ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_zone_override_on_delete" ON "ZoneOverride";
CREATE TRIGGER "no_delete_of_zone_override_on_delete" BEFORE DELETE ON "ZoneOverride" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_zone_override"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_zone_override_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_zone_override: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_zone_override_on_truncate" ON "ZoneOverride";
CREATE TRIGGER "no_delete_of_zone_override_on_truncate" BEFORE TRUNCATE ON "ZoneOverride" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_zone_override_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_key_date"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_key_date: a KeyDate ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_key_date_on_delete" ON "KeyDate";
CREATE TRIGGER "no_delete_of_key_date_on_delete" BEFORE DELETE ON "KeyDate" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_key_date"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_key_date_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_key_date: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_key_date_on_truncate" ON "KeyDate";
CREATE TRIGGER "no_delete_of_key_date_on_truncate" BEFORE TRUNCATE ON "KeyDate" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_key_date_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_fact_delivery"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_fact_delivery: a FactDelivery ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_fact_delivery_on_delete" ON "FactDelivery";
CREATE TRIGGER "no_delete_of_fact_delivery_on_delete" BEFORE DELETE ON "FactDelivery" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_fact_delivery"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_fact_delivery_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_fact_delivery: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_fact_delivery_on_truncate" ON "FactDelivery";
CREATE TRIGGER "no_delete_of_fact_delivery_on_truncate" BEFORE TRUNCATE ON "FactDelivery" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_fact_delivery_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal: a Signal ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_on_delete" ON "Signal";
CREATE TRIGGER "no_delete_of_signal_on_delete" BEFORE DELETE ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_signal"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_on_truncate" ON "Signal";
CREATE TRIGGER "no_delete_of_signal_on_truncate" BEFORE TRUNCATE ON "Signal" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_signal_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_case_cost"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_case_cost: a CaseCost ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_case_cost_on_delete" ON "CaseCost";
CREATE TRIGGER "no_delete_of_case_cost_on_delete" BEFORE DELETE ON "CaseCost" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_case_cost"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_case_cost_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_case_cost: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_case_cost_on_truncate" ON "CaseCost";
CREATE TRIGGER "no_delete_of_case_cost_on_truncate" BEFORE TRUNCATE ON "CaseCost" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_case_cost_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_event"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal_event: a SignalEvent ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_event_on_delete" ON "SignalEvent";
CREATE TRIGGER "no_delete_of_signal_event_on_delete" BEFORE DELETE ON "SignalEvent" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_signal_event"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_event_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal_event: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_event_on_truncate" ON "SignalEvent";
CREATE TRIGGER "no_delete_of_signal_event_on_truncate" BEFORE TRUNCATE ON "SignalEvent" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_signal_event_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_question"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal_question: a SignalQuestion ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_question_on_delete" ON "SignalQuestion";
CREATE TRIGGER "no_delete_of_signal_question_on_delete" BEFORE DELETE ON "SignalQuestion" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_signal_question"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_question_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal_question: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_question_on_truncate" ON "SignalQuestion";
CREATE TRIGGER "no_delete_of_signal_question_on_truncate" BEFORE TRUNCATE ON "SignalQuestion" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_signal_question_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_snooze"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal_snooze: a SignalSnooze ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_snooze_on_delete" ON "SignalSnooze";
CREATE TRIGGER "no_delete_of_signal_snooze_on_delete" BEFORE DELETE ON "SignalSnooze" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_signal_snooze"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_snooze_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal_snooze: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_snooze_on_truncate" ON "SignalSnooze";
CREATE TRIGGER "no_delete_of_signal_snooze_on_truncate" BEFORE TRUNCATE ON "SignalSnooze" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_signal_snooze_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_escalation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_escalation: a Escalation ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_escalation_on_delete" ON "Escalation";
CREATE TRIGGER "no_delete_of_escalation_on_delete" BEFORE DELETE ON "Escalation" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_escalation"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_escalation_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_escalation: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_escalation_on_truncate" ON "Escalation";
CREATE TRIGGER "no_delete_of_escalation_on_truncate" BEFORE TRUNCATE ON "Escalation" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_escalation_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_duty_turn"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_duty_turn: a DutyTurn ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_duty_turn_on_delete" ON "DutyTurn";
CREATE TRIGGER "no_delete_of_duty_turn_on_delete" BEFORE DELETE ON "DutyTurn" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_duty_turn"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_duty_turn_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_duty_turn: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_duty_turn_on_truncate" ON "DutyTurn";
CREATE TRIGGER "no_delete_of_duty_turn_on_truncate" BEFORE TRUNCATE ON "DutyTurn" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_duty_turn_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_named"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal_named: a SignalNamed ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_named_on_delete" ON "SignalNamed";
CREATE TRIGGER "no_delete_of_signal_named_on_delete" BEFORE DELETE ON "SignalNamed" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_signal_named"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_signal_named_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_signal_named: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_signal_named_on_truncate" ON "SignalNamed";
CREATE TRIGGER "no_delete_of_signal_named_on_truncate" BEFORE TRUNCATE ON "SignalNamed" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_signal_named_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_inspection"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_inspection: a Inspection ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_inspection_on_delete" ON "Inspection";
CREATE TRIGGER "no_delete_of_inspection_on_delete" BEFORE DELETE ON "Inspection" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_inspection"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_inspection_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_inspection: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_inspection_on_truncate" ON "Inspection";
CREATE TRIGGER "no_delete_of_inspection_on_truncate" BEFORE TRUNCATE ON "Inspection" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_inspection_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_draft"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_draft: a Draft ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_draft_on_delete" ON "Draft";
CREATE TRIGGER "no_delete_of_draft_on_delete" BEFORE DELETE ON "Draft" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_draft"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_draft_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_draft: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_draft_on_truncate" ON "Draft";
CREATE TRIGGER "no_delete_of_draft_on_truncate" BEFORE TRUNCATE ON "Draft" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_draft_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_report"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_report: a Report ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_report_on_delete" ON "Report";
CREATE TRIGGER "no_delete_of_report_on_delete" BEFORE DELETE ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_report"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_report_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_report: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_report_on_truncate" ON "Report";
CREATE TRIGGER "no_delete_of_report_on_truncate" BEFORE TRUNCATE ON "Report" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_report_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_off_site_batch"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_off_site_batch: a OffSiteBatch ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_off_site_batch_on_delete" ON "OffSiteBatch";
CREATE TRIGGER "no_delete_of_off_site_batch_on_delete" BEFORE DELETE ON "OffSiteBatch" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_off_site_batch"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_off_site_batch_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_off_site_batch: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_off_site_batch_on_truncate" ON "OffSiteBatch";
CREATE TRIGGER "no_delete_of_off_site_batch_on_truncate" BEFORE TRUNCATE ON "OffSiteBatch" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_off_site_batch_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_answer"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_answer: a Answer ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_answer_on_delete" ON "Answer";
CREATE TRIGGER "no_delete_of_answer_on_delete" BEFORE DELETE ON "Answer" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_answer"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_answer_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_answer: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_answer_on_truncate" ON "Answer";
CREATE TRIGGER "no_delete_of_answer_on_truncate" BEFORE TRUNCATE ON "Answer" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_answer_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_reviewer_naming"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_reviewer_naming: a ReviewerNaming ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_reviewer_naming_on_delete" ON "ReviewerNaming";
CREATE TRIGGER "no_delete_of_reviewer_naming_on_delete" BEFORE DELETE ON "ReviewerNaming" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_reviewer_naming"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_reviewer_naming_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_reviewer_naming: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_reviewer_naming_on_truncate" ON "ReviewerNaming";
CREATE TRIGGER "no_delete_of_reviewer_naming_on_truncate" BEFORE TRUNCATE ON "ReviewerNaming" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_reviewer_naming_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_review"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_review: a Review ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_review_on_delete" ON "Review";
CREATE TRIGGER "no_delete_of_review_on_delete" BEFORE DELETE ON "Review" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_review"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_review_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_review: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_review_on_truncate" ON "Review";
CREATE TRIGGER "no_delete_of_review_on_truncate" BEFORE TRUNCATE ON "Review" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_review_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_sample_draw"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_sample_draw: a SampleDraw ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_sample_draw_on_delete" ON "SampleDraw";
CREATE TRIGGER "no_delete_of_sample_draw_on_delete" BEFORE DELETE ON "SampleDraw" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_sample_draw"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_sample_draw_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_sample_draw: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_sample_draw_on_truncate" ON "SampleDraw";
CREATE TRIGGER "no_delete_of_sample_draw_on_truncate" BEFORE TRUNCATE ON "SampleDraw" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_sample_draw_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_sample_item"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_sample_item: a SampleItem ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_sample_item_on_delete" ON "SampleItem";
CREATE TRIGGER "no_delete_of_sample_item_on_delete" BEFORE DELETE ON "SampleItem" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_sample_item"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_sample_item_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_sample_item: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_sample_item_on_truncate" ON "SampleItem";
CREATE TRIGGER "no_delete_of_sample_item_on_truncate" BEFORE TRUNCATE ON "SampleItem" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_sample_item_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_confirmation_sheet"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_confirmation_sheet: a ConfirmationSheet ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_confirmation_sheet_on_delete" ON "ConfirmationSheet";
CREATE TRIGGER "no_delete_of_confirmation_sheet_on_delete" BEFORE DELETE ON "ConfirmationSheet" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_confirmation_sheet"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_confirmation_sheet_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_confirmation_sheet: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_confirmation_sheet_on_truncate" ON "ConfirmationSheet";
CREATE TRIGGER "no_delete_of_confirmation_sheet_on_truncate" BEFORE TRUNCATE ON "ConfirmationSheet" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_confirmation_sheet_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_borrower_confirmation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_borrower_confirmation: a BorrowerConfirmation ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_borrower_confirmation_on_delete" ON "BorrowerConfirmation";
CREATE TRIGGER "no_delete_of_borrower_confirmation_on_delete" BEFORE DELETE ON "BorrowerConfirmation" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_borrower_confirmation"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_borrower_confirmation_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_borrower_confirmation: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_borrower_confirmation_on_truncate" ON "BorrowerConfirmation";
CREATE TRIGGER "no_delete_of_borrower_confirmation_on_truncate" BEFORE TRUNCATE ON "BorrowerConfirmation" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_borrower_confirmation_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_report_finding"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_report_finding: a ReportFinding ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_report_finding_on_delete" ON "ReportFinding";
CREATE TRIGGER "no_delete_of_report_finding_on_delete" BEFORE DELETE ON "ReportFinding" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_report_finding"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_report_finding_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_report_finding: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_report_finding_on_truncate" ON "ReportFinding";
CREATE TRIGGER "no_delete_of_report_finding_on_truncate" BEFORE TRUNCATE ON "ReportFinding" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_report_finding_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_review_note"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_review_note: a ReviewNote ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_review_note_on_delete" ON "ReviewNote";
CREATE TRIGGER "no_delete_of_review_note_on_delete" BEFORE DELETE ON "ReviewNote" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_review_note"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_review_note_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_review_note: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_review_note_on_truncate" ON "ReviewNote";
CREATE TRIGGER "no_delete_of_review_note_on_truncate" BEFORE TRUNCATE ON "ReviewNote" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_review_note_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_evidence"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_evidence: a Evidence ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_evidence_on_delete" ON "Evidence";
CREATE TRIGGER "no_delete_of_evidence_on_delete" BEFORE DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_evidence"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_evidence_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_evidence: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_evidence_on_truncate" ON "Evidence";
CREATE TRIGGER "no_delete_of_evidence_on_truncate" BEFORE TRUNCATE ON "Evidence" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_evidence_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_document_link"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_document_link: a DocumentLink ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_document_link_on_delete" ON "DocumentLink";
CREATE TRIGGER "no_delete_of_document_link_on_delete" BEFORE DELETE ON "DocumentLink" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_document_link"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_document_link_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_document_link: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_document_link_on_truncate" ON "DocumentLink";
CREATE TRIGGER "no_delete_of_document_link_on_truncate" BEFORE TRUNCATE ON "DocumentLink" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_document_link_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_case"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_case: a Case ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_case_on_delete" ON "Case";
CREATE TRIGGER "no_delete_of_case_on_delete" BEFORE DELETE ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_case"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_case_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_case: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_case_on_truncate" ON "Case";
CREATE TRIGGER "no_delete_of_case_on_truncate" BEFORE TRUNCATE ON "Case" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_case_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_gate_override"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_gate_override: a GateOverride ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_gate_override_on_delete" ON "GateOverride";
CREATE TRIGGER "no_delete_of_gate_override_on_delete" BEFORE DELETE ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_gate_override"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_gate_override_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_gate_override: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_gate_override_on_truncate" ON "GateOverride";
CREATE TRIGGER "no_delete_of_gate_override_on_truncate" BEFORE TRUNCATE ON "GateOverride" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_gate_override_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_outbox_message"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_outbox_message: a OutboxMessage ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_outbox_message_on_delete" ON "OutboxMessage";
CREATE TRIGGER "no_delete_of_outbox_message_on_delete" BEFORE DELETE ON "OutboxMessage" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_outbox_message"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_outbox_message_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_outbox_message: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_outbox_message_on_truncate" ON "OutboxMessage";
CREATE TRIGGER "no_delete_of_outbox_message_on_truncate" BEFORE TRUNCATE ON "OutboxMessage" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_outbox_message_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_watchdog_finding"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_watchdog_finding: a WatchdogFinding ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_watchdog_finding_on_delete" ON "WatchdogFinding";
CREATE TRIGGER "no_delete_of_watchdog_finding_on_delete" BEFORE DELETE ON "WatchdogFinding" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_watchdog_finding"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_watchdog_finding_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_watchdog_finding: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_watchdog_finding_on_truncate" ON "WatchdogFinding";
CREATE TRIGGER "no_delete_of_watchdog_finding_on_truncate" BEFORE TRUNCATE ON "WatchdogFinding" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_watchdog_finding_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_snooze"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_snooze: a Snooze ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_snooze_on_delete" ON "Snooze";
CREATE TRIGGER "no_delete_of_snooze_on_delete" BEFORE DELETE ON "Snooze" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_snooze"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_snooze_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_snooze: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_snooze_on_truncate" ON "Snooze";
CREATE TRIGGER "no_delete_of_snooze_on_truncate" BEFORE TRUNCATE ON "Snooze" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_snooze_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_extension"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_extension: a Extension ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_extension_on_delete" ON "Extension";
CREATE TRIGGER "no_delete_of_extension_on_delete" BEFORE DELETE ON "Extension" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_extension"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_extension_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_extension: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_extension_on_truncate" ON "Extension";
CREATE TRIGGER "no_delete_of_extension_on_truncate" BEFORE TRUNCATE ON "Extension" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_extension_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_visit_attempt"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_visit_attempt: a VisitAttempt ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_visit_attempt_on_delete" ON "VisitAttempt";
CREATE TRIGGER "no_delete_of_visit_attempt_on_delete" BEFORE DELETE ON "VisitAttempt" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_visit_attempt"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_visit_attempt_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_visit_attempt: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_visit_attempt_on_truncate" ON "VisitAttempt";
CREATE TRIGGER "no_delete_of_visit_attempt_on_truncate" BEFORE TRUNCATE ON "VisitAttempt" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_visit_attempt_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_handover"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_handover: a Handover ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_handover_on_delete" ON "Handover";
CREATE TRIGGER "no_delete_of_handover_on_delete" BEFORE DELETE ON "Handover" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_handover"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_handover_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_handover: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_handover_on_truncate" ON "Handover";
CREATE TRIGGER "no_delete_of_handover_on_truncate" BEFORE TRUNCATE ON "Handover" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_handover_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_inbound_delivery"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_inbound_delivery: a InboundDelivery ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_inbound_delivery_on_delete" ON "InboundDelivery";
CREATE TRIGGER "no_delete_of_inbound_delivery_on_delete" BEFORE DELETE ON "InboundDelivery" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_inbound_delivery"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_inbound_delivery_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_inbound_delivery: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_inbound_delivery_on_truncate" ON "InboundDelivery";
CREATE TRIGGER "no_delete_of_inbound_delivery_on_truncate" BEFORE TRUNCATE ON "InboundDelivery" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_inbound_delivery_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_audit_event"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_audit_event: a AuditEvent ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_audit_event_on_delete" ON "AuditEvent";
CREATE TRIGGER "no_delete_of_audit_event_on_delete" BEFORE DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_audit_event"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_audit_event_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_audit_event: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_audit_event_on_truncate" ON "AuditEvent";
CREATE TRIGGER "no_delete_of_audit_event_on_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_audit_event_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_audit_head"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_audit_head: a AuditHead ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_audit_head_on_delete" ON "AuditHead";
CREATE TRIGGER "no_delete_of_audit_head_on_delete" BEFORE DELETE ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_audit_head"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_audit_head_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_audit_head: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_audit_head_on_truncate" ON "AuditHead";
CREATE TRIGGER "no_delete_of_audit_head_on_truncate" BEFORE TRUNCATE ON "AuditHead" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_audit_head_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_policy_version"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_policy_version: a PolicyVersion ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_policy_version_on_delete" ON "PolicyVersion";
CREATE TRIGGER "no_delete_of_policy_version_on_delete" BEFORE DELETE ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_policy_version"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_policy_version_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_policy_version: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_policy_version_on_truncate" ON "PolicyVersion";
CREATE TRIGGER "no_delete_of_policy_version_on_truncate" BEFORE TRUNCATE ON "PolicyVersion" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_policy_version_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_policy_proposal"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_policy_proposal: a PolicyProposal ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_policy_proposal_on_delete" ON "PolicyProposal";
CREATE TRIGGER "no_delete_of_policy_proposal_on_delete" BEFORE DELETE ON "PolicyProposal" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_policy_proposal"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_policy_proposal_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_policy_proposal: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_policy_proposal_on_truncate" ON "PolicyProposal";
CREATE TRIGGER "no_delete_of_policy_proposal_on_truncate" BEFORE TRUNCATE ON "PolicyProposal" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_policy_proposal_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_policy_sign_off"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_policy_sign_off: a PolicySignOff ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_policy_sign_off_on_delete" ON "PolicySignOff";
CREATE TRIGGER "no_delete_of_policy_sign_off_on_delete" BEFORE DELETE ON "PolicySignOff" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_policy_sign_off"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_policy_sign_off_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_policy_sign_off: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_policy_sign_off_on_truncate" ON "PolicySignOff";
CREATE TRIGGER "no_delete_of_policy_sign_off_on_truncate" BEFORE TRUNCATE ON "PolicySignOff" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_policy_sign_off_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_import_run"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_import_run: a ImportRun ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_import_run_on_delete" ON "ImportRun";
CREATE TRIGGER "no_delete_of_import_run_on_delete" BEFORE DELETE ON "ImportRun" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_import_run"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_import_run_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_import_run: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_import_run_on_truncate" ON "ImportRun";
CREATE TRIGGER "no_delete_of_import_run_on_truncate" BEFORE TRUNCATE ON "ImportRun" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_import_run_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_import_refusal"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_import_refusal: a ImportRefusal ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_import_refusal_on_delete" ON "ImportRefusal";
CREATE TRIGGER "no_delete_of_import_refusal_on_delete" BEFORE DELETE ON "ImportRefusal" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_import_refusal"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_import_refusal_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_import_refusal: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_import_refusal_on_truncate" ON "ImportRefusal";
CREATE TRIGGER "no_delete_of_import_refusal_on_truncate" BEFORE TRUNCATE ON "ImportRefusal" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_import_refusal_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_total_delta"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_total_delta: a TotalDelta ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_total_delta_on_delete" ON "TotalDelta";
CREATE TRIGGER "no_delete_of_total_delta_on_delete" BEFORE DELETE ON "TotalDelta" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_total_delta"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_total_delta_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_total_delta: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_total_delta_on_truncate" ON "TotalDelta";
CREATE TRIGGER "no_delete_of_total_delta_on_truncate" BEFORE TRUNCATE ON "TotalDelta" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_total_delta_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_tier_proposal"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_tier_proposal: a TierProposal ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_tier_proposal_on_delete" ON "TierProposal";
CREATE TRIGGER "no_delete_of_tier_proposal_on_delete" BEFORE DELETE ON "TierProposal" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_tier_proposal"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_tier_proposal_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_tier_proposal: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_tier_proposal_on_truncate" ON "TierProposal";
CREATE TRIGGER "no_delete_of_tier_proposal_on_truncate" BEFORE TRUNCATE ON "TierProposal" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_tier_proposal_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_score_sheet"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_score_sheet: a ScoreSheet ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_score_sheet_on_delete" ON "ScoreSheet";
CREATE TRIGGER "no_delete_of_score_sheet_on_delete" BEFORE DELETE ON "ScoreSheet" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_score_sheet"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_score_sheet_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_score_sheet: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_score_sheet_on_truncate" ON "ScoreSheet";
CREATE TRIGGER "no_delete_of_score_sheet_on_truncate" BEFORE TRUNCATE ON "ScoreSheet" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_score_sheet_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_digest_wish"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_digest_wish: a DigestWish ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_digest_wish_on_delete" ON "DigestWish";
CREATE TRIGGER "no_delete_of_digest_wish_on_delete" BEFORE DELETE ON "DigestWish" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_digest_wish"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_digest_wish_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_digest_wish: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_digest_wish_on_truncate" ON "DigestWish";
CREATE TRIGGER "no_delete_of_digest_wish_on_truncate" BEFORE TRUNCATE ON "DigestWish" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_digest_wish_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_digest_look"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_digest_look: a DigestLook ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_digest_look_on_delete" ON "DigestLook";
CREATE TRIGGER "no_delete_of_digest_look_on_delete" BEFORE DELETE ON "DigestLook" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_digest_look"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_digest_look_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_digest_look: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_digest_look_on_truncate" ON "DigestLook";
CREATE TRIGGER "no_delete_of_digest_look_on_truncate" BEFORE TRUNCATE ON "DigestLook" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_digest_look_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_delete_of_ledger_export"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_ledger_export: a LedgerExport ends; it is never deleted';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_ledger_export_on_delete" ON "LedgerExport";
CREATE TRIGGER "no_delete_of_ledger_export_on_delete" BEFORE DELETE ON "LedgerExport" FOR EACH ROW EXECUTE FUNCTION "guard_no_delete_of_ledger_export"();
CREATE OR REPLACE FUNCTION "guard_no_delete_of_ledger_export_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_delete_of_ledger_export: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "no_delete_of_ledger_export_on_truncate" ON "LedgerExport";
CREATE TRIGGER "no_delete_of_ledger_export_on_truncate" BEFORE TRUNCATE ON "LedgerExport" FOR EACH STATEMENT EXECUTE FUNCTION "guard_no_delete_of_ledger_export_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_audit_event"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_audit_event: a AuditEvent is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_audit_event_on_update" ON "AuditEvent";
CREATE TRIGGER "no_update_of_audit_event_on_update" BEFORE UPDATE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_audit_event"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_review"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_review: a Review is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_review_on_update" ON "Review";
CREATE TRIGGER "no_update_of_review_on_update" BEFORE UPDATE ON "Review" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_review"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_review_note"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_review_note: a ReviewNote is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_review_note_on_update" ON "ReviewNote";
CREATE TRIGGER "no_update_of_review_note_on_update" BEFORE UPDATE ON "ReviewNote" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_review_note"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_report_finding"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_report_finding: a ReportFinding is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_report_finding_on_update" ON "ReportFinding";
CREATE TRIGGER "no_update_of_report_finding_on_update" BEFORE UPDATE ON "ReportFinding" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_report_finding"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_answer"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_answer: a Answer is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_answer_on_update" ON "Answer";
CREATE TRIGGER "no_update_of_answer_on_update" BEFORE UPDATE ON "Answer" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_answer"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_observation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_observation: a Observation is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_observation_on_update" ON "Observation";
CREATE TRIGGER "no_update_of_observation_on_update" BEFORE UPDATE ON "Observation" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_observation"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_fact_change"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_fact_change: a FactChange is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_fact_change_on_update" ON "FactChange";
CREATE TRIGGER "no_update_of_fact_change_on_update" BEFORE UPDATE ON "FactChange" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_fact_change"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_policy_version"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_policy_version: a PolicyVersion is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_policy_version_on_update" ON "PolicyVersion";
CREATE TRIGGER "no_update_of_policy_version_on_update" BEFORE UPDATE ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_policy_version"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_visit_attempt"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_visit_attempt: a VisitAttempt is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_visit_attempt_on_update" ON "VisitAttempt";
CREATE TRIGGER "no_update_of_visit_attempt_on_update" BEFORE UPDATE ON "VisitAttempt" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_visit_attempt"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_reviewer_naming"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_reviewer_naming: a ReviewerNaming is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_reviewer_naming_on_update" ON "ReviewerNaming";
CREATE TRIGGER "no_update_of_reviewer_naming_on_update" BEFORE UPDATE ON "ReviewerNaming" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_reviewer_naming"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_policy_sign_off"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_policy_sign_off: a PolicySignOff is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_policy_sign_off_on_update" ON "PolicySignOff";
CREATE TRIGGER "no_update_of_policy_sign_off_on_update" BEFORE UPDATE ON "PolicySignOff" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_policy_sign_off"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_confirmation_sheet"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_confirmation_sheet: a ConfirmationSheet is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_confirmation_sheet_on_update" ON "ConfirmationSheet";
CREATE TRIGGER "no_update_of_confirmation_sheet_on_update" BEFORE UPDATE ON "ConfirmationSheet" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_confirmation_sheet"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_borrower_confirmation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_borrower_confirmation: a BorrowerConfirmation is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_borrower_confirmation_on_update" ON "BorrowerConfirmation";
CREATE TRIGGER "no_update_of_borrower_confirmation_on_update" BEFORE UPDATE ON "BorrowerConfirmation" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_borrower_confirmation"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_sample_draw"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_sample_draw: a SampleDraw is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_sample_draw_on_update" ON "SampleDraw";
CREATE TRIGGER "no_update_of_sample_draw_on_update" BEFORE UPDATE ON "SampleDraw" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_sample_draw"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_sample_item"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_sample_item: a SampleItem is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_sample_item_on_update" ON "SampleItem";
CREATE TRIGGER "no_update_of_sample_item_on_update" BEFORE UPDATE ON "SampleItem" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_sample_item"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_signal_event"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_signal_event: a SignalEvent is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_signal_event_on_update" ON "SignalEvent";
CREATE TRIGGER "no_update_of_signal_event_on_update" BEFORE UPDATE ON "SignalEvent" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_signal_event"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_signal_named"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_signal_named: a SignalNamed is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_signal_named_on_update" ON "SignalNamed";
CREATE TRIGGER "no_update_of_signal_named_on_update" BEFORE UPDATE ON "SignalNamed" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_signal_named"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_escalation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_escalation: a Escalation is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_escalation_on_update" ON "Escalation";
CREATE TRIGGER "no_update_of_escalation_on_update" BEFORE UPDATE ON "Escalation" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_escalation"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_fact_delivery"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_fact_delivery: a FactDelivery is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_fact_delivery_on_update" ON "FactDelivery";
CREATE TRIGGER "no_update_of_fact_delivery_on_update" BEFORE UPDATE ON "FactDelivery" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_fact_delivery"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_zone_move"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_zone_move: a ZoneMove is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_zone_move_on_update" ON "ZoneMove";
CREATE TRIGGER "no_update_of_zone_move_on_update" BEFORE UPDATE ON "ZoneMove" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_zone_move"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_score_sheet"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_score_sheet: a ScoreSheet is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_score_sheet_on_update" ON "ScoreSheet";
CREATE TRIGGER "no_update_of_score_sheet_on_update" BEFORE UPDATE ON "ScoreSheet" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_score_sheet"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_customer_strategy"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_customer_strategy: a CustomerStrategy is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_customer_strategy_on_update" ON "CustomerStrategy";
CREATE TRIGGER "no_update_of_customer_strategy_on_update" BEFORE UPDATE ON "CustomerStrategy" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_customer_strategy"();

CREATE OR REPLACE FUNCTION "guard_no_update_of_case_cost"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard no_update_of_case_cost: a CaseCost is written once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "no_update_of_case_cost_on_update" ON "CaseCost";
CREATE TRIGGER "no_update_of_case_cost_on_update" BEFORE UPDATE ON "CaseCost" FOR EACH ROW EXECUTE FUNCTION "guard_no_update_of_case_cost"();

CREATE OR REPLACE FUNCTION "guard_loans_fixed_at_start"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF ((SELECT "state" FROM "Inspection" WHERE "id" = NEW."inspectionId") NOT IN ('planned', 'started')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard loans_fixed_at_start: the loans of an inspection are fixed when it starts';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "loans_fixed_at_start_on_insert" ON "InspectionLoan";
CREATE TRIGGER "loans_fixed_at_start_on_insert" BEFORE INSERT ON "InspectionLoan" FOR EACH ROW EXECUTE FUNCTION "guard_loans_fixed_at_start"();

CREATE OR REPLACE FUNCTION "guard_loans_stay_after_start"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF ((SELECT "state" FROM "Inspection" WHERE "id" = OLD."inspectionId") NOT IN ('planned')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard loans_stay_after_start: the loans of an inspection are fixed when it starts';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "loans_stay_after_start_on_delete" ON "InspectionLoan";
CREATE TRIGGER "loans_stay_after_start_on_delete" BEFORE DELETE ON "InspectionLoan" FOR EACH ROW EXECUTE FUNCTION "guard_loans_stay_after_start"();
CREATE OR REPLACE FUNCTION "guard_loans_stay_after_start_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard loans_stay_after_start: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "loans_stay_after_start_on_truncate" ON "InspectionLoan";
CREATE TRIGGER "loans_stay_after_start_on_truncate" BEFORE TRUNCATE ON "InspectionLoan" FOR EACH STATEMENT EXECUTE FUNCTION "guard_loans_stay_after_start_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_loans_not_exchanged"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (1 = 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard loans_not_exchanged: the loans of an inspection are fixed when it starts';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "loans_not_exchanged_on_update" ON "InspectionLoan";
CREATE TRIGGER "loans_not_exchanged_on_update" BEFORE UPDATE ON "InspectionLoan" FOR EACH ROW EXECUTE FUNCTION "guard_loans_not_exchanged"();

CREATE OR REPLACE FUNCTION "guard_told_items_stay"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF ((SELECT "state" FROM "OutboxMessage" WHERE "id" = OLD."messageId") <> 'pending') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard told_items_stay: what a message was about is kept once it is on its way';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "told_items_stay_on_delete" ON "OutboxItem";
CREATE TRIGGER "told_items_stay_on_delete" BEFORE DELETE ON "OutboxItem" FOR EACH ROW EXECUTE FUNCTION "guard_told_items_stay"();
CREATE OR REPLACE FUNCTION "guard_told_items_stay_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard told_items_stay: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "told_items_stay_on_truncate" ON "OutboxItem";
CREATE TRIGGER "told_items_stay_on_truncate" BEFORE TRUNCATE ON "OutboxItem" FOR EACH STATEMENT EXECUTE FUNCTION "guard_told_items_stay_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_audit_event_follows_head"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NOT EXISTS (SELECT 1 FROM "AuditHead" WHERE "seq" + 1 = NEW."seq" AND "hash" = NEW."prevHash")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard audit_event_follows_head: an audit event follows the head of the chain';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "audit_event_follows_head_on_insert" ON "AuditEvent";
CREATE TRIGGER "audit_event_follows_head_on_insert" BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "guard_audit_event_follows_head"();

CREATE OR REPLACE FUNCTION "guard_audit_head_is_one_row"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."id" <> 1 OR NEW."seq" <> 0) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard audit_head_is_one_row: the audit has one head, which begins at 0';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "audit_head_is_one_row_on_insert" ON "AuditHead";
CREATE TRIGGER "audit_head_is_one_row_on_insert" BEFORE INSERT ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION "guard_audit_head_is_one_row"();

CREATE OR REPLACE FUNCTION "guard_audit_head_moves_on"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."id" <> OLD."id" OR (NEW."seq" <> OLD."seq" + 1 AND NOT (NEW."seq" = OLD."seq" AND NEW."hash" = OLD."hash"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard audit_head_moves_on: the head only moves on, by one';
  END IF;
  IF (NOT (NEW."seq" = OLD."seq" AND NEW."hash" = OLD."hash")
      AND NOT EXISTS (SELECT 1 FROM "AuditEvent" WHERE "seq" = NEW."seq" AND "hash" = NEW."hash")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard audit_head_moves_on: the head names the event that was just written';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "audit_head_moves_on_on_update" ON "AuditHead";
CREATE TRIGGER "audit_head_moves_on_on_update" BEFORE UPDATE ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION "guard_audit_head_moves_on"();

CREATE OR REPLACE FUNCTION "guard_report_is_immutable"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (OLD."id" IS DISTINCT FROM NEW."id" OR OLD."inspectionId" IS DISTINCT FROM NEW."inspectionId" OR OLD."revision" IS DISTINCT FROM NEW."revision" OR OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."submittedAt" IS DISTINCT FROM NEW."submittedAt" OR OLD."policyVersionId" IS DISTINCT FROM NEW."policyVersionId" OR OLD."mode" IS DISTINCT FROM NEW."mode" OR OLD."visitedOn" IS DISTINCT FROM NEW."visitedOn" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."content" IS DISTINCT FROM NEW."content" OR OLD."contentHash" IS DISTINCT FROM NEW."contentHash" OR OLD."circumstances" IS DISTINCT FROM NEW."circumstances" OR OLD."unaskedAfter" IS DISTINCT FROM NEW."unaskedAfter" OR OLD."partHash" IS DISTINCT FROM NEW."partHash" OR OLD."batchId" IS DISTINCT FROM NEW."batchId" OR OLD."submittedOn" IS DISTINCT FROM NEW."submittedOn") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard report_is_immutable: a submitted report is not changed; a correction is a new revision';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "report_is_immutable_on_update" ON "Report";
CREATE TRIGGER "report_is_immutable_on_update" BEFORE UPDATE ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_report_is_immutable"();

CREATE OR REPLACE FUNCTION "guard_approved_needs_review"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" = 'approved' AND NOT EXISTS (SELECT 1 FROM "Review" WHERE "reportId" = NEW."id" AND "decision" = 'approved')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard approved_needs_review: a report is approved by a review';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "approved_needs_review_on_insert" ON "Report";
CREATE TRIGGER "approved_needs_review_on_insert" BEFORE INSERT ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_approved_needs_review"();
DROP TRIGGER IF EXISTS "approved_needs_review_on_update" ON "Report";
CREATE TRIGGER "approved_needs_review_on_update" BEFORE UPDATE OF "state" ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_approved_needs_review"();

CREATE OR REPLACE FUNCTION "guard_approved_needs_confirmation"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" = 'approved' AND NEW."partHash" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "BorrowerConfirmation" c JOIN "ConfirmationSheet" s ON s."id" = c."sheetId"
      WHERE s."inspectionId" = NEW."inspectionId" AND s."partHash" = NEW."partHash")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard approved_needs_confirmation: a report that needs the borrower''s confirmation is approved after it';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "approved_needs_confirmation_on_insert" ON "Report";
CREATE TRIGGER "approved_needs_confirmation_on_insert" BEFORE INSERT ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_approved_needs_confirmation"();
DROP TRIGGER IF EXISTS "approved_needs_confirmation_on_update" ON "Report";
CREATE TRIGGER "approved_needs_confirmation_on_update" BEFORE UPDATE OF "state" ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_approved_needs_confirmation"();

CREATE OR REPLACE FUNCTION "guard_report_fits_its_batch"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."batchId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "OffSiteBatch" b WHERE b."id" = NEW."batchId" AND b."submittedAt" IS NULL
      AND b."personId" = NEW."submittedById")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard report_fits_its_batch: a report joins an open batch of the person who submits it';
  END IF;
  IF (NEW."batchId" IS NOT NULL AND (NEW."mode" <> 'off_site' OR NEW."level" IS NOT NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard report_fits_its_batch: a batch holds off-site checks in which nothing is out of range';
  END IF;
  IF (NEW."batchId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Inspection" WHERE "id" = NEW."inspectionId" AND "kind" = 'routine')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard report_fits_its_batch: a batch holds routine checks';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "report_fits_its_batch_on_insert" ON "Report";
CREATE TRIGGER "report_fits_its_batch_on_insert" BEFORE INSERT ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_report_fits_its_batch"();

CREATE OR REPLACE FUNCTION "guard_batch_is_submitted_once"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (OLD."submittedAt" IS NOT NULL AND (OLD."id" IS DISTINCT FROM NEW."id" OR OLD."number" IS DISTINCT FROM NEW."number" OR OLD."personId" IS DISTINCT FROM NEW."personId" OR OLD."policyVersionId" IS DISTINCT FROM NEW."policyVersionId" OR OLD."openedAt" IS DISTINCT FROM NEW."openedAt" OR OLD."savedAt" IS DISTINCT FROM NEW."savedAt" OR OLD."submittedAt" IS DISTINCT FROM NEW."submittedAt")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard batch_is_submitted_once: what a submitted batch holds is kept as it was';
  END IF;
  IF (NEW."personId" <> OLD."personId") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard batch_is_submitted_once: a batch stays with who opened it';
  END IF;
  IF (NEW."submittedAt" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Report" WHERE "batchId" = NEW."id")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard batch_is_submitted_once: a batch is submitted with its reports';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "batch_is_submitted_once_on_update" ON "OffSiteBatch";
CREATE TRIGGER "batch_is_submitted_once_on_update" BEFORE UPDATE ON "OffSiteBatch" FOR EACH ROW EXECUTE FUNCTION "guard_batch_is_submitted_once"();

CREATE OR REPLACE FUNCTION "guard_batch_answers_stay"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (EXISTS (SELECT 1 FROM "OffSiteBatch" WHERE "id" = NEW."batchId" AND "submittedAt" IS NOT NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard batch_answers_stay: what a submitted batch holds is kept as it was';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "batch_answers_stay_on_insert" ON "BatchAnswer";
CREATE TRIGGER "batch_answers_stay_on_insert" BEFORE INSERT ON "BatchAnswer" FOR EACH ROW EXECUTE FUNCTION "guard_batch_answers_stay"();
DROP TRIGGER IF EXISTS "batch_answers_stay_on_update" ON "BatchAnswer";
CREATE TRIGGER "batch_answers_stay_on_update" BEFORE UPDATE ON "BatchAnswer" FOR EACH ROW EXECUTE FUNCTION "guard_batch_answers_stay"();

CREATE OR REPLACE FUNCTION "guard_batch_answers_not_taken_back"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (EXISTS (SELECT 1 FROM "OffSiteBatch" WHERE "id" = OLD."batchId" AND "submittedAt" IS NOT NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard batch_answers_not_taken_back: what a submitted batch holds is kept as it was';
  END IF;
  RETURN OLD;
END
$guard$;
DROP TRIGGER IF EXISTS "batch_answers_not_taken_back_on_delete" ON "BatchAnswer";
CREATE TRIGGER "batch_answers_not_taken_back_on_delete" BEFORE DELETE ON "BatchAnswer" FOR EACH ROW EXECUTE FUNCTION "guard_batch_answers_not_taken_back"();
CREATE OR REPLACE FUNCTION "guard_batch_answers_not_taken_back_on_truncate"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard batch_answers_not_taken_back: the table is not emptied';
END
$guard$;
DROP TRIGGER IF EXISTS "batch_answers_not_taken_back_on_truncate" ON "BatchAnswer";
CREATE TRIGGER "batch_answers_not_taken_back_on_truncate" BEFORE TRUNCATE ON "BatchAnswer" FOR EACH STATEMENT EXECUTE FUNCTION "guard_batch_answers_not_taken_back_on_truncate"();

CREATE OR REPLACE FUNCTION "guard_confirmation_fits_its_sheet"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (EXISTS (SELECT 1 FROM "ConfirmationSheet" s WHERE s."id" = NEW."sheetId" AND NEW."signedOn" < s."visitedOn")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard confirmation_fits_its_sheet: a confirmation is signed on the day of the visit or later';
  END IF;
  IF (NEW."answer" = 'confirmed' AND (NEW."signerId" IS NULL OR NEW."sha256" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard confirmation_fits_its_sheet: a confirmation has a signer and the signed sheet';
  END IF;
  IF (NEW."signerId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "ConfirmationSheet" s JOIN "Inspection" i ON i."id" = s."inspectionId"
      JOIN "Borrower" b ON b."id" = i."borrowerId"
      LEFT JOIN "AuthorisedSigner" a ON a."borrowerId" = b."id" AND a."id" = NEW."signerId"
      WHERE s."id" = NEW."sheetId" AND (a."id" IS NOT NULL
        OR (b."id" = NEW."signerId" AND b."customerType" IN ('sole_trader', 'farm_household', 'individual'))))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard confirmation_fits_its_sheet: the signer is one of those who may sign for the borrower';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "confirmation_fits_its_sheet_on_insert" ON "BorrowerConfirmation";
CREATE TRIGGER "confirmation_fits_its_sheet_on_insert" BEFORE INSERT ON "BorrowerConfirmation" FOR EACH ROW EXECUTE FUNCTION "guard_confirmation_fits_its_sheet"();

CREATE OR REPLACE FUNCTION "guard_four_eyes"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."submitterId" IS DISTINCT FROM (SELECT "submittedById" FROM "Report" WHERE "id" = NEW."reportId")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard four_eyes: the review names another submitter than the report';
  END IF;
  IF (NEW."reviewerId" IN (NEW."submitterId", NEW."ownerId")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard four_eyes: the reviewer is the submitter, the account''s owner or a stand-in of theirs';
  END IF;
  IF (jsonb_exists(NEW."standInIds"::jsonb, NEW."reviewerId")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard four_eyes: the reviewer is the submitter, the account''s owner or a stand-in of theirs';
  END IF;
  IF (EXISTS (
        SELECT 1 FROM "Report" r
          JOIN "Inspection" i ON i."id" = r."inspectionId"
          JOIN "Ownership" o ON o."borrowerId" = i."borrowerId"
         WHERE r."id" = NEW."reportId" AND o."personId" = NEW."reviewerId"
           AND (o."toAt" IS NULL OR o."toAt" > NEW."decidedAt"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard four_eyes: the reviewer is the submitter, the account''s owner or a stand-in of theirs';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "four_eyes_on_insert" ON "Review";
CREATE TRIGGER "four_eyes_on_insert" BEFORE INSERT ON "Review" FOR EACH ROW EXECUTE FUNCTION "guard_four_eyes"();

CREATE OR REPLACE FUNCTION "guard_judgement_fits_decision"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NOT (NEW."recordJudgement" IS NOT NULL AND NEW."conclusionJudgement" IS NOT NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard judgement_fits_decision: a review judges the record and the conclusion';
  END IF;
  IF (NEW."decision" = 'approved' AND NOT (NEW."recordJudgement" = 'in_order' AND NEW."conclusionJudgement" = 'in_order')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard judgement_fits_decision: an approval finds the record and the conclusion in order';
  END IF;
  IF (NEW."decision" <> 'approved' AND (NEW."recordJudgement" = 'in_order' AND NEW."conclusionJudgement" = 'in_order')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard judgement_fits_decision: what goes back has a record or a conclusion that is not in order';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "judgement_fits_decision_on_insert" ON "Review";
CREATE TRIGGER "judgement_fits_decision_on_insert" BEFORE INSERT ON "Review" FOR EACH ROW EXECUTE FUNCTION "guard_judgement_fits_decision"();

CREATE OR REPLACE FUNCTION "guard_rechecked_by_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (EXISTS (SELECT 1 FROM "Inspection" n
          JOIN "Report" r ON r."inspectionId" = NEW."inspectionId"
          LEFT JOIN "Ownership" o ON o."borrowerId" = n."borrowerId" AND o."toAt" IS NULL
         WHERE n."id" = NEW."recheckId" AND n."assigneeId" IN (r."submittedById", o."personId"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard rechecked_by_another: a re-check is done by neither the submitter nor the account''s owner';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "rechecked_by_another_on_insert" ON "SampleItem";
CREATE TRIGGER "rechecked_by_another_on_insert" BEFORE INSERT ON "SampleItem" FOR EACH ROW EXECUTE FUNCTION "guard_rechecked_by_another"();

CREATE OR REPLACE FUNCTION "guard_recheck_reported_by_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (EXISTS (SELECT 1 FROM "SampleItem" s
          JOIN "Inspection" n ON n."id" = s."inspectionId"
          LEFT JOIN "Report" r ON r."inspectionId" = s."inspectionId" AND r."state" <> 'withdrawn'
          LEFT JOIN "Ownership" o ON o."borrowerId" = n."borrowerId" AND o."toAt" IS NULL
         WHERE s."recheckId" = NEW."inspectionId" AND NEW."submittedById" IN (r."submittedById", o."personId"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard recheck_reported_by_another: a re-check is reported by neither who wrote what it looks at nor the account''s owner';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "recheck_reported_by_another_on_insert" ON "Report";
CREATE TRIGGER "recheck_reported_by_another_on_insert" BEFORE INSERT ON "Report" FOR EACH ROW EXECUTE FUNCTION "guard_recheck_reported_by_another"();

CREATE OR REPLACE FUNCTION "guard_named_reviewer_is_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (EXISTS (SELECT 1 FROM "Report" r
          JOIN "Inspection" i ON i."id" = r."inspectionId"
          LEFT JOIN "Ownership" o ON o."borrowerId" = i."borrowerId" AND (o."toAt" IS NULL OR o."toAt" > NEW."namedAt")
         WHERE r."id" = NEW."reportId" AND NEW."reviewerId" IN (r."submittedById", i."assigneeId", o."personId"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard named_reviewer_is_another: the named reviewer is the submitter, does the work or keeps the account';
  END IF;
  IF (NOT EXISTS (SELECT 1 FROM "Report" WHERE "id" = NEW."reportId" AND "state" IN ('submitted', 'in_review'))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard named_reviewer_is_another: a reviewer is named for a report that waits';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "named_reviewer_is_another_on_insert" ON "ReviewerNaming";
CREATE TRIGGER "named_reviewer_is_another_on_insert" BEFORE INSERT ON "ReviewerNaming" FOR EACH ROW EXECUTE FUNCTION "guard_named_reviewer_is_another"();

CREATE OR REPLACE FUNCTION "guard_absences_do_not_cross"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('guard_absences_do_not_cross'));
  IF (NEW."endedAt" IS NULL AND EXISTS (SELECT 1 FROM "Delegation" d
         WHERE d."endedAt" IS NULL AND d."id" <> NEW."id" AND d."fromOn" <= NEW."toOn" AND NEW."fromOn" <= d."toOn"
           AND (d."personId" IN (NEW."personId", NEW."standInId") OR d."standInId" = NEW."personId"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard absences_do_not_cross: the person is away already, the stand-in is away, or the person does another''s work on these days';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "absences_do_not_cross_on_insert" ON "Delegation";
CREATE TRIGGER "absences_do_not_cross_on_insert" BEFORE INSERT ON "Delegation" FOR EACH ROW EXECUTE FUNCTION "guard_absences_do_not_cross"();

CREATE OR REPLACE FUNCTION "guard_extension_needs_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" = 'approved' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard extension_needs_another: an extension is approved by a person, at a moment';
  END IF;
  IF (NEW."state" = 'approved' AND NEW."decidedById" IN (NEW."askedById", (SELECT "assigneeId" FROM "Inspection" WHERE "id" = NEW."inspectionId"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard extension_needs_another: an extension is approved by somebody else than who asked or who does the work';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "extension_needs_another_on_insert" ON "Extension";
CREATE TRIGGER "extension_needs_another_on_insert" BEFORE INSERT ON "Extension" FOR EACH ROW EXECUTE FUNCTION "guard_extension_needs_another"();
DROP TRIGGER IF EXISTS "extension_needs_another_on_update" ON "Extension";
CREATE TRIGGER "extension_needs_another_on_update" BEFORE UPDATE OF "state", "decidedById" ON "Extension" FOR EACH ROW EXECUTE FUNCTION "guard_extension_needs_another"();

CREATE OR REPLACE FUNCTION "guard_case_needs_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" = 'reported' AND (NEW."result" IS NULL OR NEW."reportedById" IS NULL OR NEW."reportedAt" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard case_needs_another: a result is reported by a person, at a moment';
  END IF;
  IF (NEW."state" = 'closed' AND (NEW."result" IS NULL OR NEW."reportedById" IS NULL OR NEW."closedById" IS NULL
      OR NEW."closedAt" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard case_needs_another: a case is closed on a reported result, by a person, at a moment';
  END IF;
  IF (NEW."state" = 'closed' AND NEW."closedById" IN (NEW."ownerId", NEW."reportedById")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard case_needs_another: a case is closed by somebody else than its first responsible person and who reported the result';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "case_needs_another_on_insert" ON "Case";
CREATE TRIGGER "case_needs_another_on_insert" BEFORE INSERT ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_case_needs_another"();
DROP TRIGGER IF EXISTS "case_needs_another_on_update" ON "Case";
CREATE TRIGGER "case_needs_another_on_update" BEFORE UPDATE OF "state", "ownerId", "reportedById", "closedById", "closedAt", "result" ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_case_needs_another"();

CREATE OR REPLACE FUNCTION "guard_case_stands_somewhere"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."kind" = 'measure' AND (NEW."inspectionId" IS NULL OR NEW."reportId" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard case_stands_somewhere: a measure stands in a report of an inspection';
  END IF;
  IF (NEW."kind" IN ('written_plan', 'workout_plan') AND (NEW."inspectionId" IS NOT NULL OR NEW."reportId" IS NOT NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard case_stands_somewhere: a plan is the customer''s and stands in no report';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "case_stands_somewhere_on_insert" ON "Case";
CREATE TRIGGER "case_stands_somewhere_on_insert" BEFORE INSERT ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_case_stands_somewhere"();
DROP TRIGGER IF EXISTS "case_stands_somewhere_on_update" ON "Case";
CREATE TRIGGER "case_stands_somewhere_on_update" BEFORE UPDATE OF "kind", "inspectionId", "reportId" ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_case_stands_somewhere"();

CREATE OR REPLACE FUNCTION "guard_case_offer_is_whole"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."offeredToId" IS NOT NULL AND (NEW."offeredById" IS NULL OR NEW."offeredAt" IS NULL OR NEW."offerUntil" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard case_offer_is_whole: a measure is offered by a person, at a moment, until a moment';
  END IF;
  IF (NEW."offeredToId" IS NOT NULL AND NEW."offeredToId" = NEW."ownerId") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard case_offer_is_whole: a measure is offered to somebody else than its first responsible person';
  END IF;
  IF (NEW."offeredToId" IS NOT NULL AND NEW."state" IN ('reported', 'closed', 'dropped')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard case_offer_is_whole: only an open measure is offered';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "case_offer_is_whole_on_insert" ON "Case";
CREATE TRIGGER "case_offer_is_whole_on_insert" BEFORE INSERT ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_case_offer_is_whole"();
DROP TRIGGER IF EXISTS "case_offer_is_whole_on_update" ON "Case";
CREATE TRIGGER "case_offer_is_whole_on_update" BEFORE UPDATE OF "state", "ownerId", "offeredToId", "offeredById", "offeredAt", "offerUntil" ON "Case" FOR EACH ROW EXECUTE FUNCTION "guard_case_offer_is_whole"();

CREATE OR REPLACE FUNCTION "guard_override_needs_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" = 'granted' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard override_needs_another: an override is granted by a person, at a moment';
  END IF;
  IF (NEW."state" = 'granted' AND NEW."decidedById" = NEW."askedById") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard override_needs_another: an override is granted by somebody else than who asked';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "override_needs_another_on_insert" ON "GateOverride";
CREATE TRIGGER "override_needs_another_on_insert" BEFORE INSERT ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION "guard_override_needs_another"();
DROP TRIGGER IF EXISTS "override_needs_another_on_update" ON "GateOverride";
CREATE TRIGGER "override_needs_another_on_update" BEFORE UPDATE OF "state", "askedById", "decidedById", "decidedAt" ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION "guard_override_needs_another"();

CREATE OR REPLACE FUNCTION "guard_zone_needs_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" = 'approved' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard zone_needs_another: a zone is approved by a person, at a moment';
  END IF;
  IF (NEW."state" = 'approved' AND (NEW."decidedById" = NEW."askedById" OR EXISTS (SELECT 1 FROM "Ownership" o WHERE o."borrowerId" = NEW."borrowerId" AND o."toAt" IS NULL
      AND o."personId" = NEW."decidedById"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard zone_needs_another: a zone is approved by somebody else than who asked and who keeps the customer';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "zone_needs_another_on_insert" ON "ZoneOverride";
CREATE TRIGGER "zone_needs_another_on_insert" BEFORE INSERT ON "ZoneOverride" FOR EACH ROW EXECUTE FUNCTION "guard_zone_needs_another"();
DROP TRIGGER IF EXISTS "zone_needs_another_on_update" ON "ZoneOverride";
CREATE TRIGGER "zone_needs_another_on_update" BEFORE UPDATE OF "state", "askedById", "decidedById", "decidedAt" ON "ZoneOverride" FOR EACH ROW EXECUTE FUNCTION "guard_zone_needs_another"();

CREATE OR REPLACE FUNCTION "guard_zone_is_fixed"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" <> 'asked' AND (NEW."borrowerId" IS DISTINCT FROM OLD."borrowerId" OR NEW."zone" IS DISTINCT FROM OLD."zone" OR NEW."computed" IS DISTINCT FROM OLD."computed" OR NEW."untilOn" IS DISTINCT FROM OLD."untilOn" OR NEW."reason" IS DISTINCT FROM OLD."reason" OR NEW."askedById" IS DISTINCT FROM OLD."askedById")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard zone_is_fixed: what was asked for is what is decided: ask anew for something else';
  END IF;
  IF (OLD."state" IN ('declined', 'ended') AND NEW."state" <> OLD."state") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard zone_is_fixed: what ended stays ended';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "zone_is_fixed_on_update" ON "ZoneOverride";
CREATE TRIGGER "zone_is_fixed_on_update" BEFORE UPDATE ON "ZoneOverride" FOR EACH ROW EXECUTE FUNCTION "guard_zone_is_fixed"();

CREATE OR REPLACE FUNCTION "guard_document_stays_filed"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."borrowerId" IS DISTINCT FROM OLD."borrowerId" OR NEW."document" IS DISTINCT FROM OLD."document" OR NEW."reference" IS DISTINCT FROM OLD."reference" OR NEW."datedOn" IS DISTINCT FROM OLD."datedOn" OR NEW."place" IS DISTINCT FROM OLD."place" OR NEW."filedById" IS DISTINCT FROM OLD."filedById" OR NEW."filedAt" IS DISTINCT FROM OLD."filedAt") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard document_stays_filed: what was filed stays as it was: file it anew';
  END IF;
  IF (OLD."takenOutAt" IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard document_stays_filed: what was taken out stays out';
  END IF;
  IF (NEW."takenOutAt" IS NOT NULL AND (NEW."takenOutById" IS NULL OR NEW."takenOutWhy" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard document_stays_filed: a document is taken out by a person, with a reason';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "document_stays_filed_on_update" ON "FiledDocument";
CREATE TRIGGER "document_stays_filed_on_update" BEFORE UPDATE ON "FiledDocument" FOR EACH ROW EXECUTE FUNCTION "guard_document_stays_filed"();

CREATE OR REPLACE FUNCTION "guard_copy_stays_stored"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."borrowerId" IS DISTINCT FROM OLD."borrowerId" OR NEW."formId" IS DISTINCT FROM OLD."formId" OR NEW."slackFileId" IS DISTINCT FROM OLD."slackFileId" OR NEW."uploadedById" IS DISTINCT FROM OLD."uploadedById" OR NEW."uploadedAt" IS DISTINCT FROM OLD."uploadedAt") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard copy_stays_stored: whose a copy is, and who handed it in, stays';
  END IF;
  IF (OLD."documentId" IS NOT NULL AND (NEW."documentId" IS DISTINCT FROM OLD."documentId")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard copy_stays_stored: a copy stays with its document';
  END IF;
  IF (OLD."state" <> 'pending' AND (NEW."state" IS DISTINCT FROM OLD."state" OR NEW."sha256" IS DISTINCT FROM OLD."sha256" OR NEW."name" IS DISTINCT FROM OLD."name" OR NEW."mimetype" IS DISTINCT FROM OLD."mimetype" OR NEW."sizeBytes" IS DISTINCT FROM OLD."sizeBytes")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard copy_stays_stored: what is stored, or never will be, stays so';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "copy_stays_stored_on_update" ON "FiledCopy";
CREATE TRIGGER "copy_stays_stored_on_update" BEFORE UPDATE ON "FiledCopy" FOR EACH ROW EXECUTE FUNCTION "guard_copy_stays_stored"();

CREATE OR REPLACE FUNCTION "guard_signal_needs_others"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" IN ('false_alarm', 'closed') AND (NEW."endedById" IS NULL OR NEW."endedAt" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard signal_needs_others: a signal is ended by a person, at a moment';
  END IF;
  IF (NEW."state" IN ('false_alarm', 'closed') AND NEW."endedById" IN (NEW."raisedById", NEW."ownerId", NEW."askedById")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard signal_needs_others: a signal is ended by somebody else than who raised it, answers for it or asked';
  END IF;
  IF (NEW."state" = 'closed'
      AND (SELECT COUNT(DISTINCT e."personId") FROM "SignalEvent" e WHERE e."signalId" = NEW."id"
      AND e."act" = 'agree_release' AND e."round" = NEW."askRound"
      AND e."personId" IS DISTINCT FROM NEW."raisedById" AND e."personId" IS DISTINCT FROM NEW."ownerId"
      AND e."personId" IS DISTINCT FROM NEW."askedById") < CASE NEW."path" WHEN 'full' THEN 1 WHEN 'quiet' THEN 0 ELSE 2 END) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard signal_needs_others: a signal is released by those who agreed, two on a short path';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "signal_needs_others_on_insert" ON "Signal";
CREATE TRIGGER "signal_needs_others_on_insert" BEFORE INSERT ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_signal_needs_others"();
DROP TRIGGER IF EXISTS "signal_needs_others_on_update" ON "Signal";
CREATE TRIGGER "signal_needs_others_on_update" BEFORE UPDATE OF "state", "endedById", "endedAt" ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_signal_needs_others"();

CREATE OR REPLACE FUNCTION "guard_plan_needs_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."planApprovedById" IN (NEW."planById", NEW."ownerId")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard plan_needs_another: a plan is approved by somebody else than who proposed it or answers for the signal';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "plan_needs_another_on_insert" ON "Signal";
CREATE TRIGGER "plan_needs_another_on_insert" BEFORE INSERT ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_plan_needs_another"();
DROP TRIGGER IF EXISTS "plan_needs_another_on_update" ON "Signal";
CREATE TRIGGER "plan_needs_another_on_update" BEFORE UPDATE OF "planApprovedById" ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_plan_needs_another"();

CREATE OR REPLACE FUNCTION "guard_signal_stays_ended"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (OLD."state" IN ('false_alarm', 'closed') AND OLD."state" <> NEW."state") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard signal_stays_ended: a signal that has ended stays as it ended';
  END IF;
  IF (OLD."raisedAt" <> NEW."raisedAt" OR OLD."isRestricted" <> NEW."isRestricted" OR (OLD."code" <> 'UNSURE'
      AND (OLD."code" <> NEW."code" OR OLD."subjectId" <> NEW."subjectId"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard signal_stays_ended: what a signal is about, and who may know of it, does not change';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "signal_stays_ended_on_update" ON "Signal";
CREATE TRIGGER "signal_stays_ended_on_update" BEFORE UPDATE ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_signal_stays_ended"();

CREATE OR REPLACE FUNCTION "guard_signal_offer_is_whole"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."offeredToId" IS NOT NULL AND (NEW."offeredById" IS NULL OR NEW."offeredAt" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard signal_offer_is_whole: a signal is offered by a person, at a moment';
  END IF;
  IF (NEW."offeredToId" IS NOT NULL AND NEW."offeredToId" = NEW."ownerId") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard signal_offer_is_whole: a signal is offered to somebody else than who answers for it';
  END IF;
  IF (NEW."offeredToId" IS NOT NULL AND NEW."state" IN ('false_alarm', 'closed')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard signal_offer_is_whole: a signal that has ended is offered to nobody';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "signal_offer_is_whole_on_insert" ON "Signal";
CREATE TRIGGER "signal_offer_is_whole_on_insert" BEFORE INSERT ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_signal_offer_is_whole"();
DROP TRIGGER IF EXISTS "signal_offer_is_whole_on_update" ON "Signal";
CREATE TRIGGER "signal_offer_is_whole_on_update" BEFORE UPDATE OF "state", "ownerId", "offeredToId", "offeredById", "offeredAt" ON "Signal" FOR EACH ROW EXECUTE FUNCTION "guard_signal_offer_is_whole"();

CREATE OR REPLACE FUNCTION "guard_answer_is_given_once"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (OLD."answeredAt" IS NOT NULL OR OLD."signalId" <> NEW."signalId" OR OLD."askedById" <> NEW."askedById" OR OLD."ofPersonId" <> NEW."ofPersonId" OR OLD."question" <> NEW."question" OR OLD."askedAt" <> NEW."askedAt") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard answer_is_given_once: a question about a signal is answered once';
  END IF;
  IF (NEW."answeredAt" IS NOT NULL AND (NEW."answer" IS NULL OR NEW."answeredById" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard answer_is_given_once: an answer about a signal is a person''s';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "answer_is_given_once_on_update" ON "SignalQuestion";
CREATE TRIGGER "answer_is_given_once_on_update" BEFORE UPDATE ON "SignalQuestion" FOR EACH ROW EXECUTE FUNCTION "guard_answer_is_given_once"();

CREATE OR REPLACE FUNCTION "guard_cost_is_of_a_closed_case"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NOT EXISTS (SELECT 1 FROM "Signal" s WHERE s."id" = NEW."signalId" AND s."state" = 'closed' AND s."endedOn" = NEW."endedOn")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard cost_is_of_a_closed_case: what a case has cost is said of a closed signal';
  END IF;
  IF (NEW."costMinor" < 0 OR NEW."lossMinor" < 0 OR NEW."raisedDpd" < 0) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard cost_is_of_a_closed_case: a cost or a loss is no less than nothing';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "cost_is_of_a_closed_case_on_insert" ON "CaseCost";
CREATE TRIGGER "cost_is_of_a_closed_case_on_insert" BEFORE INSERT ON "CaseCost" FOR EACH ROW EXECUTE FUNCTION "guard_cost_is_of_a_closed_case"();

CREATE OR REPLACE FUNCTION "guard_snooze_of_signal_has_a_reason"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (TRIM(NEW."reason") = '') THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard snooze_of_signal_has_a_reason: a signal is put off with a reason';
  END IF;
  IF (NEW."untilAt" <= NEW."fromAt") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard snooze_of_signal_has_a_reason: a signal is put off until a later moment';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "snooze_of_signal_has_a_reason_on_insert" ON "SignalSnooze";
CREATE TRIGGER "snooze_of_signal_has_a_reason_on_insert" BEFORE INSERT ON "SignalSnooze" FOR EACH ROW EXECUTE FUNCTION "guard_snooze_of_signal_has_a_reason"();
DROP TRIGGER IF EXISTS "snooze_of_signal_has_a_reason_on_update" ON "SignalSnooze";
CREATE TRIGGER "snooze_of_signal_has_a_reason_on_update" BEFORE UPDATE ON "SignalSnooze" FOR EACH ROW EXECUTE FUNCTION "guard_snooze_of_signal_has_a_reason"();

CREATE OR REPLACE FUNCTION "guard_tier_needs_three"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."hands" NOT IN (2, 3)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard tier_needs_three: a tier passes through three hands, or two as a departure';
  END IF;
  IF (NEW."state" IN ('proposed', 'recognised', 'approved') AND (NEW."proposedById" IS NULL OR NEW."proposedAt" IS NULL OR NEW."reason" IS NULL
      OR NEW."effectiveOn" IS NULL OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."proposedById"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard tier_needs_three: a tier is proposed by a person, at a moment, from a day, with a reason';
  END IF;
  IF ((NEW."state" = 'recognised' OR (NEW."state" = 'approved' AND NEW."hands" = 3)) AND (NEW."recognisedById" IS NULL
      OR NEW."recognisedAt" IS NULL OR NEW."recognisedById" = NEW."proposedById" OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."recognisedById"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard tier_needs_three: a tier is recognised by somebody else than who proposed it';
  END IF;
  IF (NEW."state" = 'approved' AND (NEW."approvedById" IS NULL OR NEW."approvedAt" IS NULL
      OR NEW."approvedById" = NEW."proposedById" OR NEW."approvedById" = NEW."recognisedById" OR NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."approvedById"))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard tier_needs_three: a tier is approved by somebody else than who proposed or recognised it';
  END IF;
  IF (NEW."state" IN ('proposed', 'recognised', 'approved') AND CASE NEW."tier" WHEN 'normal' THEN 0 WHEN 'special_mention' THEN 1 WHEN 'substandard' THEN 2 WHEN 'doubtful' THEN 3 WHEN 'loss' THEN 4 END < CASE NEW."floor" WHEN 'normal' THEN 0 WHEN 'special_mention' THEN 1 WHEN 'substandard' THEN 2 WHEN 'doubtful' THEN 3 WHEN 'loss' THEN 4 END) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard tier_needs_three: a tier is not milder than its floor';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "tier_needs_three_on_insert" ON "TierProposal";
CREATE TRIGGER "tier_needs_three_on_insert" BEFORE INSERT ON "TierProposal" FOR EACH ROW EXECUTE FUNCTION "guard_tier_needs_three"();
DROP TRIGGER IF EXISTS "tier_needs_three_on_update" ON "TierProposal";
CREATE TRIGGER "tier_needs_three_on_update" BEFORE UPDATE ON "TierProposal" FOR EACH ROW EXECUTE FUNCTION "guard_tier_needs_three"();

CREATE OR REPLACE FUNCTION "guard_tier_is_fixed"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (OLD."state" IN ('approved', 'declined', 'lapsed')) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard tier_is_fixed: a decided tier is history; a change is a new proposal';
  END IF;
  IF (OLD."state" IN ('proposed', 'recognised') AND (OLD."loanId" IS DISTINCT FROM NEW."loanId" OR OLD."fromTier" IS DISTINCT FROM NEW."fromTier" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."floor" IS DISTINCT FROM NEW."floor" OR OLD."shown" IS DISTINCT FROM NEW."shown" OR OLD."hands" IS DISTINCT FROM NEW."hands" OR OLD."effectiveOn" IS DISTINCT FROM NEW."effectiveOn" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."quarter" IS DISTINCT FROM NEW."quarter" OR OLD."proposedById" IS DISTINCT FROM NEW."proposedById")) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard tier_is_fixed: a proposed tier is judged as it was proposed';
  END IF;
  IF (OLD."state" = 'recognised' AND OLD."recognisedById" IS DISTINCT FROM NEW."recognisedById") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard tier_is_fixed: whoever recognised a tier stays named';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "tier_is_fixed_on_update" ON "TierProposal";
CREATE TRIGGER "tier_is_fixed_on_update" BEFORE UPDATE ON "TierProposal" FOR EACH ROW EXECUTE FUNCTION "guard_tier_is_fixed"();

CREATE OR REPLACE FUNCTION "guard_policy_needs_another"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" = 'adopted' AND (NEW."decidedById" IS NULL OR NEW."decidedAt" IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard policy_needs_another: a policy is adopted by a person, at a moment';
  END IF;
  IF (NEW."state" = 'adopted' AND NEW."decidedById" = NEW."proposedById") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard policy_needs_another: a policy is adopted by somebody else than who proposed it';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "policy_needs_another_on_insert" ON "PolicyProposal";
CREATE TRIGGER "policy_needs_another_on_insert" BEFORE INSERT ON "PolicyProposal" FOR EACH ROW EXECUTE FUNCTION "guard_policy_needs_another"();
DROP TRIGGER IF EXISTS "policy_needs_another_on_update" ON "PolicyProposal";
CREATE TRIGGER "policy_needs_another_on_update" BEFORE UPDATE OF "state", "decidedById" ON "PolicyProposal" FOR EACH ROW EXECUTE FUNCTION "guard_policy_needs_another"();

CREATE OR REPLACE FUNCTION "guard_proposal_is_fixed"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (OLD."id" IS DISTINCT FROM NEW."id" OR OLD."policyId" IS DISTINCT FROM NEW."policyId" OR OLD."version" IS DISTINCT FROM NEW."version" OR OLD."text" IS DISTINCT FROM NEW."text" OR OLD."hash" IS DISTINCT FROM NEW."hash" OR OLD."proposedById" IS DISTINCT FROM NEW."proposedById" OR OLD."proposedAt" IS DISTINCT FROM NEW."proposedAt") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard proposal_is_fixed: a proposed policy is not changed; a change is a new proposal';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "proposal_is_fixed_on_update" ON "PolicyProposal";
CREATE TRIGGER "proposal_is_fixed_on_update" BEFORE UPDATE ON "PolicyProposal" FOR EACH ROW EXECUTE FUNCTION "guard_proposal_is_fixed"();

CREATE OR REPLACE FUNCTION "guard_link_is_used_once"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (OLD."id" IS DISTINCT FROM NEW."id" OR OLD."tokenHash" IS DISTINCT FROM NEW."tokenHash" OR OLD."codeHash" IS DISTINCT FROM NEW."codeHash" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."refs" IS DISTINCT FROM NEW."refs" OR OLD."personId" IS DISTINCT FROM NEW."personId" OR OLD."viewId" IS DISTINCT FROM NEW."viewId" OR OLD."madeAt" IS DISTINCT FROM NEW."madeAt" OR OLD."expiresAt" IS DISTINCT FROM NEW."expiresAt") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard link_is_used_once: what a link is for does not change';
  END IF;
  IF (OLD."usedAt" IS NOT NULL OR OLD."closedAt" IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard link_is_used_once: a link that was used or closed is over';
  END IF;
  IF (NEW."wrongCodes" < OLD."wrongCodes") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard link_is_used_once: wrong codes stay counted';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "link_is_used_once_on_update" ON "DocumentLink";
CREATE TRIGGER "link_is_used_once_on_update" BEFORE UPDATE ON "DocumentLink" FOR EACH ROW EXECUTE FUNCTION "guard_link_is_used_once"();

CREATE OR REPLACE FUNCTION "guard_ends_are_dated"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (NEW."state" IN ('approved', 'rejected', 'cancelled') AND NEW."closedAt" IS NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard ends_are_dated: an inspection that has ended says when';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "ends_are_dated_on_insert" ON "Inspection";
CREATE TRIGGER "ends_are_dated_on_insert" BEFORE INSERT ON "Inspection" FOR EACH ROW EXECUTE FUNCTION "guard_ends_are_dated"();
DROP TRIGGER IF EXISTS "ends_are_dated_on_update" ON "Inspection";
CREATE TRIGGER "ends_are_dated_on_update" BEFORE UPDATE OF "state", "closedAt" ON "Inspection" FOR EACH ROW EXECUTE FUNCTION "guard_ends_are_dated"();

CREATE OR REPLACE FUNCTION "guard_delta_is_folded_once"() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF (OLD."seq" IS DISTINCT FROM NEW."seq" OR OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."personId" IS DISTINCT FROM NEW."personId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."fallsOn" IS DISTINCT FROM NEW."fallsOn" OR OLD."amount" IS DISTINCT FROM NEW."amount" OR OLD."moneyMinor" IS DISTINCT FROM NEW."moneyMinor") THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard delta_is_folded_once: a delta of a total is written once';
  END IF;
  IF (OLD."foldId" IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'guard delta_is_folded_once: a delta is added to its total once';
  END IF;
  RETURN NEW;
END
$guard$;
DROP TRIGGER IF EXISTS "delta_is_folded_once_on_update" ON "TotalDelta";
CREATE TRIGGER "delta_is_folded_once_on_update" BEFORE UPDATE ON "TotalDelta" FOR EACH ROW EXECUTE FUNCTION "guard_delta_is_folded_once"();

CREATE OR REPLACE FUNCTION "totals_of_inspection_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'inspection_due', NEW."state", NEW."dueOn", 1, 1 * 0 WHERE (NEW."state" <> 'cancelled');
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'inspection_done', CASE WHEN COALESCE(NEW."submittedOn", to_char(NEW."submittedAt", 'YYYY-MM-DD')) <= NEW."dueOn" THEN 'in_time' ELSE 'late' END, COALESCE(NEW."submittedOn", to_char(NEW."submittedAt", 'YYYY-MM-DD')), 1, 1 * 0 WHERE (NEW."state" NOT IN ('planned', 'started', 'cancelled') AND NEW."submittedAt" IS NOT NULL);
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'correction_due', NEW."state", NEW."returnedDueOn", 1, 1 * 0 WHERE (NEW."state" <> 'cancelled' AND NEW."returnedDueOn" IS NOT NULL);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_inspection_on_insert" ON "Inspection";
CREATE TRIGGER "totals_of_inspection_on_insert" AFTER INSERT ON "Inspection" FOR EACH ROW EXECUTE FUNCTION "totals_of_inspection_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_inspection_on_update"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."assigneeId", ''), COALESCE(OLD."product", ''), 'inspection_due', OLD."state", OLD."dueOn", -1, -1 * 0 WHERE (OLD."state" <> 'cancelled') AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'inspection_due', NEW."state", NEW."dueOn", 1, 1 * 0 WHERE (NEW."state" <> 'cancelled') AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."assigneeId", ''), COALESCE(OLD."product", ''), 'inspection_done', CASE WHEN COALESCE(OLD."submittedOn", to_char(OLD."submittedAt", 'YYYY-MM-DD')) <= OLD."dueOn" THEN 'in_time' ELSE 'late' END, COALESCE(OLD."submittedOn", to_char(OLD."submittedAt", 'YYYY-MM-DD')), -1, -1 * 0 WHERE (OLD."state" NOT IN ('planned', 'started', 'cancelled') AND OLD."submittedAt" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn" OR OLD."submittedAt" IS DISTINCT FROM NEW."submittedAt" OR OLD."submittedOn" IS DISTINCT FROM NEW."submittedOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'inspection_done', CASE WHEN COALESCE(NEW."submittedOn", to_char(NEW."submittedAt", 'YYYY-MM-DD')) <= NEW."dueOn" THEN 'in_time' ELSE 'late' END, COALESCE(NEW."submittedOn", to_char(NEW."submittedAt", 'YYYY-MM-DD')), 1, 1 * 0 WHERE (NEW."state" NOT IN ('planned', 'started', 'cancelled') AND NEW."submittedAt" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn" OR OLD."submittedAt" IS DISTINCT FROM NEW."submittedAt" OR OLD."submittedOn" IS DISTINCT FROM NEW."submittedOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."assigneeId", ''), COALESCE(OLD."product", ''), 'correction_due', OLD."state", OLD."returnedDueOn", -1, -1 * 0 WHERE (OLD."state" <> 'cancelled' AND OLD."returnedDueOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."returnedDueOn" IS DISTINCT FROM NEW."returnedDueOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."assigneeId", ''), COALESCE(NEW."product", ''), 'correction_due', NEW."state", NEW."returnedDueOn", 1, 1 * 0 WHERE (NEW."state" <> 'cancelled' AND NEW."returnedDueOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."returnedDueOn" IS DISTINCT FROM NEW."returnedDueOn");
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_inspection_on_update" ON "Inspection";
CREATE TRIGGER "totals_of_inspection_on_update" AFTER UPDATE OF "unitId", "assigneeId", "product", "state", "dueOn", "submittedAt", "submittedOn", "returnedDueOn" ON "Inspection" FOR EACH ROW EXECUTE FUNCTION "totals_of_inspection_on_update"();

CREATE OR REPLACE FUNCTION "totals_of_report_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'report_waiting', NEW."state", COALESCE(NEW."submittedOn", to_char(NEW."submittedAt", 'YYYY-MM-DD')), 1, 1 * 0 WHERE (NEW."state" IN ('submitted', 'in_review'));
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'report_decided', CASE NEW."state" WHEN 'superseded' THEN 'approved' ELSE NEW."state" END, COALESCE(NEW."decidedOn", to_char(NEW."decidedAt", 'YYYY-MM-DD')), 1, 1 * 0 WHERE (NEW."state" NOT IN ('submitted', 'in_review', 'withdrawn') AND NEW."decidedAt" IS NOT NULL);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_report_on_insert" ON "Report";
CREATE TRIGGER "totals_of_report_on_insert" AFTER INSERT ON "Report" FOR EACH ROW EXECUTE FUNCTION "totals_of_report_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_report_on_update"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), COALESCE(OLD."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), 'report_waiting', OLD."state", COALESCE(OLD."submittedOn", to_char(OLD."submittedAt", 'YYYY-MM-DD')), -1, -1 * 0 WHERE (OLD."state" IN ('submitted', 'in_review')) AND (OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."state" IS DISTINCT FROM NEW."state");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'report_waiting', NEW."state", COALESCE(NEW."submittedOn", to_char(NEW."submittedAt", 'YYYY-MM-DD')), 1, 1 * 0 WHERE (NEW."state" IN ('submitted', 'in_review')) AND (OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."state" IS DISTINCT FROM NEW."state");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), COALESCE(OLD."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), 'report_decided', CASE OLD."state" WHEN 'superseded' THEN 'approved' ELSE OLD."state" END, COALESCE(OLD."decidedOn", to_char(OLD."decidedAt", 'YYYY-MM-DD')), -1, -1 * 0 WHERE (OLD."state" NOT IN ('submitted', 'in_review', 'withdrawn') AND OLD."decidedAt" IS NOT NULL) AND (OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."decidedAt" IS DISTINCT FROM NEW."decidedAt" OR OLD."decidedOn" IS DISTINCT FROM NEW."decidedOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."submittedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'report_decided', CASE NEW."state" WHEN 'superseded' THEN 'approved' ELSE NEW."state" END, COALESCE(NEW."decidedOn", to_char(NEW."decidedAt", 'YYYY-MM-DD')), 1, 1 * 0 WHERE (NEW."state" NOT IN ('submitted', 'in_review', 'withdrawn') AND NEW."decidedAt" IS NOT NULL) AND (OLD."submittedById" IS DISTINCT FROM NEW."submittedById" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."decidedAt" IS DISTINCT FROM NEW."decidedAt" OR OLD."decidedOn" IS DISTINCT FROM NEW."decidedOn");
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_report_on_update" ON "Report";
CREATE TRIGGER "totals_of_report_on_update" AFTER UPDATE OF "submittedById", "state", "decidedAt", "decidedOn" ON "Report" FOR EACH ROW EXECUTE FUNCTION "totals_of_report_on_update"();

CREATE OR REPLACE FUNCTION "totals_of_case_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'measure_due', NEW."state", NEW."dueOn", 1, 1 * 0 WHERE (NEW."state" IN ('open', 'reported'));
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_case_on_insert" ON "Case";
CREATE TRIGGER "totals_of_case_on_insert" AFTER INSERT ON "Case" FOR EACH ROW EXECUTE FUNCTION "totals_of_case_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_case_on_update"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."ownerId", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), 'measure_due', OLD."state", OLD."dueOn", -1, -1 * 0 WHERE (OLD."state" IN ('open', 'reported')) AND (OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'measure_due', NEW."state", NEW."dueOn", 1, 1 * 0 WHERE (NEW."state" IN ('open', 'reported')) AND (OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."dueOn" IS DISTINCT FROM NEW."dueOn");
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_case_on_update" ON "Case";
CREATE TRIGGER "totals_of_case_on_update" AFTER UPDATE OF "ownerId", "state", "dueOn" ON "Case" FOR EACH ROW EXECUTE FUNCTION "totals_of_case_on_update"();

CREATE OR REPLACE FUNCTION "totals_of_gate_override_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."askedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'override_asked', NEW."state", COALESCE(NEW."askedOn", to_char(NEW."askedAt", 'YYYY-MM-DD')), 1, 1 * 0 WHERE (1 = 1);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_gate_override_on_insert" ON "GateOverride";
CREATE TRIGGER "totals_of_gate_override_on_insert" AFTER INSERT ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION "totals_of_gate_override_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_gate_override_on_update"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), COALESCE(OLD."askedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = OLD."inspectionId"), ''), 'override_asked', OLD."state", COALESCE(OLD."askedOn", to_char(OLD."askedAt", 'YYYY-MM-DD')), -1, -1 * 0 WHERE (1 = 1) AND (OLD."askedById" IS DISTINCT FROM NEW."askedById" OR OLD."state" IS DISTINCT FROM NEW."state");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), COALESCE(NEW."askedById", ''), COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = NEW."inspectionId"), ''), 'override_asked', NEW."state", COALESCE(NEW."askedOn", to_char(NEW."askedAt", 'YYYY-MM-DD')), 1, 1 * 0 WHERE (1 = 1) AND (OLD."askedById" IS DISTINCT FROM NEW."askedById" OR OLD."state" IS DISTINCT FROM NEW."state");
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_gate_override_on_update" ON "GateOverride";
CREATE TRIGGER "totals_of_gate_override_on_update" AFTER UPDATE OF "askedById", "state" ON "GateOverride" FOR EACH ROW EXECUTE FUNCTION "totals_of_gate_override_on_update"();

CREATE OR REPLACE FUNCTION "totals_of_signal_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_standing', NEW."level", to_char(NEW."levelSince", 'YYYY-MM-DD'), 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."state" NOT IN ('false_alarm', 'closed'));
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_raised', COALESCE(CAST(NEW."detectDays" AS TEXT), 'unknown'), NEW."raisedOn", 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."raisedOn" IS NOT NULL);
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_ended', NEW."state" || ':' || COALESCE(CAST(NEW."endDays" AS TEXT), 'unknown'), NEW."endedOn", 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."endedOn" IS NOT NULL);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_signal_on_insert" ON "Signal";
CREATE TRIGGER "totals_of_signal_on_insert" AFTER INSERT ON "Signal" FOR EACH ROW EXECUTE FUNCTION "totals_of_signal_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_signal_on_update"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."ownerId", ''), '', 'signal_standing', OLD."level", to_char(OLD."levelSince", 'YYYY-MM-DD'), -1, -1 * 0 WHERE (NOT OLD."isRestricted" AND OLD."state" NOT IN ('false_alarm', 'closed')) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."levelSince" IS DISTINCT FROM NEW."levelSince");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_standing', NEW."level", to_char(NEW."levelSince", 'YYYY-MM-DD'), 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."state" NOT IN ('false_alarm', 'closed')) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."levelSince" IS DISTINCT FROM NEW."levelSince");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."ownerId", ''), '', 'signal_raised', COALESCE(CAST(OLD."detectDays" AS TEXT), 'unknown'), OLD."raisedOn", -1, -1 * 0 WHERE (NOT OLD."isRestricted" AND OLD."raisedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."raisedOn" IS DISTINCT FROM NEW."raisedOn" OR OLD."detectDays" IS DISTINCT FROM NEW."detectDays");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_raised', COALESCE(CAST(NEW."detectDays" AS TEXT), 'unknown'), NEW."raisedOn", 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."raisedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."raisedOn" IS DISTINCT FROM NEW."raisedOn" OR OLD."detectDays" IS DISTINCT FROM NEW."detectDays");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", COALESCE(OLD."ownerId", ''), '', 'signal_ended', OLD."state" || ':' || COALESCE(CAST(OLD."endDays" AS TEXT), 'unknown'), OLD."endedOn", -1, -1 * 0 WHERE (NOT OLD."isRestricted" AND OLD."endedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."endedOn" IS DISTINCT FROM NEW."endedOn" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."endDays" IS DISTINCT FROM NEW."endDays");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", COALESCE(NEW."ownerId", ''), '', 'signal_ended', NEW."state" || ':' || COALESCE(CAST(NEW."endDays" AS TEXT), 'unknown'), NEW."endedOn", 1, 1 * 0 WHERE (NOT NEW."isRestricted" AND NEW."endedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId" OR OLD."isRestricted" IS DISTINCT FROM NEW."isRestricted" OR OLD."endedOn" IS DISTINCT FROM NEW."endedOn" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."endDays" IS DISTINCT FROM NEW."endDays");
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_signal_on_update" ON "Signal";
CREATE TRIGGER "totals_of_signal_on_update" AFTER UPDATE OF "unitId", "ownerId", "level", "state", "isRestricted", "levelSince", "raisedOn", "detectDays", "endedOn", "endDays" ON "Signal" FOR EACH ROW EXECUTE FUNCTION "totals_of_signal_on_update"();

CREATE OR REPLACE FUNCTION "totals_of_tier_proposal_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', COALESCE(NEW."product", ''), 'tier_moved', NEW."fromTier" || ':' || NEW."tier", NEW."approvedOn", 1, 1 * 0 WHERE (NEW."state" = 'approved' AND NEW."fromTier" <> NEW."tier" AND NEW."approvedOn" IS NOT NULL);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_tier_proposal_on_insert" ON "TierProposal";
CREATE TRIGGER "totals_of_tier_proposal_on_insert" AFTER INSERT ON "TierProposal" FOR EACH ROW EXECUTE FUNCTION "totals_of_tier_proposal_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_tier_proposal_on_update"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT OLD."unitId", '', COALESCE(OLD."product", ''), 'tier_moved', OLD."fromTier" || ':' || OLD."tier", OLD."approvedOn", -1, -1 * 0 WHERE (OLD."state" = 'approved' AND OLD."fromTier" <> OLD."tier" AND OLD."approvedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."fromTier" IS DISTINCT FROM NEW."fromTier" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."approvedOn" IS DISTINCT FROM NEW."approvedOn");
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', COALESCE(NEW."product", ''), 'tier_moved', NEW."fromTier" || ':' || NEW."tier", NEW."approvedOn", 1, 1 * 0 WHERE (NEW."state" = 'approved' AND NEW."fromTier" <> NEW."tier" AND NEW."approvedOn" IS NOT NULL) AND (OLD."unitId" IS DISTINCT FROM NEW."unitId" OR OLD."product" IS DISTINCT FROM NEW."product" OR OLD."fromTier" IS DISTINCT FROM NEW."fromTier" OR OLD."tier" IS DISTINCT FROM NEW."tier" OR OLD."state" IS DISTINCT FROM NEW."state" OR OLD."approvedOn" IS DISTINCT FROM NEW."approvedOn");
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_tier_proposal_on_update" ON "TierProposal";
CREATE TRIGGER "totals_of_tier_proposal_on_update" AFTER UPDATE OF "unitId", "product", "fromTier", "tier", "state", "approvedOn" ON "TierProposal" FOR EACH ROW EXECUTE FUNCTION "totals_of_tier_proposal_on_update"();

CREATE OR REPLACE FUNCTION "totals_of_fact_change_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', COALESCE(NEW."product", ''), 'tier_moved', NEW."before" || ':' || NEW."after", NEW."movedOn", 1, 1 * 0 WHERE (NEW."field" = 'tier' AND NEW."movedOn" IS NOT NULL);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_fact_change_on_insert" ON "FactChange";
CREATE TRIGGER "totals_of_fact_change_on_insert" AFTER INSERT ON "FactChange" FOR EACH ROW EXECUTE FUNCTION "totals_of_fact_change_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_borrower_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', '', 'customer_standing', NEW."zone", '', 1, 1 * 0 WHERE (NEW."zone" IS NOT NULL);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_borrower_on_insert" ON "Borrower";
CREATE TRIGGER "totals_of_borrower_on_insert" AFTER INSERT ON "Borrower" FOR EACH ROW EXECUTE FUNCTION "totals_of_borrower_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_borrower_on_update"() RETURNS trigger LANGUAGE plpgsql AS $totals$
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
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_borrower_on_update" ON "Borrower";
CREATE TRIGGER "totals_of_borrower_on_update" AFTER UPDATE OF "unitId", "zone" ON "Borrower" FOR EACH ROW EXECUTE FUNCTION "totals_of_borrower_on_update"();

CREATE OR REPLACE FUNCTION "totals_of_loan_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  PERFORM 1 FROM "Borrower" WHERE "id" = NEW."borrowerId" FOR NO KEY UPDATE;
  PERFORM 1 FROM "Borrower" WHERE "id" = NEW."borrowerId" FOR NO KEY UPDATE;
  PERFORM 1 FROM "Borrower" WHERE "id" = NEW."borrowerId" FOR NO KEY UPDATE;
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_standing', (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") || ':' || CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * NEW."drawnMinor" WHERE (NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL);
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_rated', CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * NEW."drawnMinor" WHERE (NEW."yearlyRatePpm" IS NOT NULL AND NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL);
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT (SELECT a."unitId" FROM "Borrower" a WHERE a."id" = NEW."borrowerId"), '', NEW."product", 'loan_interest', CASE NEW."state" WHEN 'written_off' THEN 'loss' ELSE NEW."tier" END || ':' || NEW."currency", '', 1, 1 * (NEW."drawnMinor" / 1000000 * NEW."yearlyRatePpm" + NEW."drawnMinor" % 1000000 * NEW."yearlyRatePpm" / 1000000) WHERE (NEW."yearlyRatePpm" IS NOT NULL AND NEW."state" IN ('live', 'written_off') AND (SELECT a."zone" FROM "Borrower" a WHERE a."id" = NEW."borrowerId") IS NOT NULL);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_loan_on_insert" ON "Loan";
CREATE TRIGGER "totals_of_loan_on_insert" AFTER INSERT ON "Loan" FOR EACH ROW EXECUTE FUNCTION "totals_of_loan_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_loan_on_update"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  PERFORM 1 FROM "Borrower" WHERE "id" = NEW."borrowerId" FOR NO KEY UPDATE;
  PERFORM 1 FROM "Borrower" WHERE "id" = NEW."borrowerId" FOR NO KEY UPDATE;
  PERFORM 1 FROM "Borrower" WHERE "id" = NEW."borrowerId" FOR NO KEY UPDATE;
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
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_loan_on_update" ON "Loan";
CREATE TRIGGER "totals_of_loan_on_update" AFTER UPDATE OF "borrowerId", "product", "state", "tier", "currency", "drawnMinor", "yearlyRatePpm" ON "Loan" FOR EACH ROW EXECUTE FUNCTION "totals_of_loan_on_update"();

CREATE OR REPLACE FUNCTION "totals_of_zone_move_on_insert"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
  SELECT NEW."unitId", '', '', 'zone_moved', NEW."fromZone" || ':' || NEW."toZone", NEW."movedOn", 1, 1 * NEW."drawnMinor" WHERE (1 = 1);
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_zone_move_on_insert" ON "ZoneMove";
CREATE TRIGGER "totals_of_zone_move_on_insert" AFTER INSERT ON "ZoneMove" FOR EACH ROW EXECUTE FUNCTION "totals_of_zone_move_on_insert"();

CREATE OR REPLACE FUNCTION "totals_of_units_moved"() RETURNS trigger LANGUAGE plpgsql AS $totals$
BEGIN
  INSERT INTO "Setting" ("key", "value") SELECT 'totals.tree_changed', NEW."id"
  WHERE OLD."parentId" IS DISTINCT FROM NEW."parentId"
  ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value";
  RETURN NULL;
END
$totals$;
DROP TRIGGER IF EXISTS "totals_of_units_moved" ON "OrgUnit";
CREATE TRIGGER "totals_of_units_moved" AFTER UPDATE OF "parentId" ON "OrgUnit" FOR EACH ROW EXECUTE FUNCTION "totals_of_units_moved"();

INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."assigneeId", '') AS "personId", COALESCE(r."product", '') AS "product", 'inspection_due' AS "kind", r."state" AS "state", r."dueOn" AS "fallsOn", 0 AS "moneyMinor" FROM "Inspection" r
    WHERE r."state" <> 'cancelled') AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.inspection_due', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."assigneeId", '') AS "personId", COALESCE(r."product", '') AS "product", 'inspection_done' AS "kind", CASE WHEN COALESCE(r."submittedOn", to_char(r."submittedAt", 'YYYY-MM-DD')) <= r."dueOn" THEN 'in_time' ELSE 'late' END AS "state", COALESCE(r."submittedOn", to_char(r."submittedAt", 'YYYY-MM-DD')) AS "fallsOn", 0 AS "moneyMinor" FROM "Inspection" r
    WHERE r."state" NOT IN ('planned', 'started', 'cancelled') AND r."submittedAt" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.inspection_done', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."assigneeId", '') AS "personId", COALESCE(r."product", '') AS "product", 'correction_due' AS "kind", r."state" AS "state", r."returnedDueOn" AS "fallsOn", 0 AS "moneyMinor" FROM "Inspection" r
    WHERE r."state" <> 'cancelled' AND r."returnedDueOn" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.correction_due', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "unitId", COALESCE(r."submittedById", '') AS "personId", COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "product", 'report_waiting' AS "kind", r."state" AS "state", COALESCE(r."submittedOn", to_char(r."submittedAt", 'YYYY-MM-DD')) AS "fallsOn", 0 AS "moneyMinor" FROM "Report" r
    WHERE r."state" IN ('submitted', 'in_review')) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.report_waiting', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "unitId", COALESCE(r."submittedById", '') AS "personId", COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "product", 'report_decided' AS "kind", CASE r."state" WHEN 'superseded' THEN 'approved' ELSE r."state" END AS "state", COALESCE(r."decidedOn", to_char(r."decidedAt", 'YYYY-MM-DD')) AS "fallsOn", 0 AS "moneyMinor" FROM "Report" r
    WHERE r."state" NOT IN ('submitted', 'in_review', 'withdrawn') AND r."decidedAt" IS NOT NULL) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.report_decided', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."ownerId", '') AS "personId", COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "product", 'measure_due' AS "kind", r."state" AS "state", r."dueOn" AS "fallsOn", 0 AS "moneyMinor" FROM "Case" r
    WHERE r."state" IN ('open', 'reported')) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.measure_due', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT COALESCE((SELECT i."unitId" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "unitId", COALESCE(r."askedById", '') AS "personId", COALESCE((SELECT i."product" FROM "Inspection" i WHERE i."id" = r."inspectionId"), '') AS "product", 'override_asked' AS "kind", r."state" AS "state", COALESCE(r."askedOn", to_char(r."askedAt", 'YYYY-MM-DD')) AS "fallsOn", 0 AS "moneyMinor" FROM "GateOverride" r
    WHERE 1 = 1) AS standing
WHERE NOT EXISTS (SELECT 1 FROM "Setting" WHERE "key" IN ('totals.counted.override_asked', 'totals.counted'))
GROUP BY "unitId", "personId", "product", "kind", "state", "fallsOn";
INSERT INTO "TotalDelta" ("unitId", "personId", "product", "kind", "state", "fallsOn", "amount", "moneyMinor")
SELECT "unitId", "personId", "product", "kind", "state", "fallsOn", COUNT(*) AS "amount", SUM("moneyMinor") AS "moneyMinor" FROM (SELECT r."unitId" AS "unitId", COALESCE(r."ownerId", '') AS "personId", '' AS "product", 'signal_standing' AS "kind", r."level" AS "state", to_char(r."levelSince", 'YYYY-MM-DD') AS "fallsOn", 0 AS "moneyMinor" FROM "Signal" r
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

/**
 * Who may do what, written by hand from the handbook and the issue, not from the program. A new role or verb has no line here
 * and fails the test until somebody has decided.
 *
 * `-` nobody of this role; `o` what is assigned to them or kept by them (or by somebody they stand in for); `u` everything in
 * their unit and below; `ou` either; `a` everything.
 */
export type Cell = "-" | "o" | "u" | "ou" | "a";

export const COLUMNS = [
  "account_manager", //     AM: does checks of the accounts they keep (R1, R4, R74)
  "post_loan_officer", //   PL: reviews the unit's reports; does the checks given to them (R83)
  "risk_manager", //        RM: reads the unit
  "unit_manager", //        UM: reads the unit; sees to it that its work has somebody who does it
  "head_office_manager", // HO: reads what is below
  "asset_operations", //    AO: does checks of bad loans handed to them
  "compliance", //          CO: reads
  "online_monitor", //      OM: reads accounts and inspections, no reports
  "field_agent", //         FA: outsourced, brings records, concludes nothing (R68, R69)
  "credit_approver", //     CA: reads files
  "overseer", //            OV: reads
  "administrator", //       AD: settings, no customers, no business decisions
] as const;

const TABLE = `
                      AM  PL  RM  UM  HO  AO  CO  OM  FA  CA  OV  AD
see_help              a   a   a   a   a   a   a   a   a   a   a   a
see_own_desk          o   o   o   o   o   o   o   o   o   o   o   o
see_digest            o   ou  ou  ou  ou  o   u   -   -   -   u   -
see_score             o   o   -   ou  ou  -   -   -   -   -   -   -
see_score_spread      -   -   -   u   u   -   -   -   -   -   -   -
see_ledger            o   ou  ou  ou  ou  o   u   -   -   -   u   -
see_account           o   ou  u   u   u   o   u   u   -   u   u   -
see_inspection        o   ou  u   u   u   o   u   u   o   u   u   -
see_report            o   ou  u   u   u   o   u   -   -   u   u   -
see_queue             -   u   -   -   -   -   -   -   -   -   -   -
see_people_matching   -   -   -   -   -   -   -   -   -   -   -   a
start_check           o   o   -   -   -   o   -   -   -   -   -   -
save_draft            o   o   -   -   -   o   -   -   o   -   -   -
attach_evidence       o   o   -   -   -   o   -   -   o   -   -   -
make_confirmation_sheet o o -   -   -   o   -   -   -   -   -   -
take_confirmation     o   o   -   -   -   o   -   -   -   -   -   -
submit_report         o   o   -   -   -   o   -   -   -   -   -   -
withdraw_report       o   o   -   -   -   o   -   -   -   -   -   -
correct_report        o   o   -   -   -   o   -   -   -   -   -   -
snooze_item           o   ou  u   u   u   o   -   -   -   -   -   -
ask_extension         o   o   -   -   -   o   -   -   -   -   -   -
record_attempt        o   o   -   -   -   o   -   -   o   -   -   -
nudge_officer         -   u   u   u   u   -   -   -   -   -   -   -
nudge_reviewer        -   u   u   u   u   -   -   -   -   -   -   -
name_reviewer         -   -   -   u   u   -   -   -   -   -   -   -
decide_extension      -   -   -   u   u   -   -   -   -   -   -   -
open_review           -   u   -   -   -   -   -   -   -   -   -   -
approve_report        -   u   -   -   -   -   -   -   -   -   -   -
return_report         -   u   -   -   -   -   -   -   -   -   -   -
ask_reinspection      -   u   -   -   -   -   -   -   -   -   -   -
ask_override          o   o   -   -   -   o   -   -   -   -   -   -
decide_override       -   -   -   u   u   -   -   -   -   -   -   -
see_overrides         -   -   -   u   u   -   u   -   -   -   u   -
see_limits            -   -   u   u   u   -   u   -   -   -   u   -
see_tiers             o   ou  u   u   u   o   u   -   -   u   u   -
propose_tier          o   o   -   -   -   o   -   -   -   -   -   -
recognise_tier        -   u   u   -   -   -   -   -   -   -   -   -
approve_tier          -   -   -   u   u   -   -   -   -   -   -   -
ask_zone              o   ou  u   u   -   o   -   -   -   -   -   -
decide_zone           -   -   u   u   u   -   -   -   -   -   -   -
set_strategy          o   o   -   u   u   o   -   -   -   -   -   -
file_document         o   ou  -   u   u   o   -   -   -   -   -   -
see_bulletins         a   a   a   a   a   a   a   a   a   a   a   a
write_bulletin        -   -   u   u   u   -   -   -   -   -   -   -
see_measure           o   ou  ou  ou  ou  o   u   -   -   u   u   -
report_measure        o   o   o   o   o   o   -   -   -   -   -   -
close_measure         -   u   -   u   u   -   -   -   -   -   -   -
offer_measure         o   o   o   o   o   o   -   -   -   -   -   -
answer_measure        o   o   o   o   o   o   -   -   -   -   -   -
give_measure          -   -   -   u   u   -   -   -   -   -   -   -
raise_signal          o   ou  ou  ou  ou  o   u   u   -   -   -   -
see_signal            o   ou  ou  ou  ou  o   u   u   -   u   u   -
handle_signal         o   ou  ou  ou  ou  o   -   -   -   -   -   -
second_signal         -   u   u   u   u   -   -   -   -   -   -   -
take_over_signal      o   ou  ou  ou  ou  o   -   -   -   -   -   -
hand_over_signal      o   ou  ou  ou  ou  o   -   -   -   -   -   -
answer_signal_offer   o   o   o   o   o   o   -   -   -   -   -   -
ask_about_signal      o   ou  ou  ou  ou  o   -   -   -   -   -   -
answer_about_signal   o   o   o   o   o   o   o   o   -   o   o   -
snooze_signal         o   ou  ou  ou  ou  o   -   -   -   -   -   -
record_case_cost      o   o   o   o   o   o   -   -   -   -   -   -
see_case_worth        -   -   u   u   u   -   u   -   -   -   u   -
see_restricted_signal - -   -   -   u   -   u   -   -   -   -   -
handle_restricted_signal - - -  -   u   -   u   -   -   -   -   -
second_restricted_signal - - -  -   u   -   u   -   -   -   -   -
enter_absence         o   o   o   ou  ou  o   o   o   o   o   o   o
end_absence           o   o   o   ou  ou  o   o   o   o   o   o   o
see_absences          o   o   o   ou  ou  o   o   o   o   o   o   o
enter_duty            -   -   -   u   u   -   -   -   -   -   -   -
ask_handover          o   o   -   ou  ou  o   -   -   -   -   -   -
answer_handover       o   o   -   -   -   o   -   -   -   -   -   -
decide_handover       -   -   -   u   u   -   -   -   -   -   -   -
import_portfolio      -   -   -   -   -   -   -   -   -   -   -   a
import_people         -   -   -   -   -   -   -   -   -   -   -   a
import_facts          -   -   -   -   -   -   -   -   -   -   -   a
draw_sample           -   -   -   -   -   -   -   -   -   -   -   a
plan_inspections      -   -   -   -   -   -   -   -   -   -   -   a
run_sweep             -   -   -   -   -   -   -   -   -   -   -   a
verify_audit          -   -   -   -   -   -   -   -   -   -   -   a
recount_totals        -   -   -   -   -   -   -   -   -   -   -   a
move_clock            -   -   -   -   -   -   -   -   -   -   -   a
print_report          -   -   -   -   -   -   -   -   -   -   -   a
see_delivery          -   -   -   -   -   -   -   -   -   -   -   a
steer_delivery        -   -   -   -   -   -   -   -   -   -   -   a
keep_backups          -   -   -   -   -   -   -   -   -   -   -   a
examine_desk          -   -   -   -   -   -   -   -   -   -   -   a
see_policy            -   -   -   -   a   -   a   -   -   -   -   a
propose_policy        -   -   -   -   -   -   -   -   -   -   -   a
adopt_policy          -   -   -   -   a   -   -   -   -   -   -   -
sign_off_rule         -   -   -   -   -   -   a   -   -   -   -   -
`;

const CELLS: readonly string[] = ["-", "o", "u", "ou", "a"];
const isCell = (text: string): text is Cell => CELLS.includes(text);

/** Verb by role. */
export const MATRIX: ReadonlyMap<string, ReadonlyMap<string, Cell>> = new Map(
  TABLE.trim()
    .split("\n")
    .slice(1)
    .map((row) => {
      const [verb = "", ...cells] = row.trim().split(/\s+/);
      return [verb, new Map(cells.map((cell, at) => [COLUMNS[at] ?? "", isCell(cell) ? cell : "-"]))];
    }),
);

/** Where a subject stands to the person: theirs or not, in the unit of their role (or below) or elsewhere. */
export const POSITIONS = [
  { name: "their own, in their unit", own: true, inUnit: true },
  { name: "another's, in their unit", own: false, inUnit: true },
  { name: "their own, in another unit", own: true, inUnit: false },
  { name: "another's, in another unit", own: false, inUnit: false },
] as const;

export function isAllowed(cell: Cell, { own, inUnit }: { own: boolean; inUnit: boolean }): boolean {
  switch (cell) {
    case "a":
      return true;
    case "ou":
      return own || inUnit;
    case "o":
      return own;
    case "u":
      return inUnit;
    default:
      return false;
  }
}

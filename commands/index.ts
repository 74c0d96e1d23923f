/** The list of commands, in the order `help` shows them. A file that is not listed does not exist. */
import type { Command } from "../src/platform/commands/definition.ts";
import { auditVerify } from "./audit-verify.ts";
import { away } from "./away.ts";
import { backup } from "./backup.ts";
import { bulletins } from "./bulletins.ts";
import { check } from "./check.ts";
import { classify } from "./classify.ts";
import { clock } from "./clock.ts";
import { customer } from "./customer.ts";
import { dates } from "./dates.ts";
import { delivery } from "./delivery.ts";
import { digest } from "./digest.ts";
import { doctor } from "./doctor.ts";
import { due } from "./due.ts";
import { duty } from "./duty.ts";
import { factsSchema } from "./facts-schema.ts";
import { find } from "./find.ts";
import { gate } from "./gate.ts";
import { helpFor } from "./help.ts";
import { importBook } from "./import.ts";
import { importFactsFile } from "./import-facts.ts";
import { importPeopleFile } from "./import-people.ts";
import { importUnitsFile } from "./import-units.ts";
import { ledger } from "./ledger.ts";
import { limits } from "./limits.ts";
import { overrides } from "./overrides.ts";
import { plan } from "./plan.ts";
import { policy } from "./policy.ts";
import { policyAdopt } from "./policy-adopt.ts";
import { policyCheck } from "./policy-check.ts";
import { policyDiff } from "./policy-diff.ts";
import { queue } from "./queue.ts";
import { reassign } from "./reassign.ts";
import { recountCommand } from "./recount.ts";
import { releases } from "./releases.ts";
import { replay } from "./replay.ts";
import { report } from "./report.ts";
import { reportPdf } from "./report-pdf.ts";
import { restore } from "./restore.ts";
import { rightsFor } from "./rights.ts";
import { sample } from "./sample.ts";
import { score } from "./score.ts";
import { signal } from "./signal.ts";
import { signalTest } from "./signal-test.ts";
import { startFor } from "./start.ts";
import { sweep } from "./sweep.ts";
import { tiers } from "./tiers.ts";
import { whoamiFor } from "./whoami.ts";
import { workdays } from "./workdays.ts";

export const commands: readonly Command[] = [
  helpFor(() => commands),
  startFor(() => commands),
  doctor,
  due,
  check,
  digest,
  score,
  ledger,
  queue,
  overrides,
  signalTest,
  signal,
  bulletins,
  dates,
  limits,
  releases,
  tiers,
  report,
  reportPdf,
  customer,
  find,
  reassign,
  away,
  duty,
  whoamiFor(() => commands),
  rightsFor(() => commands),
  plan,
  importUnitsFile,
  importPeopleFile,
  importFactsFile,
  importBook,
  workdays,
  sweep,
  sample,
  replay,
  gate,
  classify,
  factsSchema,
  policyCheck,
  policyDiff,
  policyAdopt,
  policy,
  clock,
  delivery,
  auditVerify,
  recountCommand,
  backup,
  restore,
];

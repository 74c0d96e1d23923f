/** What is examined: the settings, and every way of looking that a check may use. Each is given from outside. */
import type { Moment } from "../../domain/vocabulary.ts";
import type { Calendars } from "../../platform/calendars/index.ts";
import type { Config } from "../../platform/config/index.ts";
import type { PagesAnswer } from "../../platform/pages/probe.ts";
import type { LoadedPolicy } from "../../platform/policy-file.ts";
import type { PushesAnswer } from "../../platform/pushes/probe.ts";
import type { SlackAnswer, SlackProbe } from "../../platform/slack/probe.ts";
import type { Db, ProbedDatabase } from "../../platform/storage/index.ts";
import type { FileProblem } from "../../platform/yaml-file.ts";
import type { CheckName, Finding } from "./finding.ts";

/** Migrations and guards, as the catalogue shows them. */
export interface SchemaState {
  readonly applied: number;
  readonly pending: readonly string[];
  readonly unknown: readonly string[];
  readonly missingGuards: readonly string[];
}

export interface Instruments {
  readonly config: Config;
  /** Undefined without Slack settings: the local workspace. */
  readonly slack: SlackProbe | undefined;
  /** What manifest.yml asks for. */
  readonly neededScopes: readonly string[];
  readonly policyFile: string;
  readonly calendars: Calendars | readonly FileProblem[];
  machineNow(): Date;
  openDatabase(): Promise<ProbedDatabase>;
  schema(): Promise<SchemaState>;
  /** Bytes that this user may still fill on the disk of a folder that exists. */
  freeBytes(folder: string): Promise<number>;
  loadPolicy(file: string, calendarIds: Iterable<string>): LoadedPolicy | readonly FileProblem[];
  /** What answers where the pages for files should be. */
  askPages(address: string): Promise<PagesAnswer>;
  /** What answers where facts should be pushed. */
  askPushes(address: string): Promise<PushesAnswer>;
  /** As Slack's SDK gives them. */
  listUsers(): Promise<unknown[]>;
}

export interface Patient extends Instruments {
  readonly probed: ProbedDatabase;
  readonly policy: LoadedPolicy | readonly FileProblem[] | { readonly unreadable: string };
  /** Only for checks that need the record. */
  readonly db: Db;
  /** Only for checks that need Slack. */
  readonly probe: SlackProbe;
  /** The bot token; empty without Slack settings. */
  readonly botToken: string;
  /** Slack's answer to auth.test, asked once. */
  auth(): Promise<SlackAnswer>;
  /** The business moment, as the desk would have it. */
  businessNow(): Promise<Moment>;
}

/** What other checks stand on. */
export type Ground = "database" | "record" | "slack" | "token";

export interface Check {
  readonly name: CheckName;
  /** Without it there is nothing to look at. */
  readonly needs: readonly Ground[];
  /** What is gone for the checks that follow. */
  readonly loses?: (found: Finding) => readonly Ground[];
  look(patient: Patient): Promise<readonly Finding[]>;
}

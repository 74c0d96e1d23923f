/** Why there is no backup, or no restore. */
import { nothingInParticular } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../context.ts";

export type BackupRefusal = Refusal;

type Why =
  | "postgres"
  | "postgres_restore"
  | "exists"
  | "audit_broken"
  | "no_backup"
  | "changed"
  | "running"
  | "bad_moment";

export const refuseBackup = (why: Why, file: string): BackupRefusal => refuse(`backup.${why}`, { file });

export const authorizeBackups = (ctx: Context): BackupRefusal | undefined =>
  authorize(ctx, "keep_backups", nothingInParticular);

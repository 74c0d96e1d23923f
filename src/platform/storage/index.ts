export { BatchSize } from "./batch-size.ts";
export { acquireBotLock, BotAlreadyRuns, type BotLock, runningBot } from "./bot-lock.ts";
export {
  type BulkRow,
  type BulkSql,
  bulkInsert,
  bulkMatch,
  bulkSelect,
  bulkUpdate,
  bulkUpsert,
  momentText,
} from "./bulk-sql.ts";
export { isStorageBusy } from "./busy.ts";
export type { ClaimedRow, ClaimRequest } from "./claim.ts";
export { isRowChanged, isUniqueConflict, refusedByGuard } from "./conflicts.ts";
export { copySqlite } from "./copy.ts";
export { type Database, type DatabaseOptions, type Db, type OutboxRow, openDatabase, type Tx } from "./database.ts";
export { onCopy } from "./on-copy.ts";
export { type DatabaseFault, type ProbedDatabase, probeDatabase } from "./probe.ts";
export type { RawSql, RawValue } from "./raw.ts";
export { isInBackground } from "./scope.ts";
export type { SqliteDriver } from "./sqlite-adapter.ts";
export { type DatabaseKind, sqlitePath } from "./url.ts";

export { acquireBotLock, BotAlreadyRuns, type BotLock, runningBot } from "./bot-lock.ts";
export { isStorageBusy } from "./busy.ts";
export type { ClaimedRow, ClaimRequest } from "./claim.ts";
export { isUniqueConflict, refusedByGuard } from "./conflicts.ts";
export { type Database, type DatabaseOptions, type Db, type OutboxRow, openDatabase, type Tx } from "./database.ts";
export { type DatabaseFault, type ProbedDatabase, probeDatabase } from "./probe.ts";
export type { RawSql, RawValue } from "./raw.ts";
export type { SqliteDriver } from "./sqlite-adapter.ts";
export { type DatabaseKind, sqlitePath } from "./url.ts";

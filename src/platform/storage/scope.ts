import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What Slack waits for (three seconds, then it shows a warning) goes before the work that a person waits for, and that before
 * work that only has to be done.
 */
export type Priority = "delivery" | "interactive" | "background";

interface Scope {
  readonly priority: Priority;
  /** False once the transaction has ended: what it left running is on its own again. */
  transactionOpen: boolean;
  /** Whether a transaction that begins now is one that the code asked for. */
  readonly opening?: true;
}

const scopes = new AsyncLocalStorage<Scope>();

export function currentPriority(): Priority {
  return scopes.getStore()?.priority ?? "interactive";
}

export function isInBackground(): boolean {
  return currentPriority() === "background";
}

export function inBackground<T>(work: () => Promise<T>): Promise<T> {
  return scopes.run({ priority: "background", transactionOpen: false }, async () => await work());
}

export function aheadOfAll<T>(work: () => Promise<T>): Promise<T> {
  return scopes.run({ priority: "delivery", transactionOpen: false }, async () => await work());
}

/** Marks the transaction that `work` begins as asked for, so that it takes the writer at once. */
export function openingTransaction<T>(work: () => Promise<T>): Promise<T> {
  return scopes.run({ priority: currentPriority(), transactionOpen: false, opening: true }, async () => await work());
}

/**
 * Whether a transaction that begins here was asked for. Others are Prisma's own: around a write of several rows, and around
 * `findUnique` calls of one tick that no single query answers. Those it asks in the scope of whichever call opened the tick,
 * which may be inside somebody else's transaction: only a write of theirs says whose they are.
 */
export function isAskedFor(): boolean {
  return scopes.getStore()?.opening === true;
}

export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const scope: Scope = { priority: currentPriority(), transactionOpen: true };
  try {
    // Awaited inside: a Prisma call begins only when somebody waits for it.
    return await scopes.run(scope, async () => await work());
  } finally {
    scope.transactionOpen = false;
  }
}

/**
 * A write past the open transaction would wait for it on SQLite, and escape its fate on PostgreSQL: a mistake in
 * the code either way, so it is said at once.
 */
export function refuseStrayWrite(): void {
  if (scopes.getStore()?.transactionOpen) {
    throw new Error("a write beside the open transaction: use the `tx` that inTransaction gave");
  }
}

import { DriverAdapterError } from "@prisma/driver-adapter-utils";

/** Somebody else stored the same key first (P2002, or the driver's own word in raw SQL). */
export function isUniqueConflict(error: unknown): boolean {
  return causes(error).some(
    (cause) => codeOf(cause) === "P2002" || kindOf(cause) === "UniqueConstraintViolation" || saysUnique(cause),
  );
}

/** The row was no longer there as it was read (P2025). */
export function isRowChanged(error: unknown): boolean {
  return causes(error).some((cause) => codeOf(cause) === "P2025");
}

/** Two transactions met and this one lost: run again, it may well pass. */
export function isWriteConflict(error: unknown): boolean {
  return causes(error).some(
    (cause) =>
      codeOf(cause) === "P2034" ||
      kindOf(cause) === "TransactionWriteConflict" ||
      /\b40(001|P01)\b/.test(wordsOf(cause)),
  );
}

/** The name of the guard (prisma/guards.ts) that refused a write, or nothing when it was no guard. */
export function refusedByGuard(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    const name = /guard ([a-z_]+):/.exec(wordsOf(cause))?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let one = error; one !== undefined && one !== null && found.length < 6; one = causeOf(one)) found.push(one);
  return found;
}

function causeOf(error: unknown): unknown {
  if (typeof error !== "object" || error === null) return undefined;
  if ("cause" in error && error.cause !== undefined) return error.cause;
  if ("meta" in error && typeof error.meta === "object" && error.meta !== null && "driverAdapterError" in error.meta) {
    return error.meta.driverAdapterError;
  }
  return undefined;
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

function kindOf(error: unknown): unknown {
  if (error instanceof DriverAdapterError) return error.cause.kind;
  return typeof error === "object" && error !== null && "kind" in error ? error.kind : undefined;
}

function wordsOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const parts = ["message", "code", "originalCode", "originalMessage"].map((key) => Reflect.get(error, key));
  return parts.filter((part) => typeof part === "string").join(" ");
}

function saysUnique(error: unknown): boolean {
  return /UNIQUE constraint failed|duplicate key value|\b23505\b/.test(wordsOf(error));
}

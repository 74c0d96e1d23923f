import { DriverAdapterError } from "@prisma/driver-adapter-utils";

/**
 * A transaction that ran out of time is rolled back by Prisma without waiting for its operation, which then says its remaining
 * statements on the same connection: outside of any transaction, or inside of somebody else's. They are refused instead.
 */
export class OneEnd {
  private hasCome = false;

  come(): void {
    this.hasCome = true;
  }

  /** Throws once the end has come. Ask it right before a statement goes to the database, with no waiting in between. */
  refuseAfter(): void {
    if (this.hasCome) {
      const cause = "the transaction has ended; this statement came too late and was not run";
      throw new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause });
    }
  }
}

/** Who kept an account at a moment, of all who have kept it. Pure. */
export interface Kept {
  readonly personId: string;
  readonly fromAt: Date;
  readonly toAt: Date | null;
}

export function keeperAt(ownerships: readonly Kept[], at: Date): string | null {
  return ownerships.find(({ fromAt, toAt }) => fromAt <= at && (toAt === null || toAt > at))?.personId ?? null;
}

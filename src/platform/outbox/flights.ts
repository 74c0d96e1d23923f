/** What this process is sending at this moment. Each message flies on its own, so that nobody waits behind a slow reply. */
import type { OutboxRow } from "../storage/index.ts";

/** A reply may take ten seconds and five leave in one: past this, only urgent ones begin. */
export const MOST_IN_FLIGHT = 60;

export class Flights {
  private readonly flying = new Map<string, { readonly row: OutboxRow; readonly landed: Promise<void> }>();
  private stopped = false;

  get ids(): readonly string[] {
    return [...this.flying.keys()];
  }

  get rows(): readonly OutboxRow[] {
    return [...this.flying.values()].map(({ row }) => row);
  }

  get full(): boolean {
    return this.flying.size >= MOST_IN_FLIGHT;
  }

  /** No new ones begin. */
  get stopping(): boolean {
    return this.stopped;
  }

  begin(row: OutboxRow, send: () => Promise<void>): Promise<void> {
    const landed = send().finally(() => this.flying.delete(row.id));
    this.flying.set(row.id, { row, landed });
    return landed;
  }

  /** From now on nothing begins; resolves when all have landed. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.allSettled([...this.flying.values()].map(({ landed }) => landed));
  }
}

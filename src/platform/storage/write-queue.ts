import { StorageBusy } from "./busy.ts";
import type { Priority } from "./scope.ts";

interface Waiter {
  readonly since: number;
  readonly enter: (release: () => void) => void;
}

/** A background write that has waited this long goes next, whoever else is waiting. */
const PATIENCE_MS = 400;

/**
 * One writer at a time, first come first served within a priority. SQLite has one writer anyway; waiting here costs
 * no busy loop and lets a click pass an import.
 */
export class WriteQueue {
  private readonly waiting: Record<Priority, Waiter[]> = { delivery: [], interactive: [], background: [] };
  private taken = false;
  private readonly longestWaitMs: number;

  constructor(longestWaitMs: number) {
    this.longestWaitMs = longestWaitMs;
  }

  /** Answers the function that lets the next one in. Throws StorageBusy after the longest wait. */
  enter(priority: Priority): Promise<() => void> {
    if (!this.taken) {
      this.taken = true;
      return Promise.resolve(this.releaseOnce());
    }
    return new Promise((resolve, reject) => {
      const since = performance.now();
      const waiter: Waiter = {
        since,
        enter: (release) => {
          clearTimeout(timer);
          resolve(release);
        },
      };
      const timer = setTimeout(() => {
        this.forget(priority, waiter);
        reject(new StorageBusy(Math.round(performance.now() - since)));
      }, this.longestWaitMs);
      this.waiting[priority].push(waiter);
    });
  }

  private forget(priority: Priority, waiter: Waiter): void {
    this.waiting[priority] = this.waiting[priority].filter((other) => other !== waiter);
  }

  private releaseOnce(): () => void {
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const next = this.next();
      if (next === undefined) this.taken = false;
      else next.enter(this.releaseOnce());
    };
  }

  private next(): Waiter | undefined {
    const { delivery, interactive, background } = this.waiting;
    const [patient] = background;
    const overdue = patient !== undefined && performance.now() - patient.since > PATIENCE_MS;
    if (delivery.length > 0) return delivery.shift();
    return overdue || interactive.length === 0 ? background.shift() : interactive.shift();
  }
}

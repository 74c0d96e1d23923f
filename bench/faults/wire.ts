/** What the bench and the desk's process say to each other: orders one way, one reply each. */
import type { Config } from "../../src/platform/config/index.ts";

/** What a write of the desk is for, told from its SQL. */
export const WRITE_SITES = ["promise", "claim", "mark", "inbound", "report", "review", "answer", "other"] as const;
export type WriteSite = (typeof WRITE_SITES)[number];

/** The process dies at the `nth` write of this kind from now on, counted from 1. */
export interface KillAtWrite {
  readonly site: WriteSite;
  readonly nth: number;
  readonly when: "before" | "after";
}

/** Mistakes put into the desk from outside, each of which the oracle must see. */
export const PLANTED_BUGS = ["acknowledge_before_saving", "mark_before_sending", "resend_without_looking"] as const;
export type PlantedBug = (typeof PLANTED_BUGS)[number];

export interface Clock {
  /** Milliseconds that the machine's clock stands ahead of the real one. */
  readonly machineAheadMs: number;
  /** The same for the business clock. */
  readonly businessAheadMs: number;
}

export type Order =
  | {
      readonly do: "open";
      readonly config: Config;
      /** The policy as JSON (`LoadedPolicy`). */
      readonly policyFile: string;
      readonly clock: Clock;
      readonly bug: PlantedBug | undefined;
      /** True: node-schedule ticks by itself, as in earnest. False: only on the order `tick`. */
      readonly ticksItself: boolean;
    }
  /** Everything that looks at least once a minute; or one job alone. */
  | { readonly do: "tick"; readonly job?: string }
  | { readonly do: "clock"; readonly clock: Clock }
  | { readonly do: "kill_at"; readonly kill: KillAtWrite | undefined }
  /** The file may grow no more, or may again. */
  | { readonly do: "disk"; readonly full: boolean }
  /** The event loop stands still at the next write. */
  | { readonly do: "stall"; readonly ms: number }
  | { readonly do: "close" };

export interface Sent {
  readonly id: number;
  readonly order: Order;
}

export interface Reply {
  readonly id: number;
  readonly failure?: string;
}

/** What can go wrong between the app and the workspace, switched on by a test. */
type FaultKind =
  /** HTTP 429 with Retry-After in seconds; nothing is done. */
  | { kind: "rate_limited"; retryAfter: number }
  /** The call is carried out, then the connection is dropped without an answer. */
  | { kind: "drop_after_accept" }
  /** The connection is dropped and nothing is done. */
  | { kind: "drop_before_accept" }
  /** An HTTP error, before or after the call was carried out. */
  | { kind: "http_error"; status: number; accepted: boolean }
  /** The call is carried out, the answer comes so many milliseconds later. */
  | { kind: "slow"; ms: number }
  /** Something happens while the app waits for its answer; the call is carried out before it, after it, or never. */
  | { kind: "meanwhile"; carriedOut: "before" | "after" | "never"; run: () => Promise<void> }
  /** Slack's own refusal, such as channel_not_found, token_revoked, invalid_blocks, expired_trigger_id. */
  | { kind: "refused"; error: string }
  /** An event is delivered once more with the same event_id, as Slack does when it missed the acknowledgement. */
  | { kind: "duplicate_event" };

export type Fault = FaultKind & {
  /** Web API method or, for duplicate_event, the event's type; absent: any. */
  on?: string;
  /** Only calls whose `channel` (or `user_id`) argument is this. */
  channel?: string;
  /** How often; default once. `Infinity` until removed. */
  times?: number;
};

export interface Faults {
  /** Switches a fault on; the answer switches it off again. */
  add(fault: Fault): () => void;
  clear(): void;
  /** How often faults have struck since the start. */
  readonly struck: number;
  /** For the server: takes the first fault that fits, and counts it down. */
  take(on: string, channels: string[], only?: FaultKind["kind"]): Fault | undefined;
}

export function createFaults(): Faults {
  const active: { fault: Fault; left: number }[] = [];
  let struck = 0;
  const fits = (fault: Fault, on: string, channels: string[], only?: FaultKind["kind"]) =>
    (only === undefined ? fault.kind !== "duplicate_event" : fault.kind === only) &&
    (fault.on === undefined || fault.on === on) &&
    (fault.channel === undefined || channels.includes(fault.channel));
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? 1 };
      active.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    clear() {
      active.length = 0;
    },
    take(on, channels, only) {
      const entry = active.find(({ fault, left }) => left > 0 && fits(fault, on, channels, only));
      if (!entry) return undefined;
      entry.left -= 1;
      struck += 1;
      return entry.fault;
    },
    get struck() {
      return struck;
    },
  };
}

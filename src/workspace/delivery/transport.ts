import type { Json } from "../json.ts";

/** What travels from the workspace to the app. */
export interface Parcel {
  kind: "slash_commands" | "interactive" | "events_api";
  payload: Json;
  /** For a repeated event: which repetition, and why. */
  retry?: { num: number; reason: string };
}

/** What came back: acknowledged with a body, or not and why. */
export type Receipt = { acknowledged: true; body: unknown } | { acknowledged: false; reason: string };

/** One way to the app: signed HTTP requests, or Socket Mode. */
export interface Transport {
  readonly ready: boolean;
  send(parcel: Parcel, timeoutMs: number): Promise<Receipt>;
}

import type { Json } from "./json.ts";

/** Slack's `{ ok: false, error }`: thrown by a method, answered by the router. */
export class SlackRefusal extends Error {
  readonly code: string;
  readonly extra: Json;

  constructor(code: string, extra: Json = {}) {
    super(code);
    this.name = "SlackRefusal";
    this.code = code;
    this.extra = extra;
  }
}

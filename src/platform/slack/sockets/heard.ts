/** What came lately, so that a payload that travels over both sockets counts once and gets one answer. */
import { createHash } from "node:crypto";
import type { Delivered } from "./line.ts";

/** What the first was acknowledged with; undefined where it never was, and the next may try. */
export type Answer = { readonly response: unknown } | undefined;

const MOST = 2_000;

export class Heard {
  private readonly answers = new Map<string, Promise<Answer>>();

  /** The first one's answer, or nothing: then `answer` is that of the first. */
  first(key: string, answer: Promise<Answer>): Promise<Answer> | undefined {
    const known = this.answers.get(key);
    if (known === undefined) {
      this.answers.set(key, answer);
      void answer.then((given) => given ?? this.answers.delete(key));
      if (this.answers.size > MOST) this.answers.delete(this.answers.keys().next().value ?? "");
    }
    return known;
  }
}

/** An event by its id; what a person did by its whole payload, whose trigger is used once; anything else by its envelope. */
export function keyOf({ envelope_id, body }: Delivered): string {
  if (typeof body.event_id === "string") {
    return `event:${body.event_id}`;
  }
  if (typeof body.trigger_id === "string") {
    return `payload:${createHash("sha256").update(JSON.stringify(body)).digest("hex")}`;
  }
  return `envelope:${envelope_id}`;
}

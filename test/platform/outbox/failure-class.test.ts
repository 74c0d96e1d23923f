import { describe, expect, it } from "vitest";
import { classify, type FailureClass } from "../../../src/platform/outbox/failure-class.ts";
import { readFailure } from "../../../src/platform/outbox/slack-failure.ts";

/** What Slack or the network answered, and what becomes of the message. */
const cases: [answer: string, error: unknown, becomes: FailureClass["kind"]][] = [
  ["a rate limit", { code: "slack_webapi_rate_limited_error", retryAfter: 3 }, "wait"],
  ["a limit without a time", { data: { error: "ratelimited" } }, "wait"],
  ["a limit of the whole app", { data: { error: "rate_limited" } }, "wait"],
  ["no answer at all", new Error("socket hang up"), "uncertain"],
  ["nothing that is an error", "x", "uncertain"],
  ["a lost connection", { code: "slack_webapi_request_error" }, "uncertain"],
  ["HTTP 502", { code: "slack_webapi_http_error", statusCode: 502 }, "uncertain"],
  ["fatal_error", { data: { error: "fatal_error" } }, "uncertain"],
  ["internal_error", { data: { error: "internal_error" } }, "uncertain"],
  ["invalid_blocks", { data: { error: "invalid_blocks" } }, "plainer"],
  ["msg_blocks_too_long", { data: { error: "msg_blocks_too_long" } }, "plainer"],
  ["user_not_found", { data: { error: "user_not_found" } }, "dead"],
  ["channel_not_found", { data: { error: "channel_not_found" } }, "dead"],
  ["something new", { data: { error: "brand_new_error" } }, "dead"],
  ["invalid_auth", { data: { error: "invalid_auth" } }, "stop"],
  ["token_revoked", { data: { error: "token_revoked" } }, "stop"],
];

describe("a failed call", () => {
  it.each(cases)("with %s", (_answer, error, becomes) => {
    expect(classify(readFailure(error)).kind).toBe(becomes);
  });

  it("waits in milliseconds what Slack said in seconds", () => {
    expect(classify({ platform: "rate_limited" })).toEqual({ kind: "wait", ms: 30_000, everywhere: true });
    expect(classify({ retryAfterS: 3 })).toEqual({ kind: "wait", ms: 3_000, everywhere: false });
  });
});

import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { classify } from "../../../src/platform/outbox/failure-class.ts";
import { readFailure } from "../../../src/platform/outbox/slack-failure.ts";
import { createSlackClients } from "../../../src/platform/slack/clients.ts";

const API = "https://slack.example/api/";
const slack = setupServer();
let asked = 0;

beforeAll(() => slack.listen({ onUnhandledRequest: "bypass" }));
afterEach(() => {
  slack.resetHandlers();
  asked = 0;
});
afterAll(() => slack.close());

/** What the SDK's own error means to the outbox, when Slack answers so. */
async function posting(answer: () => Response) {
  slack.use(
    http.post(`${API}chat.postMessage`, () => {
      asked += 1;
      return answer();
    }),
  );
  const { queue } = createSlackClients("xoxb-local-test", API);
  return queue.chat.postMessage({ channel: "D1", text: "due" }).then(
    () => "sent" as const,
    (error: unknown) => classify(readFailure(error)),
  );
}

const refused = (error: string) => () => HttpResponse.json({ ok: false, error });

describe("what a failed post means", () => {
  it.each([
    [
      "a rate limit",
      () => new HttpResponse("", { status: 429, headers: { "retry-after": "7" } }),
      { kind: "wait", ms: 7000 },
    ],
    ["a bad gateway", () => new HttpResponse("", { status: 502 }), { kind: "uncertain" }],
    ["no answer at all", () => HttpResponse.error(), { kind: "uncertain" }],
    ["Slack's own internal error", refused("internal_error"), { kind: "uncertain" }],
    ["blocks that Slack does not draw", refused("invalid_blocks"), { kind: "plainer" }],
    ["a channel that is gone", refused("channel_not_found"), { kind: "dead" }],
    ["a person who has left", refused("account_inactive"), { kind: "dead" }],
    ["a token that was revoked", refused("token_revoked"), { kind: "stop" }],
  ])("%s", async (_name, answer, meaning) => {
    expect(await posting(answer)).toMatchObject(meaning);
    expect(asked).toBe(1);
  });
});

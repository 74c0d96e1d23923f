/** Slack refuses a block that it does not know: the same is told in older ones, once, and at last in words. */
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createSlackClients } from "../../../src/platform/slack/clients.ts";
import { replyTo } from "../../../src/platform/slack/reply.ts";
import type { View } from "../../../src/platform/view.ts";
import { translator } from "../../../src/texts/index.ts";

const API = "https://slack.example/api/";
const RESPONSE = "https://slack.example/response/1";
const slack = setupServer();
const tried: string[][] = [];

beforeAll(() => slack.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  slack.resetHandlers();
  tried.length = 0;
});
afterAll(() => slack.close());

const view: View = {
  title: "Harbour Branch",
  pieces: [
    { kind: "chart", title: "Late", chart: { type: "pie", segments: [{ label: "Li Wen", value: 3 }] } },
    { kind: "table", caption: "With whom", columns: ["Who", "Late"], rows: [["Li Wen", 3]] },
  ],
};

/** Answers `refuse` as long as the message holds a block that is new. */
function knowsNoNewBlocks(refuse: () => Response) {
  return async ({ request }: { request: Request }) => {
    const { blocks } = (await request.json()) as { blocks: { type: string }[] };
    const types = blocks.map(({ type }) => type);
    tried.push(types);
    return types.some((type) => type.startsWith("data_")) ? refuse() : HttpResponse.json({ ok: true });
  };
}

async function tells(): Promise<void> {
  const { people } = createSlackClients("xoxb-local-test", API);
  const place = {
    user: { teamId: "T1", userId: "U1" },
    triggerId: undefined,
    viewId: undefined,
    responseUrl: RESPONSE,
    t: translator("en"),
  };
  await replyTo(people, place, async () => undefined).tell(view);
}

describe("an answer that Slack will not draw", () => {
  it.each([
    ["with a status", () => HttpResponse.json({ ok: false, error: "invalid_blocks" }, { status: 400 })],
    ["in the body alone", () => HttpResponse.json({ ok: false, error: "invalid_blocks" })],
  ])("is told in older blocks, where it was refused %s", async (_how, refuse) => {
    slack.use(http.post(RESPONSE, knowsNoNewBlocks(refuse)));

    await tells();

    expect(tried).toEqual([
      ["data_visualization", "data_table"],
      ["section", "section"],
    ]);
  });
});

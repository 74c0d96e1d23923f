import { exit, stdout } from "node:process";
import { WebClient } from "@slack/web-api";
import { objectOf } from "../json.ts";
import { type LimitRow, limitRows } from "./rows.ts";

// biome-ignore lint/style/noProcessEnv: a tool of its own, run by hand; the product's settings do not know it.
const { SLACK_REPLAY_TOKEN: token = "", SLACK_API_URL: slackApiUrl } = process.env;

/**
 * Holds the table of refusals against a real Slack's blocks.validate: `SLACK_REPLAY_TOKEN=xoxb-… npx tsx <this file>`.
 * The method needs no scope and shows nothing to anybody. Exit code 1 when Slack and the table disagree.
 */
async function verdict(client: WebClient, row: LimitRow, payload: LimitRow["atLimit"]): Promise<string> {
  const name = row.surface === "message" ? "blocks" : "view";
  try {
    await client.apiCall("blocks.validate", { [name]: JSON.stringify(payload) });
    return "accepted";
  } catch (error) {
    const code = objectOf(objectOf(error).data).error;
    return typeof code === "string" ? code : String(error);
  }
}

async function replay(): Promise<number> {
  const client = new WebClient(token, { ...(slackApiUrl ? { slackApiUrl } : {}), retryConfig: { retries: 1 } });
  const rows = limitRows.filter((one) => one.validatable !== false);
  let disagreements = 0;
  for (const row of rows) {
    const atLimit = await verdict(client, row, row.atLimit);
    const oneOver = await verdict(client, row, row.oneOver);
    const agrees = atLimit === "accepted" && ["invalid_blocks", "invalid_view"].includes(oneOver);
    if (!agrees) disagreements += 1;
    stdout.write(`${agrees ? "agrees" : "DIFFERS"}  ${row.name}: at the limit ${atLimit}, one over ${oneOver}\n`);
  }
  stdout.write(`${disagreements} of ${rows.length} rows differ\n`);
  return disagreements;
}

if (token === "") {
  stdout.write("Set SLACK_REPLAY_TOKEN to a bot token of a workspace to compare with. Nothing was sent.\n");
  exit(0);
}
exit((await replay()) > 0 ? 1 : 0);

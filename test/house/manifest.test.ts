import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { manifestProblems, usedBy } from "./manifest-rules.ts";
import { parse as parseSource, repositoryPath, sources } from "./source.ts";

const SLACKS_SCHEMA = repositoryPath("../shared/data/slack/manifest.schema.2.0.0.json");
const text = readFileSync(repositoryPath("manifest.yml"), "utf8");
const ours = sources("src", "commands").filter(({ path }) => !path.startsWith("src/workspace/"));
const used = usedBy(ours);

const url = "https://desk.bank.example/slack/events";
const overHttp = text
  .replace("socket_mode_enabled: true", "socket_mode_enabled: false")
  .replace("should_escape: true", `should_escape: true\n      url: ${url}`)
  .replace("  event_subscriptions:\n", `  event_subscriptions:\n    request_url: ${url}\n`)
  .replace("is_enabled: true", `is_enabled: true\n    request_url: ${url}\n    message_menu_options_url: ${url}`);

const slackAllows = existsSync(SLACKS_SCHEMA)
  ? new Ajv({ strict: false, allErrors: true, formats: { uri: true, "valid-hostname": true } }).compile(
      JSON.parse(readFileSync(SLACKS_SCHEMA, "utf8")),
    )
  : undefined;

/** The manifest with a line changed; the line must be there. */
function changed(from: string | RegExp, to: string): unknown {
  const other = text.replace(from, to);
  if (other === text) {
    throw new Error(`nothing to change: ${from}`);
  }
  return parse(other);
}

describe("the manifest", () => {
  it("keeps Slack's limits, and asks for what the code uses and no more", () => {
    expect(manifestProblems(parse(text), used)).toEqual([]);
  });

  it("was held against code that was seen to speak with Slack", () => {
    expect([...used.methods.keys()]).toEqual(expect.arrayContaining(["chat.postMessage", "views.open", "views.push"]));
    expect(used.events).toContain("app_home_opened");
    expect(used).toMatchObject({ hearsCommands: true, readsEmail: true });
  });

  it("has each of its scopes and events justified in docs/scopes.md", () => {
    const said = readFileSync(repositoryPath("docs/scopes.md"), "utf8");
    const rows = [...said.matchAll(/^\| `([\w:.]+)` \|/gm)].map(([, name]) => name);
    const { oauth_config, settings } = parse(text);

    expect(rows).toEqual(
      expect.arrayContaining([...oauth_config.scopes.bot, ...settings.event_subscriptions.bot_events]),
    );
    expect(rows).toHaveLength(oauth_config.scopes.bot.length + settings.event_subscriptions.bot_events.length);
  });

  it.skipIf(slackAllows === undefined)("is what Slack's own schema allows", () => {
    expect([slackAllows?.(parse(text)), slackAllows?.errors]).toEqual([true, null]);
    expect(slackAllows?.(changed("name: afterloan", `name: ${"a".repeat(36)}`))).toBe(false);
  });

  it.runIf(slackAllows === undefined)(
    "could not be held against Slack's own schema: it is not beside the project",
    () => {
      process.stdout.write(
        "manifest: ../shared/data/slack/manifest.schema.2.0.0.json is absent, Slack's schema was not checked\n",
      );
    },
  );
});

describe("a bad manifest is refused", () => {
  it.each([
    [
      "a scope that nobody uses",
      changed("- commands", "- commands\n      - channels:history"),
      "nothing uses the scope channels:history",
    ],
    ["a method without its scope", changed("      - im:history\n", ""), "needs the scope im:history"],
    [
      "an event that nobody hears",
      changed("- user_change", "- user_change\n      - team_join"),
      "nobody hears the event team_join",
    ],
    [
      "an event that is heard and not declared",
      changed("      - user_change\n", ""),
      "user_change is heard, not declared",
    ],
    ["a name of 36 characters", changed("name: afterloan", `name: ${"a".repeat(36)}`), "display_information.name"],
    ["a hint of 1,001 characters", changed(/usage_hint: .*/, `usage_hint: ${"a".repeat(1001)}`), "usage_hint"],
    [
      "interactivity switched off",
      changed("is_enabled: true", "is_enabled: false"),
      "settings.interactivity.is_enabled",
    ],
    ["no Home tab", changed("home_tab_enabled: true", "home_tab_enabled: false"), "home_tab_enabled"],
    ["HTTP without an address", changed("socket_mode_enabled: true", "socket_mode_enabled: false"), "every address"],
    [
      "a user token's scopes",
      changed("    bot:\n", "    user:\n      - chat:write\n    bot:\n"),
      "oauth_config.scopes",
    ],
    [
      "a second command",
      changed("  slash_commands:\n", "  slash_commands:\n    - {command: /loan, description: x}\n"),
      "nobody answers",
    ],
  ])("for %s", (_what, manifest, problem) => {
    expect(manifestProblems(manifest, used).join("\n")).toContain(problem);
  });

  it("when the code calls a method that was not granted, or that nobody knows, by any spelling", () => {
    const planted = parseSource(
      "src/features/planted.ts",
      'export const a = (client) => [client.pins.add({}), client.apiCall("team.info")];',
    );
    const problems = manifestProblems(parse(text), usedBy([...ours, planted]));

    expect(problems).toEqual([
      "pins.add (src/features/planted.ts:1): its scopes are not in the table of this check",
      "team.info (src/features/planted.ts:1) needs the scope team:read",
    ]);
  });
});

describe("the manifest over HTTP", () => {
  it("is sound when the address stands at every place, as its first lines say", () => {
    expect(manifestProblems(parse(overHttp), used)).toEqual([]);
    expect(slackAllows?.(parse(overHttp)) ?? true).toBe(true);
  });
});

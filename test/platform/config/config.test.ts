import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/domain/vocabulary.ts";
import { type Config, loadConfig, type Problem, problemsText } from "../../../src/platform/config/index.ts";
import { translator } from "../../../src/texts/index.ts";

const bot = "xoxb-1111111111-abcdefgh";
const app = "xapp-1-A111-222-abcdef";
const secret = "0123456789abcdef0123456789abcdef";

function settings(env: Record<string, string>): Config {
  const loaded = loadConfig(env);
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded));
  return loaded;
}

function problems(env: Record<string, string>): Problem[] {
  const loaded = loadConfig(env);
  return Array.isArray(loaded) ? loaded : [];
}

describe("pages for files", () => {
  const pages = (place: string, address: string, more: Record<string, string> = {}) =>
    problems({ AFTERLOAN_PAGES: place, AFTERLOAN_PAGES_URL: address, ...more }).map(
      ({ setting, code }) => `${setting}: ${code}`,
    );

  it("listen on a port behind an address that people reach", () => {
    expect(settings({ AFTERLOAN_PAGES: "9470", AFTERLOAN_PAGES_URL: "https://files.bank.example/desk" }).pages).toEqual(
      {
        place: { host: "127.0.0.1", port: 9470 },
        address: "https://files.bank.example/desk",
      },
    );
    expect(pages("0.0.0.0:9470", "http://localhost:9470")).toEqual([]);
  });

  it.each([
    ["nothing", "https://files.bank.example", ["AFTERLOAN_PAGES: health"]],
    ["99999", "ftp://x", ["AFTERLOAN_PAGES: health", "AFTERLOAN_PAGES_URL: pages_no_https"]],
    ["9470", "http://files.bank.example", ["AFTERLOAN_PAGES_URL: pages_unencrypted"]],
    ["9470", "https://me:secret@files.bank.example", ["AFTERLOAN_PAGES_URL: pages_more"]],
    ["9470", "https://files.bank.example/?a=1", ["AFTERLOAN_PAGES_URL: pages_more"]],
    ["9470", "", ["AFTERLOAN_PAGES_URL: pages_no_address"]],
    ["", "https://files.bank.example", ["AFTERLOAN_PAGES: pages_no_place"]],
    ["3000", "https://files.bank.example", ["AFTERLOAN_PAGES: same_port"]],
  ])("name what is wrong with %s and %s", (place, address, expected) => {
    expect(pages(place, address)).toEqual(expected);
  });

  it("want a port of their own", () => {
    expect(pages("9464", "https://files.bank.example", { AFTERLOAN_HEALTH: "9464" })).toEqual([
      "AFTERLOAN_PAGES: same_port",
    ]);
  });
});

describe("pushes of facts", () => {
  const facts = (env: Record<string, string>) => problems(env).map(({ setting, code }) => `${setting}: ${code}`);

  it("are heard at a place, signed with a secret", () => {
    expect(settings({ AFTERLOAN_FACTS: "9480", AFTERLOAN_FACTS_SECRET: secret }).facts).toEqual({
      place: { host: "127.0.0.1", port: 9480 },
      secret,
    });
    expect(settings({}).facts).toBeUndefined();
  });

  it("want both, a long secret and a port of their own", () => {
    expect(facts({ AFTERLOAN_FACTS: "9480" })).toEqual(["AFTERLOAN_FACTS_SECRET: facts_no_secret"]);
    expect(facts({ AFTERLOAN_FACTS_SECRET: secret })).toEqual(["AFTERLOAN_FACTS: facts_no_place"]);
    expect(facts({ AFTERLOAN_FACTS: "x", AFTERLOAN_FACTS_SECRET: "short" })).toEqual([
      "AFTERLOAN_FACTS: health",
      "AFTERLOAN_FACTS_SECRET: facts_secret",
    ]);
    expect(facts({ AFTERLOAN_FACTS: "9464", AFTERLOAN_FACTS_SECRET: secret, AFTERLOAN_HEALTH: "9464" })).toEqual([
      "AFTERLOAN_FACTS: same_port",
    ]);
  });
});

describe("settings", () => {
  it("start the local workspace on a file under data/ when nothing is set", () => {
    expect(settings({ SLACK_BOT_TOKEN: "  ", PATH: "/bin" })).toEqual({
      slack: { mode: "local" },
      databaseUrl: `file:${resolve("data/afterloan.db")}`,
      port: 3000,
      dataDir: resolve("data"),
      evidenceDir: resolve("data/evidence"),
      logLevel: "info",
    });
  });

  it("choose Socket Mode with a bot and an app token", () => {
    expect(settings({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }).slack).toEqual({
      mode: "socket",
      botToken: bot,
      appToken: app,
    });
  });

  it("choose HTTP with a bot token and a signing secret, at another Slack-compatible server too", () => {
    const env = { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: secret, SLACK_API_URL: "https://slack-gov.com/api" };

    expect(settings(env).slack).toEqual({
      mode: "http",
      botToken: bot,
      signingSecret: secret,
      apiUrl: "https://slack-gov.com/api/",
    });
  });

  it.each([
    ["file:somewhere/bank.db", `file:${resolve("somewhere/bank.db")}`],
    ["file:///srv/bank.db", "file:///srv/bank.db"],
    [
      "postgresql://afterloan:p%40ss@db.internal:5432/afterloan",
      "postgresql://afterloan:p%40ss@db.internal:5432/afterloan",
    ],
  ])("take the database %s", (url, expected) => {
    expect(settings({ DATABASE_URL: url }).databaseUrl).toBe(expected);
  });

  it("put everything under another data folder", () => {
    const { databaseUrl, evidenceDir } = settings({ AFTERLOAN_DATA_DIR: "/srv/afterloan" });

    expect(databaseUrl).toBe("file:/srv/afterloan/afterloan.db");
    expect(evidenceDir).toBe("/srv/afterloan/evidence");
  });
});

describe("a proxy", () => {
  const proxy = "http://desk:secret@proxy.bank.example:8080";

  it("is taken for Slack, in either spelling, with what is reached without it", () => {
    const set = settings({ ...socket(), HTTPS_PROXY: proxy, no_proxy: ".bank.example" });
    expect(set.proxy).toEqual({ url: proxy, except: ".bank.example" });
    expect(settings({ ...socket(), https_proxy: proxy, HTTPS_PROXY: "http://other" }).proxy).toEqual({
      url: proxy,
      except: "",
    });
  });

  it("is nothing to the local workspace, however it is written", () => {
    const set = settings({ HTTPS_PROXY: "socks5://proxy", ALL_PROXY: proxy });
    expect([set.proxy, set.proxiesUnread]).toEqual([undefined, undefined]);
  });

  it("of other kinds alone is remembered, so that the operator can be told", () => {
    const set = settings({ ...socket(), HTTP_PROXY: proxy, all_proxy: proxy });
    expect([set.proxy, set.proxiesUnread]).toEqual([undefined, ["HTTP_PROXY", "all_proxy"]]);
  });
});

describe("a health address", () => {
  it.each([
    ["9464", { host: "127.0.0.1", port: 9464 }],
    ["0.0.0.0:9464", { host: "0.0.0.0", port: 9464 }],
    ["[::1]:9464", { host: "::1", port: 9464 }],
  ])("of %s", (place, health) => {
    expect(settings({ AFTERLOAN_HEALTH: place }).health).toEqual(health);
  });

  it("is not there unless it is set", () => {
    expect(settings({}).health).toBeUndefined();
  });
});

describe("a problem is found where", () => {
  it.each<[string, Record<string, string>, string]>([
    ["a bot token stands alone", { SLACK_BOT_TOKEN: bot }, "SLACK_APP_TOKEN"],
    ["an app token has no bot token", { SLACK_APP_TOKEN: app }, "SLACK_BOT_TOKEN"],
    ["a signing secret has no bot token", { SLACK_SIGNING_SECRET: secret }, "SLACK_BOT_TOKEN"],
    ["another server is named without a token", { SLACK_API_URL: "https://slack-gov.com/api/" }, "SLACK_BOT_TOKEN"],
    [
      "both ways of hearing Slack are set",
      { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret },
      "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET",
    ],
    ["the tokens are exchanged", { SLACK_BOT_TOKEN: app, SLACK_APP_TOKEN: bot }, "SLACK_BOT_TOKEN"],
    [
      "a secret has a space",
      { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: "a secret with spaces" },
      "SLACK_SIGNING_SECRET",
    ],
    ["a token would travel unencrypted", { ...socket(), SLACK_API_URL: "http://example.org/api/" }, "SLACK_API_URL"],
    ["the server is no address", { ...socket(), SLACK_API_URL: "slack.com" }, "SLACK_API_URL"],
    ["a token's name is misspelt", { SLACK_BOT_TOKEM: bot }, "SLACK_BOT_TOKEM"],
    ["the database is another kind", { DATABASE_URL: "mysql://root@localhost/bank" }, "DATABASE_URL"],
    ["the database is in memory", { DATABASE_URL: "file::memory:" }, "DATABASE_URL"],
    ["the file has no name", { DATABASE_URL: "file:" }, "DATABASE_URL"],
    ["the server's database has no name", { DATABASE_URL: "postgresql://localhost:5432" }, "DATABASE_URL"],
    ["a password is not encoded", { DATABASE_URL: "postgresql://me:a/b@[/bank" }, "DATABASE_URL"],
    ["the port is none", { PORT: "65536" }, "PORT"],
    ["the port is a word", { PORT: "http" }, "PORT"],
    ["the health address is no port", { AFTERLOAN_HEALTH: "http://0.0.0.0:9464" }, "AFTERLOAN_HEALTH"],
    ["its port is none", { AFTERLOAN_HEALTH: "0.0.0.0:99999" }, "AFTERLOAN_HEALTH"],
    ["the heartbeat address is none", { AFTERLOAN_HEARTBEAT_URL: "monitor.bank.example" }, "AFTERLOAN_HEARTBEAT_URL"],
    ["the proxy speaks SOCKS", { ...socket(), HTTPS_PROXY: "socks5://proxy.bank.example:1080" }, "HTTPS_PROXY"],
    ["the proxy has no scheme", { ...socket(), https_proxy: "proxy.bank.example:8080" }, "https_proxy"],
    ["the log level is none", { LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    ["the policy is not there", { AFTERLOAN_POLICY: "no/such.yml" }, "AFTERLOAN_POLICY"],
    ["the portfolio is not there", { AFTERLOAN_PORTFOLIO: "no/such.csv" }, "AFTERLOAN_PORTFOLIO"],
  ])("%s", (_what, env, setting) => {
    expect(problems(env).map((problem) => problem.setting)).toContain(setting);
  });

  it("says them all at once, each with its remedy, and repeats no value", () => {
    const env = {
      SLACK_APP_TOKEN: bot,
      SLACK_SIGNING_SECRET: "short secret",
      PORT: "x9",
      DATABASE_URL: "mysql://u:pw@h",
    };

    expect(problems(env).length).toBeGreaterThanOrEqual(5);
    for (const language of LANGUAGES) {
      const [title, ...lines] = problemsText(problems(env), translator(language)).split("\n");
      expect(lines).toHaveLength(2 * problems(env).length);
      for (const value of Object.values(env)) expect([title, ...lines].join("\n")).not.toContain(value);
    }
  });

  it("says them in the reader's language, with the names of settings as they are", () => {
    const found = problems({ SLACK_BOT_TOKEN: bot, LOG_LEVEL: "loud" });
    expect(problemsText(found, translator("en"))).toBe(
      [
        "2 settings stand in the way:",
        "  SLACK_APP_TOKEN: missing beside SLACK_BOT_TOKEN",
        "    Set it for Socket Mode, or set SLACK_SIGNING_SECRET for HTTP.",
        "  LOG_LEVEL: this is no level",
        "    Use one of fatal, error, warn, info, debug, trace, silent.",
      ].join("\n"),
    );
    expect(problemsText(found, translator("zh-Hans"))).toContain(
      "  LOG_LEVEL: 没有这个级别\n    请选用：fatal, error,",
    );
    expect(problemsText(found, translator("zh-Hant"))).toMatch(/^有 2 項設定需要修正：\n {2}SLACK_APP_TOKEN: 已有/);
  });
});

function socket() {
  return { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app };
}

/** Who may import whom: one sentence a rule. test/house/layers.test.ts proves that the check sees every file and finds each planted breach. */

const ROOT = "^(commands/|src/(app|main|open-parts|local-desk|restore|health|pages|facts|follow-facts)\\.ts$)";
const NOT_NODE = { dependencyTypesNot: ["core"] };

/** @type {(name: string, comment: string, from: object, to: object) => object} */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    forbid(
      "domain-is-pure",
      "The rule book imports only itself and zod: no Slack, no database, no file, no clock.",
      { path: "^src/domain/" },
      { pathNot: ["^src/domain/", "^node_modules/zod/", "luxon"] },
    ),
    forbid(
      "domain-is-told-the-time",
      "The rule book may hold a moment (luxon's types) but cannot make one.",
      { path: "^src/domain/", pathNot: "^src/domain/calendar/" },
      { path: "luxon", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "texts-know-only-the-vocabulary",
      "What people read imports the rule book's words and a message formatter, nothing else.",
      { path: "^src/texts/" },
      { pathNot: ["^src/texts/", "^src/domain/", "^node_modules/intl-messageformat/"] },
    ),
    forbid(
      "platform-knows-no-feature",
      "The plumbing could serve another bot: it imports no feature, no command and nothing of the root.",
      { path: "^src/platform/" },
      { path: ["^src/features/", "^src/workspace/", ROOT] },
    ),
    forbid(
      "features-know-no-root",
      "A feature imports nothing of the root, no command and not the local workspace.",
      { path: "^src/features/" },
      { path: ["^src/workspace/", "^prisma/", ROOT] },
    ),
    forbid(
      "features-meet-at-the-index",
      "A feature reaches another only through its index.ts.",
      { path: "^src/features/([^/]+)/" },
      { path: "^src/features/", pathNot: ["^src/features/$1/", "^src/features/[^/]+/index\\.ts$"] },
    ),
    forbid(
      "the-watchdog-is-a-second-witness",
      "The watchdog reaches neither planning, ladders, morning, key dates and digests nor their arithmetic, by no detour.",
      { path: "^src/(domain|features)/watchdog/" },
      {
        path: "^src/(domain/(planning|reminders|escalation|key-dates|digest)|features/(planning|ladder|escalation|signals|passed-signals|morning|key-dates|digests))/",
        reachable: true,
      },
    ),
    forbid(
      "the-root-meets-features-at-the-index",
      "The root and the commands, too, reach a feature only through its index.ts.",
      { path: ROOT },
      { path: "^src/features/", pathNot: "^src/features/[^/]+/index\\.ts$" },
    ),
    forbid(
      "views-are-pure",
      "A view is made from what it is given: it reaches no database, no queue and no Slack client.",
      { path: "^src/features/.*[/-]views?\\.ts$" },
      {
        path: [
          "^src/platform/(storage|outbox|inbound|audit)/",
          "^src/platform/slack/(bolt|clients|hear|reply|users|download|share-file)",
          "^node_modules/@slack/(bolt|web-api|socket-mode)/",
          "^generated/",
        ],
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "only-the-slack-platform-speaks-bolt",
      "Bolt and Socket Mode are known in src/platform/slack alone.",
      { path: "^(src|commands|prisma)/", pathNot: "^src/platform/slack/" },
      { path: "^node_modules/@slack/(bolt|socket-mode)/" },
    ),
    forbid(
      "few-call-slack",
      "Slack's client is made in src/platform/slack and used there and by the outbox; a feature may be lent one by name only.",
      {
        path: "^(src|commands|prisma)/",
        pathNot: ["^src/platform/(slack|outbox)/", "^src/workspace/limits/replay\\.ts$"],
      },
      { path: "^node_modules/@slack/web-api/", dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "few-features-are-lent-a-client",
      "Among the features, those that fetch or show a file (evidence, reviews) are handed Slack's client; no other names it.",
      { path: "^src/features/", pathNot: "^src/features/(evidence|reviews)/" },
      { path: "^node_modules/@slack/web-api/" },
    ),
    forbid(
      "workspace-knows-nothing-of-afterloan",
      "The local workspace speaks Slack's protocol and imports nothing of ours outside itself.",
      { path: "^src/workspace/" },
      { path: "^(src|commands|prisma|generated|policy)/", pathNot: "^src/workspace/" },
    ),
    forbid(
      "the-page-runs-in-a-browser",
      "The workspace's page imports no Node module.",
      { path: "^src/workspace/page/" },
      { dependencyTypes: ["core"] },
    ),
    forbid(
      "only-storage-knows-the-database",
      "Generated clients, drivers and adapters are known in src/platform/storage and by the migrations alone.",
      { path: "^(src|commands|prisma)/", pathNot: ["^src/platform/storage/", "^prisma/"] },
      { path: ["^generated/", "^node_modules/(@prisma|@libsql|libsql|pg|prisma)/"] },
    ),
    forbid(
      "sql-by-hand-in-two-places",
      "SQL is written by hand in the inbound store and in the storage (the bulk writer of imports), nowhere else.",
      {
        path: "^(src|commands)/",
        pathNot: ["^src/platform/(storage|inbound)/", "^src/features/portfolio/"],
      },
      { path: "^src/platform/storage/raw\\.ts$" },
    ),
    forbid(
      "only-the-root-wires",
      "What opens everything (src/app.ts, main.ts, open-parts.ts, restore.ts, health.ts, pages.ts, facts.ts, local-desk.ts) is imported by the root itself.",
      { path: "^(src|prisma)/", pathNot: ROOT },
      { path: "^src/(app|main|open-parts|local-desk|restore|health|pages|facts|follow-facts)\\.ts$" },
    ),
    forbid(
      "no-cycles",
      "No file needs itself by a detour when it is loaded (types alone may look at each other).",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "no-test-in-production",
      "What ships imports no test, no bench and no package for development.",
      { path: "^(src|commands|prisma)/" },
      { path: "^(test|bench|\\.ci)/" },
    ),
    forbid(
      "no-development-package-in-production",
      "What ships imports only packages that are installed with it.",
      { path: "^(src|commands|prisma)/" },
      {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid("nothing-unresolved", "Every import leads to a file.", {}, { couldNotResolve: true, ...NOT_NODE }),
    forbid(
      "no-orphan",
      "A file that imports nothing and that nobody imports belongs to nobody.",
      { orphan: true, pathNot: ["\\.d\\.ts$", "^commands/cli\\.ts$"] },
      {},
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: ["node_modules", "^generated/"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};

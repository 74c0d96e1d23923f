import { existsSync } from "node:fs";
import { isIsoDate } from "../src/domain/dates.ts";
import { FACT_KINDS } from "../src/domain/facts/kinds.ts";
import { isRefusal, type Refusal, refuse } from "../src/domain/refusal.ts";
import {
  type FactFileWishes,
  factFileView,
  importFacts,
  loadFactMapping,
  SOURCE_NAME,
} from "../src/features/facts/index.ts";
import { mappingProblemsView } from "../src/features/portfolio/index.ts";
import { followFacts } from "../src/follow-facts.ts";
import {
  defineCommand,
  type Outcome,
  type Surface,
  type TypedInput,
  words,
} from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { isProblems } from "../src/platform/yaml-file.ts";

/** EX_CONFIG: the mapping cannot be used. */
const CONFIGURATION = 78;

type Flags = TypedInput["flags"];

export const importFactsFile = defineCommand<{ readonly file: string; readonly flags: Flags }>({
  name: "import-facts",
  summary: "command.import_facts.summary",
  usage: "FILE",
  flags: {
    kind: { type: "string", hint: FACT_KINDS.join("|") },
    mapping: { type: "string", hint: "MAPPING.yml" },
    source: { type: "string", hint: "SYSTEM" },
    "as-of": { type: "string", hint: "DATE" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  },
  verb: "import_facts",
  where: ["terminal"],
  args: words("file"),
  run: (ctx, { file, flags }, surface) => run(ctx, file, flags, surface),
});

async function run(ctx: Context, file: string, flags: Flags, surface: Surface): Promise<Outcome> {
  const kind = FACT_KINDS.find((one) => one === flags.kind);
  if (kind === undefined) {
    return refuse("import.kind_missing", { kinds: FACT_KINDS.join(", ") });
  }
  const mappingFile = typeof flags.mapping === "string" ? flags.mapping : undefined;
  const absent = [file, mappingFile].find((path) => path !== undefined && !existsSync(path));
  if (absent !== undefined) {
    return refuse("import.no_file", { file: absent });
  }
  const said = saidBy(flags);
  if (isRefusal(said)) {
    return said;
  }
  const mapping = mappingFile === undefined ? undefined : loadFactMapping(mappingFile, kind);
  if (isProblems(mapping)) {
    return { kind: "view", view: mappingProblemsView(ctx, mapping), exitCode: CONFIGURATION };
  }
  const report = await importFacts(ctx, {
    ...{ file, kind, ...said },
    ...(mapping === undefined ? {} : { mapping }),
    dryRun: flags["dry-run"] === true,
    follow: followFacts(ctx),
    progress: (done, total) => surface.progress(done, total, ctx.t("import.progress")),
  });
  return isRefusal(report) ? report : { kind: "view", view: factFileView(ctx, report) };
}

/** Which system and which day, where they are said. */
function saidBy({ source, "as-of": asOf }: Flags): Pick<FactFileWishes, "source" | "asOf"> | Refusal {
  if (source !== undefined && !(typeof source === "string" && SOURCE_NAME.test(source))) {
    return refuse("import.not_a_source");
  }
  if (asOf !== undefined && !(typeof asOf === "string" && isIsoDate(asOf))) {
    return refuse("import.not_a_date", { flag: "--as-of" });
  }
  return { ...(source === undefined ? {} : { source }), ...(asOf === undefined ? {} : { asOf }) };
}

import { existsSync } from "node:fs";
import { z } from "zod";
import { isIsoDate } from "../src/domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../src/domain/refusal.ts";
import type { IsoDate } from "../src/domain/vocabulary.ts";
import { followFile } from "../src/features/classification/index.ts";
import { type PlanCounts, planBorrowers } from "../src/features/planning/index.ts";
import {
  importPortfolio,
  loadMapping,
  type MovedCustomers,
  mappingProblemsView,
  type PortfolioWishes,
  portfolioView,
  promiseNoOwner,
} from "../src/features/portfolio/index.ts";
import { localDate } from "../src/platform/clock.ts";
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

interface Typed {
  readonly file: string;
  readonly flags: TypedInput["flags"];
}

export const importBook = defineCommand<Typed>({
  name: "import",
  summary: "command.import.summary",
  usage: "FILE",
  flags: {
    mapping: { type: "string", hint: "MAPPING.yml" },
    "as-of": { type: "string", hint: "DATE" },
    "take-on": { type: "string", hint: "DATE" },
    full: { type: "boolean" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  },
  verb: "import_portfolio",
  where: ["terminal"],
  args: words("file"),
  run: (ctx, typed, surface) => run(ctx, typed, surface),
});

async function run(ctx: Context, { file, flags }: Typed, surface: Surface): Promise<Outcome> {
  const mappingFile = z.string().safeParse(flags.mapping);
  if (!mappingFile.success) {
    return refuse("import.mapping_missing");
  }
  const absent = [file, mappingFile.data].find((path) => !existsSync(path));
  if (absent !== undefined) {
    return refuse("import.no_file", { file: absent });
  }
  const asOf = dateFlag(flags, "as-of");
  if (isRefusal(asOf)) {
    return asOf;
  }
  const takeOnOn = dateFlag(flags, "take-on");
  if (isRefusal(takeOnOn)) {
    return takeOnOn;
  }
  const mapping = loadMapping(mappingFile.data);
  if (isProblems(mapping)) {
    return { kind: "view", view: mappingProblemsView(ctx, mapping), exitCode: CONFIGURATION };
  }
  return runImport(
    ctx,
    {
      file,
      mapping,
      asOf: asOf ?? localDate(ctx.now, ctx.actor.timeZone),
      ...(takeOnOn === undefined ? {} : { takeOnOn }),
      full: flags.full === true,
      dryRun: flags["dry-run"] === true,
      progress: (done, total) => surface.progress(done, total, ctx.t("import.progress")),
    },
    surface,
  );
}

async function runImport(ctx: Context, wishes: PortfolioWishes, surface: Surface): Promise<Outcome> {
  let planned: PlanCounts | undefined;
  const progress = (done: number, total: number) => surface.progress(done, total, ctx.t("import.planning"));
  const plan = async (borrowerIds: readonly string[]) => {
    const outcome = await planBorrowers(ctx, borrowerIds, "import", { progress });
    planned = isRefusal(outcome) ? undefined : outcome;
  };
  let crossed = 0;
  const follow = async (moved: MovedCustomers) => {
    const outcome = await followFile(ctx, moved);
    crossed = isRefusal(outcome) ? 0 : outcome.crossed;
  };
  const report = await importPortfolio(ctx, { ...wishes, plan, follow });
  if (isRefusal(report)) {
    return report;
  }
  const told = report.dryRun ? undefined : await promiseNoOwner(ctx);
  const withoutOwner = told === undefined || isRefusal(told) ? 0 : told.accounts;
  return {
    kind: "view",
    view: portfolioView(ctx, report, { withoutOwner, crossed, ...(planned === undefined ? {} : { planned }) }),
  };
}

function dateFlag(flags: Typed["flags"], flag: string): IsoDate | undefined | Refusal {
  const value = flags[flag];
  if (value === undefined) {
    return undefined;
  }
  return typeof value === "string" && isIsoDate(value) ? value : refuse("import.not_a_date", { flag: `--${flag}` });
}

import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "../src/domain/refusal.ts";
import {
  type AbsenceRow,
  absenceText,
  endAbsence,
  enterAbsence,
  enteredPieces,
  listAbsences,
  listView,
  mayEnd,
  showAbsenceForm,
} from "../src/features/absences/index.ts";
import { findNamed } from "../src/features/people/index.ts";
import { defineCommand, type Outcome, type TypedInput, usageOf } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";
import { line } from "../src/platform/view.ts";

const NAME = "away";
const USAGE = "[PERSON] FROM TO STAND-IN | list | end [PERSON]";

const typed = z.custom<TypedInput>().transform((input) => ({
  words: input.words,
  reason: typeof input.flags.reason === "string" ? input.flags.reason : "",
}));

export const away = defineCommand({
  name: NAME,
  summary: "command.away.summary",
  usage: USAGE,
  flags: { reason: { type: "string", hint: "WHY" } },
  verb: "enter_absence",
  where: ["slack"],
  args: typed,
  run: async (ctx, { words, reason }) => {
    const [first, ...rest] = words;
    switch (first) {
      case undefined:
        return { kind: "modal", build: () => showAbsenceForm(ctx) };
      case "list":
        return list(ctx, await listAbsences(ctx));
      case "end":
        return end(ctx, rest.join(" "));
      default:
        return enter(ctx, words, reason);
    }
  },
});

/** The first word with a digit in front begins the dates: before it stands who is away, behind them who stands in. */
async function enter(ctx: Context, words: readonly string[], reason: string): Promise<Outcome> {
  const found = words.findIndex((word) => /^\d/.test(word));
  const [from = "", to = "", ...standIn] = words.slice(Math.max(found, 0));
  if (found === -1 || standIn.length === 0) {
    const problem = ctx.t(found === -1 ? "absence.no_date" : "refusal.command.missing_word");
    return refuse("command.usage", { usage: usageOf(NAME, USAGE), problem });
  }
  const person = await meant(ctx, words.slice(0, found).join(" "));
  if (isRefusal(person)) {
    return person;
  }
  const other = await findNamed(ctx, standIn.join(" "));
  if (isRefusal(other)) {
    return other;
  }
  const entered = await enterAbsence(ctx, { personId: person.id, standInId: other.id, from, to, reason });
  return isRefusal(entered) ? entered : said(ctx, enteredPieces(ctx, entered));
}

async function meant(ctx: Context, name: string): Promise<{ readonly id: string } | Refusal> {
  return name === "" ? { id: ctx.actor.personId } : findNamed(ctx, name);
}

/** One's own, or that of the person named; several are shown with their buttons. */
async function end(ctx: Context, name: string): Promise<Outcome> {
  const person = await meant(ctx, name);
  if (isRefusal(person)) {
    return person;
  }
  const all = await listAbsences(ctx);
  const own = all.filter(({ personId }) => personId === person.id);
  const fitting = own.length > 0 ? own : all.filter(({ standInId }) => standInId === person.id);
  const [only] = fitting;
  if (only === undefined) {
    return refuse("absence.none_to_end");
  }
  if (fitting.length > 1) {
    return list(ctx, fitting);
  }
  const ended = await endAbsence(ctx, only.id);
  return isRefusal(ended) ? ended : said(ctx, [line(absenceText(ctx, ended))]);
}

async function list(ctx: Context, absences: readonly AbsenceRow[]): Promise<Outcome> {
  const shown = [];
  for (const absence of absences) shown.push({ absence, mayEnd: await mayEnd(ctx, absence) });
  return { kind: "view", view: listView(ctx, shown) };
}

function said(ctx: Context, pieces: ReturnType<typeof enteredPieces>): Outcome {
  return { kind: "view", view: { title: ctx.t("words.product"), pieces } };
}

import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "../src/domain/refusal.ts";
import { askedPieces, askHandover, showReassign } from "../src/features/handovers/index.ts";
import { findNamed } from "../src/features/people/index.ts";
import { defineCommand, type Outcome, type TypedInput } from "../src/platform/commands/definition.ts";
import type { Context } from "../src/platform/context.ts";

/** Nothing: a list; a number: its form; a number and a person, whose name may be several words. */
const typed = z.custom<TypedInput>().transform((input) => ({
  number: input.words[0],
  person: input.words.slice(1).join(" "),
  reason: typeof input.flags.reason === "string" ? input.flags.reason : "",
}));

export const reassign = defineCommand({
  name: "reassign",
  summary: "command.reassign.summary",
  usage: "[NUMBER [PERSON]]",
  flags: { reason: { type: "string", hint: "WHY" } },
  verb: "ask_handover",
  where: ["slack"],
  args: typed,
  run: async (ctx, { number, person, reason }) => {
    if (number === undefined) {
      return { kind: "modal", build: () => showReassign(ctx, { kind: "list" }) };
    }
    const found = await meant(ctx, number);
    if (isRefusal(found)) {
      return found;
    }
    return person === "" ? { kind: "modal", build: () => showReassign(ctx, found) } : ask(ctx, found, person, reason);
  },
});

interface Meant {
  readonly kind: "inspection" | "account";
  readonly id: string;
}

/** An inspection's number means that inspection; a customer's or a loan's the whole account. */
async function meant(ctx: Context, number: string): Promise<Meant | Refusal> {
  const inspection = await ctx.db.inspection.findUnique({ where: { number }, select: { id: true } });
  if (inspection !== null) {
    return { kind: "inspection", id: inspection.id };
  }
  const borrower = await ctx.db.borrower.findFirst({
    where: { OR: [{ number }, { loans: { some: { number } } }] },
    select: { id: true },
  });
  return borrower === null ? refuse("not_found", { number }) : { kind: "account", id: borrower.id };
}

async function ask(ctx: Context, { kind, id }: Meant, person: string, reason: string): Promise<Outcome> {
  const taker = await findNamed(ctx, person);
  if (isRefusal(taker)) {
    return taker;
  }
  const asked = await askHandover(ctx, {
    inspectionIds: kind === "inspection" ? [id] : [],
    borrowerIds: kind === "account" ? [id] : [],
    toPersonId: taker.id,
    reason,
  });
  return isRefusal(asked)
    ? asked
    : { kind: "view", view: { title: ctx.t("words.product"), pieces: askedPieces(ctx, asked) } };
}

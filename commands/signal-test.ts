import { z } from "zod";
import { isRefusal } from "../src/domain/refusal.ts";
import { contextOfEmail } from "../src/features/people/index.ts";
import { explainedView, explainSignal } from "../src/features/signals/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";

const typed = z.custom<TypedInput>().transform(({ words, flags }, issues) => {
  const [code, number, ...others] = words;
  if (code === undefined || number === undefined || others.length > 0) {
    issues.addIssue({ code: "custom", message: "refusal.command.missing_word" });
  }
  const email = typeof flags.for === "string" ? flags.for : undefined;
  return { code: (code ?? "").toUpperCase(), number: number ?? "", email };
});

/**
 * `signal test CODE LOAN`: why the signal fires for the loan, or does not; raises nothing. What few may know of is told where one of
 * them is named with `--for E-MAIL`.
 */
export const signalTest = defineCommand({
  name: "signal test",
  summary: "command.signal_test.summary",
  usage: "CODE LOAN",
  flags: { for: { type: "string", hint: "E-MAIL" } },
  verb: "run_sweep",
  where: ["terminal"],
  args: typed,
  run: async (ctx, { code, number, email }) => {
    const reader = email === undefined ? undefined : await contextOfEmail(ctx.parts, email);
    const explained = await explainSignal(ctx, { code, number, reader });
    return isRefusal(explained) ? explained : { kind: "view", view: explainedView(ctx, explained) };
  },
});

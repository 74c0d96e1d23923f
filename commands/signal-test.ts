import { isRefusal } from "../src/domain/refusal.ts";
import { explainedView, explainSignal } from "../src/features/signals/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

/** `signal test CODE LOAN`: why the signal fires for the loan, or does not; raises nothing. */
export const signalTest = defineCommand({
  name: "signal test",
  summary: "command.signal_test.summary",
  usage: "CODE LOAN",
  verb: "run_sweep",
  where: ["terminal"],
  args: words("code", "loan"),
  run: async (ctx, { code, loan }) => {
    const explained = await explainSignal(ctx, code.toUpperCase(), loan);
    return isRefusal(explained) ? explained : { kind: "view", view: explainedView(ctx, explained) };
  },
});

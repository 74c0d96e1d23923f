import { isRefusal } from "../src/domain/refusal.ts";
import { deliveryView, loadState } from "../src/features/delivery/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";
import { couldEver } from "../src/platform/context.ts";

/** In the terminal exit code 1 where somebody must look now. */
export const delivery = defineCommand({
  name: "delivery",
  summary: "command.delivery.summary",
  usage: "",
  flags: { json: { type: "boolean" } },
  verb: "see_delivery",
  where: ["slack", "terminal"],
  args: words(),
  run: async (ctx) => {
    const state = await loadState(ctx);
    if (isRefusal(state)) {
      return state;
    }
    const view = deliveryView(ctx.t, state, couldEver(ctx, "steer_delivery"));
    return { kind: "view", view, exitCode: state.health === "red" ? 1 : 0 };
  },
});

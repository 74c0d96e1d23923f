import { customerModal, findCustomers, foundView } from "../src/features/accounts/index.ts";
import { defineCommand, oneText } from "../src/platform/commands/definition.ts";

export const customer = defineCommand({
  name: "customer",
  summary: "command.customer.summary",
  usage: "NAME-OR-NUMBER",
  verb: "see_account",
  where: ["slack"],
  args: oneText,
  run: async (ctx, typed) => {
    const found = await findCustomers(ctx, typed);
    const [first, ...others] = found.hits;
    if (first !== undefined && (found.isExact || others.length === 0)) {
      return { kind: "modal", build: () => customerModal(ctx, { id: first.id, part: "card", page: 0 }) };
    }
    return { kind: "view", view: foundView(ctx, found) };
  },
});

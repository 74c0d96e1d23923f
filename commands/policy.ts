import { policyModal } from "../src/features/policies/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";

export const policy = defineCommand({
  name: "policy",
  summary: "command.policy.summary",
  usage: "",
  verb: "see_policy",
  where: ["slack"],
  args: words(),
  run: async (ctx) => ({ kind: "modal", build: () => policyModal(ctx) }),
});

/** What people do with a policy that waits: parse, one use case, show again. */
import { z } from "zod";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door, Reply } from "../../platform/slack/door.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { adoptPolicy, withdrawProposal } from "./adopt.ts";
import { ADOPT, OPEN_POLICY, SIGN_OFF, WITHDRAW_PROPOSAL } from "./ids.ts";
import { policyModal } from "./policy-modal.ts";
import { signOffRule } from "./sign-off.ts";

const rule = z.object({ proposal: z.string(), path: z.string() });

export function registerPolicies(door: Door): void {
  door.onOpen(OPEN_POLICY, "see_policy", (ctx, _click, reply) => reply.openModal(() => policyModal(ctx)));
  door.onDecision(ADOPT, "adopt_policy", async (ctx, click, reply) => {
    const outcome = await adoptPolicy(ctx, click.value);
    await showAgain(ctx, reply, isRefusal(outcome) ? outcome : ctx.t("policy.adopted", { version: outcome.version }));
  });
  door.onDecision(WITHDRAW_PROPOSAL, "propose_policy", async (ctx, click, reply) => {
    await showAgain(ctx, reply, (await withdrawProposal(ctx, click.value)) ?? ctx.t("policy.withdrawn"));
  });
  door.onDecision(SIGN_OFF, "sign_off_rule", async (ctx, click, reply) => {
    const { proposal, path } = rule.parse(JSON.parse(click.value));
    await showAgain(ctx, reply, (await signOffRule(ctx, proposal, path)) ?? ctx.t("policy.signed_off", { path }));
  });
}

async function showAgain(ctx: Context, reply: Reply, said: Refusal | string): Promise<void> {
  await reply.updateModal(await policyModal(ctx, isRefusal(said) ? spokenRefusal(ctx.language, said) : said));
}

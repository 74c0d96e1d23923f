/** A policy that was put forward, for whoever may adopt it or has rules of it to read. */
import { nothingInParticular } from "../../domain/may.ts";
import { unreviewedRules } from "../../domain/policy/unreviewed.ts";
import { authorize, type Context, couldEver } from "../../platform/context.ts";
import { policyOfText } from "../../platform/policy-file.ts";
import { bold, type Excerpt, NOTHING, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { namesById } from "../people/index.ts";
import { OPEN_POLICY } from "./ids.ts";
import { waitingProposal } from "./store.ts";

export async function policyToDecide(ctx: Context): Promise<Excerpt> {
  const { t, language, actor } = ctx;
  if (!couldEver(ctx, "adopt_policy") && !couldEver(ctx, "sign_off_rule")) return NOTHING;
  const proposal = await waitingProposal(ctx.db);
  if (proposal === null) return NOTHING;
  const rules = unreviewedRules(policyOfText(proposal.text)).length;
  const left = rules - proposal.signOffs.length;
  const mayAdopt =
    authorize(ctx, "adopt_policy", { ...nothingInParticular, notByPersons: [proposal.proposedById] }) === undefined;
  const maySign = left > 0 && authorize(ctx, "sign_off_rule", nothingInParticular) === undefined;
  if (!mayAdopt && !maySign) return NOTHING;
  const name = (await namesById(ctx.db, [proposal.proposedById])).get(proposal.proposedById) ?? t("words.product");
  const moment = momentText(language, proposal.proposedAt, actor.timeZone);
  const text = t("policy.waits", { version: proposal.version, name, moment });
  const signed = t("policy.signed", { signed: proposal.signOffs.length, rules });
  const open = { text: t("measure.open"), action: OPEN_POLICY, value: proposal.id };
  return { count: 1, pieces: [{ kind: "item", text: [bold(text)], detail: [quiet(signed)], buttons: [open] }] };
}

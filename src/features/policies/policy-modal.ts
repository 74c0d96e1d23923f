/** The policy in force, and the one that waits: what it changes, which rules compliance has yet to read, and who may decide. */

import { nothingInParticular } from "../../domain/may.ts";
import { countUnreviewed, unreviewedRules } from "../../domain/policy/unreviewed.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { policyOfText } from "../../platform/policy-file.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { type Button, bold, divider, line, note, type Piece, quiet } from "../../platform/view.ts";
import { momentText } from "../../texts/dates.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { namesById } from "../people/index.ts";
import { notAdoptable } from "./adopt.ts";
import { changeLines } from "./change-lines.ts";
import { ADOPT, SIGN_OFF, WITHDRAW_PROPOSAL } from "./ids.ts";
import { ruleText } from "./rule-text.ts";
import { type Proposal, waitingProposal } from "./store.ts";

const MODAL_BLOCKS = 95;
const MOST_DIFFERENCES = 20;
const MOST_RULES = 25;
const SHORT = 160;

/** `said`: what was just done or refused, above everything else. */
export async function policyModal(ctx: Context, said?: string): Promise<ModalView> {
  const proposal = await waitingProposal(ctx.db);
  const { policy } = ctx.parts.policies.inForce();
  const { id, version } = policy.policy;
  const pieces: Piece[] = [
    ...(said === undefined ? [] : [line([bold(said)])]),
    line(ctx.t("policy.now", { id, version })),
    note(ctx.t("policy.unreviewed", { count: countUnreviewed(policy) })),
    ...(proposal === null ? [note(ctx.t("policy.none_waits"))] : await proposalPieces(ctx, proposal)),
  ];
  return {
    callbackId: "notice",
    title: ctx.t("policy.title"),
    close: ctx.t("words.close"),
    blocks: toBlocks(pieces, MODAL_BLOCKS),
  };
}

async function proposalPieces(ctx: Context, proposal: Proposal): Promise<Piece[]> {
  const { t, language } = ctx;
  const names = await namesById(ctx.db, [proposal.proposedById]);
  const policy = policyOfText(proposal.text);
  const changed = changeLines(ctx, ctx.parts.policies.inForce().policy, policy, shortened);
  const said = {
    version: proposal.version,
    name: names.get(proposal.proposedById) ?? "afterloan",
    moment: momentText(language, proposal.proposedAt, ctx.actor.timeZone),
  };
  return [
    divider,
    line([bold(t("policy.waits", said))]),
    ...decisionPieces(ctx, proposal, notAdoptable(ctx, policy)),
    line(t("policy.changes", { count: changed.length })),
    ...changed.slice(0, MOST_DIFFERENCES).map((one) => line(one)),
    ...(changed.length > MOST_DIFFERENCES
      ? [note(t("policy.more_changes", { count: changed.length - MOST_DIFFERENCES }))]
      : []),
    ...rulePieces(ctx, proposal),
  ];
}

/** `notNow`: what has to be done before anybody adopts it. */
function decisionPieces(ctx: Context, { id, proposedById, version }: Proposal, notNow: Refusal | undefined): Piece[] {
  const { t } = ctx;
  const other = { ...nothingInParticular, notByPersons: [proposedById] };
  const confirm = {
    title: t("policy.adopt_title"),
    text: t("policy.adopt_text", { version }),
    yes: t("policy.adopt"),
    no: t("words.cancel"),
  };
  const mayAdopt = authorize(ctx, "adopt_policy", other) === undefined;
  const buttons: Button[] = [
    ...(mayAdopt && notNow === undefined
      ? [{ text: t("policy.adopt"), action: ADOPT, value: id, style: "primary" as const, confirm }]
      : []),
    ...(authorize(ctx, "propose_policy", nothingInParticular) === undefined
      ? [{ text: t("policy.withdraw"), action: WITHDRAW_PROPOSAL, value: id }]
      : []),
  ];
  return [
    ...(notNow === undefined ? [] : [line([bold(spokenRefusal(ctx.language, notNow))])]),
    ...(mayAdopt ? [] : [note(t("policy.needs_another"))]),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
  ];
}

function rulePieces(ctx: Context, { id, text, signOffs }: Proposal): Piece[] {
  const { t } = ctx;
  const policy = policyOfText(text);
  const rules = unreviewedRules(policy);
  const left = rules.filter(({ path }) => !signOffs.some((signed) => signed.path === path));
  const maySign = authorize(ctx, "sign_off_rule", nothingInParticular) === undefined;
  return [
    divider,
    line([bold(t("policy.signed", { signed: signOffs.length, rules: rules.length }))]),
    ...left.slice(0, MOST_RULES).map((rule): Piece => {
      // Whole: what is signed off is what was read.
      const said = [bold(rule.path), "\n", quiet(ruleText(rule.text, policy.sources))];
      const value = JSON.stringify({ proposal: id, path: rule.path });
      const button = { text: t("policy.sign_off"), action: SIGN_OFF, value };
      return maySign ? { kind: "item", text: said, buttons: [button] } : line(said);
    }),
    ...(left.length > MOST_RULES ? [note(t("policy.more_rules", { count: left.length - MOST_RULES }))] : []),
  ];
}

function shortened(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT)}…`;
}

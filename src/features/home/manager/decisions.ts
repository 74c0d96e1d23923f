/** What waits for the reader's decision, of every kind, before everything else: what holds up others most stands first. */
import type { Context } from "../../../platform/context.ts";
import type { ModalView } from "../../../platform/slack/modal.ts";
import { toBlocks } from "../../../platform/slack/render.ts";
import { bold, type Excerpt, heading, line, NOTHING, type Piece } from "../../../platform/view.ts";
import { tiersToDecide } from "../../classification/index.ts";
import { extensionsToDecide } from "../../deadlines/index.ts";
import { handoversToAnswer, handoversToDecide } from "../../handovers/index.ts";
import { measuresToClose } from "../../measures/index.ts";
import { overridesToDecide } from "../../overrides/index.ts";
import { policyToDecide } from "../../policies/index.ts";
import { OPEN_RELEASES, signalsForSecond, waitingReleases } from "../../signals/index.ts";
import { zonesToDecide } from "../../zones/index.ts";
import { DECISIONS_MODAL, SHOW_DECISIONS } from "../ids.ts";

/** Each asks of itself who may: whoever may not decide anything of a kind gets nothing of it. */
const KINDS = {
  signals: signalsForSecond,
  overrides: overridesToDecide,
  extensions: extensionsToDecide,
  offers: handoversToAnswer,
  handovers: handoversToDecide,
  measures: measuresToClose,
  tiers: tiersToDecide,
  zones: zonesToDecide,
  releases: releasesToAgree,
  policy: policyToDecide,
} as const satisfies Readonly<Record<string, (ctx: Context, most: number) => Promise<Excerpt>>>;
export type DecisionKind = keyof typeof KINDS;
const NAMES = Object.keys(KINDS).filter((name): name is DecisionKind => name in KINDS);

/** Of each kind on the tab; the others are a button away. */
const SHOWN = 3;
const MODAL_LINES = 40;
const MODAL_BLOCKS = 100;

/** Nothing where nothing waits: whoever leads a unit is told so by its own part. */
export async function decisionPieces(ctx: Context): Promise<Piece[]> {
  const kinds: Piece[][] = [];
  let all = 0;
  for (const name of NAMES) {
    const { count, pieces } = await KINDS[name](ctx, SHOWN);
    if (count === 0) continue;
    all += count;
    kinds.push([line([bold(ctx.t(`home.decide.${name}`, { count }))]), ...pieces, ...restButton(ctx, name, count)]);
  }
  return all === 0 ? [] : [heading(ctx.t("home.decide", { count: all })), ...kinds.flat()];
}

function restButton({ t }: Context, name: DecisionKind, count: number): Piece[] {
  const text = t("words.show_all", { count });
  return count > SHOWN ? [{ kind: "buttons", buttons: [{ text, action: SHOW_DECISIONS, value: name }] }] : [];
}

/** All of one kind. */
export async function decisionsModal(ctx: Context, wanted: string): Promise<ModalView> {
  const name = NAMES.find((one) => one === wanted);
  const { count, pieces } = name === undefined ? NOTHING : await KINDS[name](ctx, MODAL_LINES);
  const said = name === undefined || count === 0 ? ctx.t("home.decide.none") : ctx.t(`home.decide.${name}`, { count });
  return {
    callbackId: DECISIONS_MODAL,
    title: ctx.t("home.decide.title"),
    close: ctx.t("words.close"),
    blocks: toBlocks([line([bold(said)]), ...pieces], MODAL_BLOCKS),
  };
}

/** Light signals whose facts are gone, as one list that two people agree to. */
async function releasesToAgree(ctx: Context): Promise<Excerpt> {
  const count = (await waitingReleases(ctx)).length;
  const open = { text: ctx.t("signal.releases.open"), action: OPEN_RELEASES, value: "list" };
  return count === 0
    ? NOTHING
    : { count, pieces: [{ kind: "item", text: ctx.t("signal.releases.told", { count }), buttons: [open] }] };
}

/** Everything that waits for somebody's decision, in the order in which it holds up others. Each asks of itself who may. */
import type { Context } from "../../../platform/context.ts";
import { type Excerpt, NOTHING } from "../../../platform/view.ts";
import { tiersToDecide } from "../../classification/index.ts";
import { extensionsToDecide } from "../../deadlines/index.ts";
import { handoversToAnswer, handoversToDecide } from "../../handovers/index.ts";
import { measuresToClose } from "../../measures/index.ts";
import { overridesToDecide } from "../../overrides/index.ts";
import { policyToDecide } from "../../policies/index.ts";
import { OPEN_RELEASES, signalsForSecond, waitingReleases } from "../../signals/index.ts";
import { zonesToDecide } from "../../zones/index.ts";

export const DECISIONS = {
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

/** Light signals whose facts are gone, as one list that two people agree to. */
async function releasesToAgree(ctx: Context): Promise<Excerpt> {
  const count = (await waitingReleases(ctx)).length;
  const open = { text: ctx.t("signal.releases.open"), action: OPEN_RELEASES, value: "list" };
  return count === 0
    ? NOTHING
    : { count, pieces: [{ kind: "item", text: ctx.t("signal.releases.told", { count }), buttons: [open] }] };
}

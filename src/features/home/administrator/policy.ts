/** The policy in force, and how much of it compliance has yet to read. */
import { countUnreviewed } from "../../../domain/policy/unreviewed.ts";
import type { Context } from "../../../platform/context.ts";
import { heading, type Piece, quiet } from "../../../platform/view.ts";
import { OPEN_POLICY } from "../../policies/index.ts";

export function policyPieces({ t, policy: { policy } }: Context): Piece[] {
  const { id, version } = policy.policy;
  return [
    heading(t("home.policy")),
    {
      kind: "item",
      text: t("policy.now", { id, version }),
      detail: [quiet(t("policy.unreviewed", { count: countUnreviewed(policy) }))],
      buttons: [{ text: t("measure.open"), action: OPEN_POLICY, value: version }],
    },
  ];
}

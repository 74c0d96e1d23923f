/** The form that names another reviewer. Pure. */
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import { aboutCustomer } from "../named-customers/index.ts";
import { NAME_REVIEWER_FORM } from "./ids.ts";
import type { NamingCase } from "./name-reviewer.ts";

export const REVIEWER_BLOCK = "reviewer";
export const REASON_BLOCK = "reason";
export const VALUE = "value";
const LONGEST_REASON = 500;
/** What a menu takes. */
const MOST = 100;

export function namingForm(ctx: Context, { report, number, candidates }: NamingCase): ModalView {
  const { t } = ctx;
  const { borrower, borrowerId } = report.inspection;
  return {
    callbackId: NAME_REVIEWER_FORM,
    title: t("naming.title"),
    submit: t("naming.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ report: report.id }),
    blocks: [
      ...toBlocks([aboutCustomer(ctx, t("naming.about", { number, customer: borrower.name }), borrowerId)], 1),
      {
        type: "input",
        block_id: REVIEWER_BLOCK,
        label: plain(t("naming.reviewer"), 200),
        element: {
          type: "static_select",
          action_id: VALUE,
          options: candidates
            .slice(0, MOST)
            .map(({ holderId, name, unitName }) => ({ text: plain(`${name} · ${unitName}`, 75), value: holderId })),
        },
      },
      {
        type: "input",
        block_id: REASON_BLOCK,
        label: plain(t("naming.reason"), 200),
        element: { type: "plain_text_input", action_id: VALUE, max_length: LONGEST_REASON },
      },
      ...toBlocks([note(t("naming.note"))], 1),
    ],
  };
}

/** The form that proposes a tier, and the one that says why it is declined. Pure. */
import type { InputBlock } from "@slack/types";
import { z } from "zod";
import { SHOWN_CHECKS } from "../../domain/classification/index.ts";
import { RISK_TIERS } from "../../domain/vocabulary.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { plain } from "../../platform/slack/render.ts";
import type { Translate } from "../../texts/index.ts";
import { DECLINE_FORM, LONGEST_REASON, TIER_FORM } from "./ids.ts";
import type { TierWish } from "./propose.ts";

const VALUE = "classification.value";

export function tierForm(t: Translate, loanId: string, today: string): ModalView {
  const option = (text: string, value: string) => ({ text: plain(text, 75), value });
  return {
    callbackId: TIER_FORM,
    title: t("tier.propose"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: loanId,
    blocks: [
      {
        type: "input",
        block_id: "tier",
        label: plain(t("tier.form.tier"), 200),
        element: {
          type: "static_select",
          action_id: VALUE,
          options: RISK_TIERS.map((tier) => option(t(`tier.${tier}`), tier)),
        },
      },
      {
        type: "input",
        block_id: "effective",
        label: plain(t("tier.form.effective"), 200),
        hint: plain(t("tier.form.effective_hint"), 2000),
        element: { type: "datepicker", action_id: VALUE, initial_date: today },
      },
      reasonBlock(t),
      {
        type: "input",
        block_id: "shown",
        optional: true,
        label: plain(t("tier.form.shown"), 200),
        element: {
          type: "checkboxes",
          action_id: VALUE,
          options: SHOWN_CHECKS.map((check) => option(t(`tier.shown.${check}`), check)),
        },
      },
    ],
  };
}

export function declineForm(t: Translate, proposalId: string): ModalView {
  return {
    callbackId: DECLINE_FORM,
    title: t("tier.decline"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: proposalId,
    blocks: [reasonBlock(t)],
  };
}

function reasonBlock(t: Translate): InputBlock {
  return {
    type: "input",
    block_id: "reason",
    label: plain(t("tier.form.reason"), 200),
    element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
  };
}

const element = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
});

export function readTierForm({ metadata, values }: OpenView): TierWish {
  const at = (block: string) => element.catch({}).parse(values[block]?.[VALUE]);
  const ticked = (at("shown").selected_options ?? []).map(({ value }) => value);
  return {
    loanId: metadata,
    tier: at("tier").selected_option?.value ?? "",
    effectiveOn: at("effective").selected_date ?? "",
    reason: at("reason").value ?? "",
    shown: SHOWN_CHECKS.filter((check) => ticked.includes(check)),
  };
}

export function readDecline({ metadata, values }: OpenView): { id: string; reason: string } {
  return { id: metadata, reason: element.catch({}).parse(values.reason?.[VALUE]).value ?? "" };
}

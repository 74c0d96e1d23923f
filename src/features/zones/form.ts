/** The form that asks for another zone, and what was typed into it. Pure. */
import { z } from "zod";
import { addDays } from "../../domain/dates.ts";
import { ZONES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import type { StandingZone } from "../standing-zones/index.ts";
import type { ZoneAsking } from "./ask.ts";
import { LONGEST_REASON, ZONE_FORM } from "./ids.ts";
import { zoneText } from "./zone-text.ts";

const VALUE = "zones.value";

export function zoneForm(ctx: Context, borrowerId: string, stands: StandingZone): ModalView {
  const { t } = ctx;
  const maxDays = ctx.policy.policy.zones.override.max_days;
  return {
    callbackId: ZONE_FORM,
    title: t("zone.ask"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ borrower: borrowerId }),
    blocks: [
      ...toBlocks([note(t("zone.stands", { zone: zoneText(ctx, stands) }))], 1),
      {
        type: "input",
        block_id: "zone",
        label: plain(t("zone.form.zone"), 200),
        element: {
          type: "static_select",
          action_id: VALUE,
          options: ZONES.filter((zone) => zone !== stands.computed).map((zone) => ({
            text: plain(t(`zone.${zone}`), 75),
            value: zone,
          })),
        },
      },
      {
        type: "input",
        block_id: "until",
        label: plain(t("zone.form.until"), 200),
        hint: plain(t("zone.form.until_hint", { days: maxDays }), 2000),
        element: { type: "datepicker", action_id: VALUE, initial_date: addDays(stands.today, maxDays) },
      },
      {
        type: "input",
        block_id: "reason",
        label: plain(t("zone.form.reason"), 200),
        element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
      },
    ],
  };
}

const element = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

const about = z.object({ borrower: z.string() });

function borrowerIn(metadata: string): string {
  const read = z
    .string()
    .transform((text, problem): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        problem.addIssue("is no JSON");
        return z.NEVER;
      }
    })
    .pipe(about)
    .safeParse(metadata);
  return read.success ? read.data.borrower : "";
}

export function readZoneForm({ metadata, values }: OpenView): ZoneAsking {
  const at = (block: string) => element.catch({}).parse(values[block]?.[VALUE]);
  return {
    borrowerId: borrowerIn(metadata),
    zone: at("zone").selected_option?.value ?? "",
    untilOn: at("until").selected_date ?? "",
    reason: at("reason").value ?? "",
  };
}

/** Looking for a customer: what is typed stays above what was found, a page at a time; a card opens on top. */
import { z } from "zod";
import { mayAtAll } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import type { Button } from "../../platform/view.ts";
import { findCustomers } from "./find.ts";
import { foundLines } from "./find-view.ts";
import { SEARCH, SEARCH_FORM, SEARCH_PAGE } from "./ids.ts";

const BLOCK = "wanted";
const VALUE = "find.value";
const RESULT_BLOCKS = 90;
const LONGEST = 100;

/** Nothing for whoever sees no customers. */
export function searchButton(ctx: Pick<Context, "t" | "actor">): readonly Button[] {
  return mayAtAll(ctx.actor, "see_account") ? [{ text: ctx.t("account.search"), action: SEARCH, value: "home" }] : [];
}

export function registerSearch(door: Door): void {
  door.onOpen(SEARCH, "see_account", (ctx, click, reply) =>
    showInPlace("find.", click, reply, () => searchModal(ctx, "", 0)),
  );
  door.onOpen(SEARCH_PAGE, "see_account", async (ctx, click, reply) => {
    const page = z.coerce.number().int().min(0).catch(0).parse(click.value);
    await reply.updateModal(await searchModal(ctx, click.view === undefined ? "" : wantedIn(click.view), page));
  });
  door.onSubmission(SEARCH_FORM, "see_account", async (ctx, { view }) => ({
    kind: "update",
    view: await searchModal(ctx, wantedIn(view), 0),
  }));
}

async function searchModal(ctx: Context, wanted: string, page: number): Promise<ModalView> {
  const { t } = ctx;
  const found = wanted.trim() === "" ? undefined : await findCustomers(ctx, wanted, page);
  const turn = (text: string, to: number): Button => ({ text, action: SEARCH_PAGE, value: String(to) });
  const turns =
    found === undefined
      ? []
      : [
          ...(found.page > 0 ? [turn(t("words.previous_page"), found.page - 1)] : []),
          ...(found.hasMore ? [turn(t("words.next_page"), found.page + 1)] : []),
        ];
  return {
    callbackId: SEARCH_FORM,
    title: t("account.search"),
    submit: t("account.find"),
    close: t("words.close"),
    blocks: [
      {
        type: "input",
        block_id: BLOCK,
        label: plain(t("account.wanted"), 200),
        hint: plain(t("account.wanted_hint"), 2000),
        element: { type: "plain_text_input", action_id: VALUE, max_length: LONGEST, ...initial(wanted) },
      },
      ...(found === undefined ? [] : toBlocks(foundLines(ctx, found), RESULT_BLOCKS)),
      ...(turns.length === 0 ? [] : toBlocks([{ kind: "buttons", buttons: turns }], 2)),
    ],
  };
}

const initial = (wanted: string) => (wanted === "" ? {} : { initial_value: wanted });

const element = z.looseObject({ value: z.string().nullish() });

function wantedIn({ values }: OpenView): string {
  return element.catch({}).parse(values[BLOCK]?.[VALUE]).value ?? "";
}

/** What a reader has narrowed their Home tab to. It is theirs until they choose otherwise, however often the tab is drawn. */
import { z } from "zod";
import { PRODUCTS } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { QUEUE_VIEWS } from "../review-queue/index.ts";

export const VIEWS = ["all", "late", "today", "soon", "returned", "drafts", "measures"] as const;
/** `soon`: due within the days that the reminders reach, today left out. */
export type HomeView = (typeof VIEWS)[number];

/** No single officer. */
export const EVERYBODY = "everybody";

const choices = z.object({
  view: z.enum(VIEWS).catch("all"),
  product: z.enum(PRODUCTS).nullable().catch(null),
  page: z.int().min(0).catch(0),
  /** Of what waits for review. */
  queue: z.enum(QUEUE_VIEWS).catch("all"),
  /** Whose reports; a person's id, or everybody's. */
  officer: z.string().catch(EVERYBODY),
});
export type Choices = z.infer<typeof choices>;

/** Whatever cannot be read is no choice. */
export function readChoices(text: string): Choices {
  try {
    return choices.parse(Object(JSON.parse(text)));
  } catch {
    return choices.parse({});
  }
}

/** Another view begins at its first page. Nothing happens for whoever has opened no Home tab. */
export async function choose(ctx: Context, wanted: { readonly [name in keyof Choices]?: string }): Promise<void> {
  const { personId } = ctx.actor;
  if (authorize(ctx, "see_own_desk", { unitPath: [], assigneeId: personId }) !== undefined) {
    return;
  }
  const open = await ctx.db.openHome.findFirst({ where: { personId }, orderBy: { openedAt: "desc" } });
  const before = readChoices(open?.choices ?? "");
  const now = choices.parse({
    ...before,
    page: 0,
    ...wanted,
    ...(wanted.page === undefined ? {} : { page: Number(wanted.page) }),
  });
  await ctx.db.openHome.updateMany({ where: { personId }, data: { choices: JSON.stringify(now) } });
}

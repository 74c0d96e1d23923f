/** A fresh link as its person sees it in Slack. Pure. */
import { bold, line, type Piece, quiet } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { type FreshLink, LINK_MINUTES } from "./desk.ts";

export function uploadLine(t: Translate, link: FreshLink): Piece {
  return linkLine(t, link, t("documents.open_upload"));
}

export function downloadLine(t: Translate, link: FreshLink, name: string): Piece {
  return linkLine(t, link, t("documents.open_download", { name }));
}

function linkLine(t: Translate, { url, code }: FreshLink, text: string): Piece {
  const once = quiet(t("documents.until", { minutes: LINK_MINUTES }));
  return line([{ link: url, text }, " · ", t("documents.code"), " ", bold(code), "\n", once]);
}

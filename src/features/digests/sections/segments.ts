import { placeOf } from "../links.ts";
import { opensSegments } from "../segments-view.ts";
import type { Section } from "./index.ts";

/** The way to the stock in fine segments (R53); they are read when they are asked for. */
export const segments: Section = ({ t, shows }, digest) =>
  digest.standing.all.loans === 0 || shows === "text" || shows === "picture"
    ? []
    : [{ kind: "buttons", buttons: [opensSegments(t("digest.segments"), placeOf(digest))] }];

import { heading } from "../../../platform/view.ts";
import { figurePieces } from "../figure-pieces.ts";
import type { Section } from "./index.ts";

/** What was to be done in the period, what was done, and what became of it. */
export const done: Section = (telling, digest) => [
  heading(telling.t("digest.done")),
  ...figurePieces(telling, digest, [
    "planned",
    "done_in_time",
    "done_late",
    "approved",
    "returned",
    "rejected",
    "overrides",
  ]),
];

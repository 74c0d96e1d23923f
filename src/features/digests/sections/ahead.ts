import { heading } from "../../../platform/view.ts";
import { figurePieces } from "../figure-pieces.ts";
import type { Section } from "./index.ts";

/** What waits for somebody now, and what falls due next. */
export const ahead: Section = (telling, digest) => [
  heading(telling.t("digest.ahead")),
  ...figurePieces(telling, digest, ["waiting", "measures_reported", "due_soon"]),
];

import { OPEN_MECHANISMS } from "../ids.ts";
import { placeOf } from "../links.ts";
import type { Section } from "./index.ts";

/** Of a unit: the way to the four mechanisms by name (R128). */
export const mechanisms: Section = ({ t, shows }, digest) => {
  const { kind, product } = digest.scope.ref;
  if (kind !== "unit" || product !== undefined || shows === "text" || shows === "picture") {
    return [];
  }
  const value = JSON.stringify(placeOf(digest));
  return [{ kind: "buttons", buttons: [{ text: t("digest.mechanisms"), action: OPEN_MECHANISMS, value }] }];
};

import type { Translate } from "./index.ts";

/** A label before what it names. Chinese has its own width of colon, and no blank behind it. */
export function labelText(t: Translate, label: string): string {
  const said = t("review.label", { label });
  return said.endsWith("：") ? said : `${said} `;
}

/** How a file of a check stands, in words. */
import { isTextKey, type Translate } from "../../texts/index.ts";

/** Why a file will never be stored. */
export type FileFailure = "gone" | "too_large" | "not_stored";

export function fileStateText(t: Translate, file: { readonly state: string; readonly failure: string | null }): string {
  if (file.state !== "failed") {
    return t(file.state === "stored" ? "files.stored" : "files.arriving");
  }
  const key = `files.failed.${file.failure ?? ""}`;
  return t(isTextKey(key) ? key : "files.failed.not_stored");
}

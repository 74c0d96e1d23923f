/** Files from a page: each judged by its name and its content, then kept under its hash. */
import type { EvidenceStore } from "../../platform/evidence-store.ts";
import type { SentFile } from "../../platform/pages/answer.ts";
import { seenIn } from "../../platform/pictures/seen.ts";
import type { Translate } from "../../texts/index.ts";
import type { KeptFile } from "./desk.ts";
import { mimetypeOf } from "./file-type.ts";

const LONGEST_NAME = 200;

/** Why files cannot be taken, one sentence each; none where they can. */
export function fileProblems(
  files: readonly SentFile[],
  limits: { readonly types: readonly string[]; readonly most: number },
  t: Translate,
): string[] {
  const types = limits.types.join(", ");
  if (files.length === 0) {
    return [t("page.no_file")];
  }
  const each = files.flatMap((file) => {
    const name = plainName(file.name);
    if (file.bytes.length === 0) return [t("page.empty_file", { name })];
    const mimetype = mimetypeOf(file.name, file.bytes, limits.types);
    if (mimetype === undefined) return [t("page.wrong_type", { name, types })];
    return mimetype === false ? [t("page.other_content", { name })] : [];
  });
  return [...(files.length > limits.most ? [t("page.too_many", { most: limits.most })] : []), ...each];
}

export async function keepFile(
  store: EvidenceStore,
  { name, bytes }: SentFile,
  types: readonly string[],
): Promise<KeptFile> {
  const mimetype = mimetypeOf(name, bytes, types) || "application/octet-stream";
  const sha256 = await store.put(bytes);
  return { name: plainName(name), mimetype, sizeBytes: bytes.length, sha256, ...(await seenIn({ mimetype, bytes })) };
}

/** Some browsers send the whole path. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? "";
  return last.replaceAll(/\p{Cc}/gu, "").slice(-LONGEST_NAME) || "file";
}

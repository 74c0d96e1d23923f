/** Which database, by its address. */
import { join, resolve } from "node:path";
import type { Problem } from "./settings.ts";

/** `file:` with an absolute path, or `postgresql://...` */
export function databaseUrl(url: string | undefined, dataDir: string): string {
  if (url === undefined) return `file:${join(dataDir, "afterloan.db")}`;
  if (!url.startsWith("file:") || url.startsWith("file://")) return url;
  return `file:${resolve(url.slice("file:".length))}`;
}

export function databaseProblems(url: string | undefined): Problem[] {
  if (url === undefined) return [];
  const setting = "DATABASE_URL";
  if (url.startsWith("file:")) {
    return /^file:(\/\/)?(:memory:.*|\?.*|.*\/)?$/.test(url) ? [{ setting, code: "database_file" }] : [];
  }
  if (!/^postgres(ql)?:\/\//.test(url)) return [{ setting, code: "database_kind" }];
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return [{ setting, code: "database_address" }];
  return parsed.pathname.length > 1 ? [] : [{ setting, code: "database_name" }];
}

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const entry = fileURLToPath(new URL("../page/main.tsx", import.meta.url));
const styles = fileURLToPath(new URL("../page/page.css", import.meta.url));

/** What the browser loads: script and styles. */
export interface PageBundle {
  script: string;
  styles: string;
}

let built: Promise<PageBundle | null> | undefined;

async function buildPage(): Promise<PageBundle | null> {
  if (!existsSync(entry)) return null;
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    minify: true,
    logLevel: "silent",
    outdir: "page",
  });
  const imported = result.outputFiles.find((file) => file.path.endsWith(".css"))?.text ?? "";
  const own = existsSync(styles) && imported === "" ? await readFile(styles, "utf8") : "";
  return { script: result.outputFiles.find((file) => file.path.endsWith(".js"))?.text ?? "", styles: imported + own };
}

/** Builds the page once per process, at the first request, in memory; null where there is no page yet. */
export function pageBundle(): Promise<PageBundle | null> {
  // A page that does not build today may build at the next request.
  built ??= buildPage().catch((error) => {
    built = undefined;
    throw error;
  });
  return built;
}

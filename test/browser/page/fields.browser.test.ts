import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { everyField, input, option } from "./morning.ts";
import { useDesk } from "./opened.ts";

const desk = useDesk();

function suppliers(query: string): Record<string, unknown> {
  return { ok: true, options: [option(`${query} Cotton Mill`, "mill"), option(`${query} Dye Works`, "dye")] };
}

async function submitted(page: Page): Promise<Record<string, Record<string, unknown>>> {
  await page.getByRole("button", { name: "Submit" }).click();
  await expect.poll(() => desk.sent("submit")).toHaveLength(1);
  return desk.sent("submit")[0]?.values ?? {};
}

/** A time of day on the eighth of December in Shanghai, as the payload's seconds. */
const APPOINTMENT = Date.parse("2026-12-08T06:30:00Z") / 1000;

const EXPECTED: Record<string, Record<string, unknown>> = {
  revenue: { type: "number_input", value: "812.5" },
  staff: { type: "number_input", value: "120" },
  visited: { type: "datepicker", selected_date: "2026-11-23" },
  hour: { type: "timepicker", selected_time: "14:30" },
  next: { type: "datetimepicker", selected_date_time: APPOINTMENT },
  mode: {
    type: "radio_buttons",
    selected_option: { text: { type: "plain_text", text: "By telephone", emoji: true }, value: "telephone" },
  },
  seen: {
    type: "checkboxes",
    selected_options: [{ text: { type: "plain_text", text: "Stock matches the books", emoji: true }, value: "stock" }],
  },
  state: {
    type: "static_select",
    selected_option: { text: { type: "plain_text", text: "Shrinking", emoji: true }, value: "shrinking" },
  },
  signals: {
    type: "multi_static_select",
    selected_options: [expect.objectContaining({ value: "lawsuit" }), expect.objectContaining({ value: "owner" })],
  },
  supplier: { type: "external_select", selected_option: expect.objectContaining({ value: "dye" }) },
  with: { type: "users_select", selected_user: "U3" },
  tell: { type: "multi_users_select", selected_users: ["U1", "U3"] },
  where: { type: "conversations_select", selected_conversation: "C1" },
  mail: { type: "email_text_input", value: "wang@jinyuan.example" },
  site: { type: "url_text_input", value: "https://jinyuan.example" },
  met: { type: "plain_text_input", value: "Wang, director" },
  note: { type: "plain_text_input", value: "Two lines\nof findings" },
  rich: {
    type: "rich_text_input",
    rich_text_value: {
      type: "rich_text",
      elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "Sound." }] }],
    },
  },
  files: { type: "file_input", files: [expect.objectContaining({ id: "F1", name: "stock.txt", size: 5 })] },
};

function expected(): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(EXPECTED).map(([blockId, value]) => [blockId, { value }]));
}

describe("every field", () => {
  it("is operable by mouse, and sends its value as Slack does", async () => {
    desk.standIn.react = (act) => (act.kind === "options" ? suppliers(act.query) : { ok: true });
    const page = await desk.modal(everyField());
    const pick = async (field: string, ...names: string[]): Promise<void> => {
      await page.getByRole("combobox", { name: field }).click();
      for (const name of names) {
        await page.getByRole("listbox").getByRole("option", { name }).click();
      }
      await page.getByRole("heading", { name: "Check INS-1041" }).click();
    };
    await page.getByLabel("Sales revenue").fill("812.5");
    await page.getByLabel("Date of the visit").fill("2026-11-23");
    await page.getByLabel("Time of the visit").fill("14:30");
    await page.getByLabel("Next appointment").fill("2026-12-08T14:30");
    await page.getByLabel("By telephone").click();
    await page.getByLabel("Stock matches the books").click();
    await pick("State of the business", "Shrinking");
    await pick("Signals", "Lawsuit", "Change of owner");
    await page.getByRole("combobox", { name: "Main supplier" }).fill("Jin");
    await page.getByRole("listbox").getByRole("option", { name: "Jin Dye Works" }).click();
    await pick("Visited together with", "Zhou Ming");
    await pick("Tell", "Chen Yu", "Zhou Ming");
    await pick("Post the summary in", "# east-lake-post-loan");
    await page.getByLabel("E-mail of the person met").fill("wang@jinyuan.example");
    await page.getByLabel("Web site").fill("https://jinyuan.example");
    await page.getByLabel("Person met", { exact: true }).fill("Wang, director");
    await page.getByLabel("Findings").fill("Two lines\nof findings");
    await page.getByLabel("Opinion").fill("Sound.");
    await page
      .getByLabel("Photographs")
      .setInputFiles({ name: "stock.txt", mimeType: "text/plain", buffer: Buffer.from("stock") });
    await page.getByRole("button", { name: "Remove stock.txt" }).waitFor();
    expect(await submitted(page)).toEqual(expected());
    expect(desk.standIn.others).toEqual(["upload stock.txt 5"]);
    expect(desk.sent("options")[0]).toMatchObject({ view: "V1", blockId: "supplier", actionId: "value", query: "Jin" });
  });

  it("is reached and operated by keyboard alone", async () => {
    desk.standIn.react = (act) => (act.kind === "options" ? suppliers(act.query) : { ok: true });
    const page = await desk.modal(everyField());
    const keys = async (...pressed: string[]): Promise<void> => {
      for (const key of pressed) {
        await page.keyboard.press(key);
      }
    };
    const type = (text: string): Promise<void> => page.keyboard.type(text);
    const on = (name: string): Promise<void> =>
      expect
        .poll(() =>
          page
            .getByLabel(name)
            .first()
            .evaluate((node) => node.matches(":focus")),
        )
        .toBe(true);
    await on("Sales revenue");
    await type("812.5");
    await keys("Tab", "Tab");
    await on("Date of the visit");
    await type("11232026");
    await keys("Tab", "Tab");
    await page.getByLabel("Time of the visit").focus();
    await type("0230PM");
    await page.getByLabel("Next appointment").focus();
    await type("12082026");
    await keys("Tab");
    await type("0230PM");
    await page.getByLabel("On site").focus();
    await keys("Space", "ArrowDown");
    await keys("Tab", "Tab");
    await on("Stock matches the books");
    await keys("Space", "Tab");
    await type("shr");
    await page.getByRole("listbox").getByRole("option", { name: "Shrinking" }).waitFor();
    await keys("Enter", "Tab", "ArrowDown");
    await page.getByRole("listbox").getByRole("option", { name: "Lawsuit" }).waitFor();
    await keys("ArrowDown", "Enter");
    await page.getByRole("button", { name: "Remove Lawsuit" }).waitFor();
    await keys("ArrowDown", "ArrowDown", "Enter");
    await page.getByRole("button", { name: "Remove Change of owner" }).waitFor();
    await keys("Escape", "Tab");
    await type("Jin");
    await page.getByRole("listbox").getByRole("option", { name: "Jin Dye Works" }).waitFor();
    await keys("ArrowDown", "Enter");
    await page.getByRole("combobox", { name: "Visited together with" }).focus();
    await type("zhou");
    await page.getByRole("listbox").getByRole("option", { name: "Zhou Ming" }).waitFor();
    await keys("Enter");
    await page.getByRole("combobox", { name: "Tell" }).focus();
    for (const name of ["Chen Yu", "Zhou Ming"]) {
      await type(name);
      await expect.poll(() => page.getByRole("listbox").getByRole("option").count()).toBe(1);
      await keys("Enter");
    }
    await keys("Escape");
    await page.getByRole("combobox", { name: "Post the summary in" }).focus();
    await type("east");
    await page.getByRole("listbox").getByRole("option", { name: "# east-lake-post-loan" }).waitFor();
    await keys("Enter");
    await page.getByLabel("E-mail of the person met").focus();
    await type("wang@jinyuan.example");
    await keys("Tab");
    await type("https://jinyuan.example");
    await keys("Tab");
    await type("Wang, director");
    await keys("Enter", "Tab");
    expect(desk.sent("submit"), "Enter in a field must not send the form").toEqual([]);
    await type("Two lines");
    await keys("Enter");
    await type("of findings");
    await keys("Tab");
    await type("Sound.");
    await keys("Tab");
    await on("Photographs");
    await page
      .getByLabel("Photographs")
      .setInputFiles({ name: "stock.txt", mimeType: "text/plain", buffer: Buffer.from("stock") });
    await page.getByRole("button", { name: "Remove stock.txt" }).waitFor();
    await keys("Tab", "Tab");
    await keys("Enter");
    await expect.poll(() => desk.sent("submit")).toHaveLength(1);
    expect(desk.sent("submit")[0]?.values).toEqual(expected());
  });

  it("begins with its initial value, and an emptied one goes as Slack sends it", async () => {
    const options = [option("One", "1"), option("Two", "2")];
    const page = await desk.modal([
      input("text", "Text", { type: "plain_text_input", initial_value: "before" }, { optional: true }),
      input("date", "Date", { type: "datepicker", initial_date: "2026-11-01" }, { optional: true }),
      input("ticks", "Ticks", { type: "checkboxes", options, initial_options: [options[1]] }, { optional: true }),
      input("one", "One of", { type: "static_select", options, initial_option: options[0] }, { optional: true }),
      input("people", "People", { type: "multi_users_select", initial_users: ["U2"] }, { optional: true }),
    ]);
    expect(await page.getByLabel("Text").inputValue()).toBe("before");
    expect(await page.getByLabel("Date").inputValue()).toBe("2026-11-01");
    expect(await page.getByRole("combobox", { name: "One of" }).inputValue()).toBe("One");
    await page.getByLabel("Text").fill("");
    await page.getByLabel("Date").fill("");
    await page.getByLabel("Two").click();
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByRole("button", { name: "Remove 李静" }).click();
    expect(await submitted(page)).toEqual({
      text: { value: { type: "plain_text_input", value: null } },
      date: { value: { type: "datepicker", selected_date: null } },
      ticks: { value: { type: "checkboxes", selected_options: [] } },
      one: { value: { type: "static_select", selected_option: null } },
      people: { value: { type: "multi_users_select", selected_users: [] } },
    });
  });

  it("takes a file back, and refuses kinds and numbers that the app does not want", async () => {
    const page = await desk.modal([
      input("files", "Photographs", { type: "file_input", filetypes: ["png"], max_files: 1 }, { optional: true }),
    ]);
    const put = (name: string) =>
      page.getByLabel("Photographs").setInputFiles({ name, mimeType: "image/png", buffer: Buffer.from("x") });
    await put("notes.doc");
    await page.getByText("notes.doc: only png can be added here.").waitFor();
    await put("gate.png");
    await page.getByRole("button", { name: "Remove gate.png" }).waitFor();
    await put("stock.png");
    await page.getByText("At most 1 files.").waitFor();
    await page.getByRole("button", { name: "Remove gate.png" }).click();
    expect(await submitted(page)).toEqual({ files: { value: { type: "file_input", files: [] } } });
  });
});

describe("fields that tell the app at once", () => {
  it("tell a choice with the values of the whole view", async () => {
    const page = await desk.modal([
      input("text", "Text", { type: "plain_text_input" }),
      input(
        "kind",
        "Kind",
        { type: "static_select", options: [option("One", "1"), option("Two", "2")] },
        { dispatch_action: true },
      ),
    ]);
    await page.getByLabel("Text").fill("typed, not told");
    expect(desk.sent("block_action")).toEqual([]);
    await page.getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("listbox").getByRole("option", { name: "Two" }).click();
    await expect.poll(() => desk.sent("block_action")).toHaveLength(1);
    expect(desk.sent("block_action")[0]).toMatchObject({
      where: { view: "V1" },
      blockId: "kind",
      actionId: "value",
      payload: { selected_option: { value: "2" } },
      values: {
        text: { value: { type: "plain_text_input", value: "typed, not told" } },
        kind: { value: { type: "static_select", selected_option: { value: "2" } } },
      },
    });
    expect(desk.sent("block_action")[0]?.payload).not.toHaveProperty("type");
  });

  it("tell a text shortly after the last character, once", async () => {
    const page = await desk.modal([
      input(
        "draft",
        "Draft",
        {
          type: "plain_text_input",
          multiline: true,
          dispatch_action_config: { trigger_actions_on: ["on_character_entered"] },
        },
        { dispatch_action: true },
      ),
    ]);
    await page.getByLabel("Draft").pressSequentially("Stock seen", { delay: 20 });
    await expect.poll(() => desk.sent("block_action").map(({ payload }) => payload)).toEqual([{ value: "Stock seen" }]);
  });

  it("tell a text on Enter where the app says nothing else", async () => {
    const page = await desk.modal([input("find", "Find", { type: "plain_text_input" }, { dispatch_action: true })]);
    await page.getByLabel("Find").fill("Jinyuan");
    expect(desk.sent("block_action")).toEqual([]);
    await page.getByLabel("Find").press("Enter");
    await expect.poll(() => desk.sent("block_action").map(({ payload }) => payload)).toEqual([{ value: "Jinyuan" }]);
    expect(desk.sent("submit")).toEqual([]);
  });

  it("tell a typed date once, when it is whole", async () => {
    const page = await desk.modal([input("on", "On", { type: "datepicker" }, { dispatch_action: true })]);
    await page.getByLabel("On", { exact: true }).focus();
    await page.keyboard.type("11242026");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => desk.sent("block_action").map(({ payload }) => payload))
      .toEqual([{ selected_date: "2026-11-24" }]);
  });

  it("withhold what was never told when the window is closed", async () => {
    const page = await desk.modal([input("text", "Text", { type: "plain_text_input" })]);
    await page.getByLabel("Text").fill("a secret thought");
    await page.getByRole("button", { name: "Save and close" }).click();
    await expect.poll(() => desk.sent("close")).toEqual([{ as: "U1", kind: "close", view: "V1", clearAll: false }]);
    expect(JSON.stringify(desk.standIn.acts)).not.toContain("secret");
  });
});

import type { Json } from "../json.ts";
import type { Surface } from "./problem.ts";

/** One refusal of Slack: a payload that is just accepted, and one that is one over. */
export interface LimitRow {
  name: string;
  surface: Surface;
  /** Where the limit is written or measured. */
  source: string;
  /** Blocks of a message, or a whole view. */
  atLimit: Json[] | Json;
  oneOver: Json[] | Json;
  /** Slack's error code. */
  error: string;
  /** False where blocks.validate does not look at it. */
  validatable?: boolean;
}

const docs = (page: string) => `docs.slack.dev/reference/block-kit/${page}`;
const text = (size: number) => "x".repeat(size);
const plain = (content: string): Json => ({ type: "plain_text", text: content });
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const section = (fields: Json): Json => ({ type: "section", ...fields });
const actions = (...elements: Json[]): Json => ({ type: "actions", elements });
const input = (element: Json, fields: Json = {}): Json => ({
  type: "input",
  label: plain("Label"),
  element,
  ...fields,
});
const button = (fields: Json = {}): Json => ({ type: "button", text: plain("Go"), ...fields });
const option = (at: number, fields: Json = {}): Json => ({ text: plain(`Choice ${at}`), value: `v${at}`, ...fields });
const menu = (options: Json[]): Json => ({
  type: "static_select",
  action_id: "a",
  placeholder: plain("Pick"),
  options,
});
const radio = (options: Json[]): Json => ({ type: "radio_buttons", action_id: "a", options });
const boxes = (options: Json[]): Json => ({ type: "checkboxes", action_id: "a", options });
const modal = (blocks: Json[], fields: Json = {}): Json => ({
  type: "modal",
  title: plain("Check"),
  submit: plain("Send"),
  blocks,
  ...fields,
});
const home = (blocks: Json[], fields: Json = {}): Json => ({ type: "home", blocks, ...fields });
const divider: Json = { type: "divider" };
const pie = (title: string): Json => ({
  type: "data_visualization",
  title,
  chart: { type: "pie", segments: [{ label: "Due", value: 1 }] },
});
const cells = (rows: number, columns: number): Json => ({
  type: "table",
  rows: times(rows, () => times(columns, () => ({ type: "raw_text", text: "1" }))),
});

/** A row of a message: the payloads come from one function of the size. */
function message(name: string, source: string, limit: number, make: (size: number) => Json[]): LimitRow {
  return { name, surface: "message", source, atLimit: make(limit), oneOver: make(limit + 1), error: "invalid_blocks" };
}

/** A row of a modal: the payloads come from one function of the size. */
function view(name: string, source: string, limit: number, make: (size: number) => Json): LimitRow {
  return { name, surface: "modal", source, atLimit: make(limit), oneOver: make(limit + 1), error: "invalid_arguments" };
}

const messageRows: LimitRow[] = [
  message("50 blocks in a message", docs("blocks"), 50, (size) => times(size, () => divider)),
  message("a header of 150 characters", docs("blocks/header-block"), 150, (size) => [
    { type: "header", text: plain(text(size)) },
  ]),
  message("a section text of 3,000 characters", docs("blocks/section-block"), 3000, (size) => [
    section({ text: plain(text(size)) }),
  ]),
  message("10 fields in a section", docs("blocks/section-block"), 10, (size) => [
    section({ fields: times(size, () => plain("field")) }),
  ]),
  message("a section field of 2,000 characters", docs("blocks/section-block"), 2000, (size) => [
    section({ fields: [plain(text(size))] }),
  ]),
  message("25 elements in an actions block", docs("blocks/actions-block"), 25, (size) => [
    actions(...times(size, (at) => button({ action_id: `a${at}` }))),
  ]),
  message("10 items in a context block", docs("blocks/context-block"), 10, (size) => [
    { type: "context", elements: times(size, () => plain("item")) },
  ]),
  message("a button text of 75 characters", docs("block-elements/button-element"), 75, (size) => [
    actions(button({ text: plain(text(size)) })),
  ]),
  message("a button value of 2,000 characters", docs("block-elements/button-element"), 2000, (size) => [
    actions(button({ value: text(size) })),
  ]),
  message("a button address of 3,000 characters", docs("block-elements/button-element"), 3000, (size) => [
    actions(button({ url: `https://example.com/${text(size - 20)}` })),
  ]),
  message("an action id of 255 characters", docs("block-elements/button-element"), 255, (size) => [
    actions(button({ action_id: text(size) })),
  ]),
  message("a block id of 255 characters", docs("blocks"), 255, (size) => [{ ...divider, block_id: text(size) }]),
  message("an option text of 75 characters", docs("composition-objects/option-object"), 75, (size) => [
    actions(menu([option(1, { text: plain(text(size)) })])),
  ]),
  message("an option value of 150 characters", docs("composition-objects/option-object"), 150, (size) => [
    actions(menu([option(1, { value: text(size) })])),
  ]),
  message("100 options in a menu", docs("block-elements/select-menu-element"), 100, (size) => [
    actions(menu(times(size, (at) => option(at)))),
  ]),
  message("10 radio buttons", docs("block-elements/radio-button-group-element"), 10, (size) => [
    actions(radio(times(size, (at) => option(at)))),
  ]),
  message("10 check boxes", docs("block-elements/checkboxes-element"), 10, (size) => [
    actions(boxes(times(size, (at) => option(at)))),
  ]),
  message("5 options in an overflow menu", docs("block-elements/overflow-menu-element"), 5, (size) => [
    actions({ type: "overflow", action_id: "a", options: times(size, (at) => option(at)) }),
  ]),
  message(
    "a confirmation text of 300 characters",
    docs("composition-objects/confirmation-dialog-object"),
    300,
    (size) => [actions(button({ confirm: { text: plain(text(size)) } }))],
  ),
  message("a table of 100 rows", docs("blocks/table-block"), 100, (size) => [cells(size, 1)]),
  message("a table of 20 columns", docs("blocks/table-block"), 20, (size) => [cells(1, size)]),
  message("a chart title of 50 characters", docs("blocks/data-visualization-block"), 50, (size) => [pie(text(size))]),
  message("two charts in a message", docs("blocks/data-visualization-block"), 2, (size) =>
    times(size, (at) => pie(`Chart ${at}`)),
  ),
  message("100 groups of options", docs("block-elements/select-menu-element"), 100, (size) => [
    actions({
      type: "static_select",
      action_id: "a",
      option_groups: times(size, (at) => ({ label: plain(`Group ${at}`), options: [option(at)] })),
    }),
  ]),
  message("10 blocks in a container", docs("blocks/container-block"), 10, (size) => [
    { type: "container", title: plain("Case"), child_blocks: times(size, () => divider) },
  ]),
  message("a container title of 150 characters", docs("blocks/container-block"), 150, (size) => [
    { type: "container", title: plain(text(size)), child_blocks: [divider] },
  ]),
  message("10 cards in a carousel", docs("blocks/carousel-block"), 10, (size) => [
    { type: "carousel", elements: times(size, () => ({ type: "card", title: plain("Loan") })) },
  ]),
  message("a card body of 200 characters", docs("blocks/card-block"), 200, (size) => [
    { type: "card", body: plain(text(size)) },
  ]),
  message("a data table of 100 rows a page", docs("blocks/data-table-block"), 100, (size) => [
    { type: "data_table", caption: "Queue", rows: [], page_size: size },
  ]),
  message("an image description of 2,000 characters", docs("blocks/image-block"), 2000, (size) => [
    { type: "image", image_url: "https://example.com/a.png", alt_text: text(size) },
  ]),
  message("a markdown block of 12,000 characters", docs("blocks/markdown-block"), 12_000, (size) => [
    { type: "markdown", text: text(size) },
  ]),
  {
    name: "13,200 characters in all blocks of a message",
    surface: "message",
    source: "measured: github.com/slackapi/bolt-js/issues/2509 and 2867",
    atLimit: times(11, () => section({ text: plain(text(1200)) })),
    oneOver: times(11, (at) => section({ text: plain(text(at === 0 ? 1201 : 1200)) })),
    error: "msg_blocks_too_long",
    validatable: false,
  },
  {
    name: "block ids that differ",
    surface: "message",
    source: docs("blocks"),
    atLimit: [
      { ...divider, block_id: "a" },
      { ...divider, block_id: "b" },
    ],
    oneOver: [
      { ...divider, block_id: "a" },
      { ...divider, block_id: "a" },
    ],
    error: "invalid_blocks",
  },
  {
    name: "action ids that differ within a block",
    surface: "message",
    source: docs("block-elements/button-element"),
    atLimit: [actions(button({ action_id: "a" }), button({ action_id: "b" }))],
    oneOver: [actions(button({ action_id: "a" }), button({ action_id: "a" }))],
    error: "invalid_blocks",
  },
  {
    name: "no alert outside modals",
    surface: "message",
    source: docs("blocks/alert-block"),
    atLimit: [section({ text: plain("Overdue") })],
    oneOver: [{ type: "alert", text: plain("Overdue"), level: "warning" }],
    error: "invalid_blocks",
  },
  {
    name: "no text that is empty",
    surface: "message",
    source: docs("composition-objects/text-object"),
    atLimit: [section({ text: plain("x") })],
    oneOver: [section({ text: plain("") })],
    error: "invalid_blocks",
  },
  {
    name: "no file input outside an input block",
    surface: "message",
    source: docs("block-elements/file-input-element"),
    atLimit: [actions(button())],
    oneOver: [actions({ type: "file_input", action_id: "a" })],
    error: "invalid_blocks",
  },
];

const views = "docs.slack.dev/reference/views/modal-views";
const viewRows: LimitRow[] = [
  view("100 blocks in a modal", docs("blocks"), 100, (size) => modal(times(size, () => divider))),
  view("a title of 24 characters", views, 24, (size) => modal([divider], { title: plain(text(size)) })),
  view("a submit text of 24 characters", views, 24, (size) => modal([divider], { submit: plain(text(size)) })),
  view("a close text of 24 characters", views, 24, (size) => modal([divider], { close: plain(text(size)) })),
  view("a callback id of 255 characters", views, 255, (size) => modal([divider], { callback_id: text(size) })),
  view("an external id of 255 characters", views, 255, (size) => modal([divider], { external_id: text(size) })),
  view("private metadata of 3,000 characters", views, 3000, (size) =>
    modal([divider], { private_metadata: text(size) }),
  ),
  view("a label of 2,000 characters", docs("blocks/input-block"), 2000, (size) =>
    modal([input({ type: "plain_text_input", action_id: "a" }, { label: plain(text(size)) })]),
  ),
  view("a hint of 2,000 characters", docs("blocks/input-block"), 2000, (size) =>
    modal([input({ type: "plain_text_input", action_id: "a" }, { hint: plain(text(size)) })]),
  ),
  view("a longest answer of 3,000 characters", docs("block-elements/plain-text-input-element"), 3000, (size) =>
    modal([input({ type: "plain_text_input", action_id: "a", max_length: size })]),
  ),
  view("10 files in a file input", docs("block-elements/file-input-element"), 10, (size) =>
    modal([input({ type: "file_input", action_id: "a", max_files: size })]),
  ),
  view("a placeholder of 150 characters", docs("block-elements/plain-text-input-element"), 150, (size) =>
    modal([input({ type: "plain_text_input", action_id: "a", placeholder: plain(text(size)) })]),
  ),
  view("an alert text of 200 characters", docs("blocks/alert-block"), 200, (size) =>
    modal([{ type: "alert", text: plain(text(size)), level: "error" }]),
  ),
  {
    name: "a modal with inputs has a submit text",
    surface: "modal",
    source: "github.com/slackapi/node-slack-sdk/issues/875",
    atLimit: modal([input({ type: "plain_text_input", action_id: "a" })]),
    oneOver: { ...modal([input({ type: "plain_text_input", action_id: "a" })]), submit: undefined },
    error: "invalid_arguments",
  },
  {
    name: "a view of 250 kB",
    surface: "modal",
    source: "docs.slack.dev/reference/methods/views.open, error view_too_large",
    atLimit: modal(times(80, () => section({ text: plain(text(3000)) }))),
    oneOver: modal(times(90, () => section({ text: plain(text(3000)) }))),
    error: "view_too_large",
    validatable: false,
  },
  {
    name: "100 blocks in a Home tab",
    surface: "home",
    source: docs("blocks"),
    atLimit: home(times(100, () => divider)),
    oneOver: home(times(101, () => divider)),
    error: "invalid_arguments",
  },
  {
    name: "no alert in a Home tab",
    surface: "home",
    source: docs("blocks/alert-block"),
    atLimit: home([divider]),
    oneOver: home([{ type: "alert", text: plain("Overdue") }]),
    error: "invalid_arguments",
  },
];

/** Every refusal of a payload that the workspace knows; `replay.ts` holds the same table against a real Slack. */
export const limitRows: readonly LimitRow[] = [...messageRows, ...viewRows];

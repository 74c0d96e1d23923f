import type {
  SlackBlock,
  WorkspaceConversation,
  WorkspaceMessage,
  WorkspacePerson,
  WorkspaceSnapshot,
  WorkspaceView,
} from "../../../src/workspace/contract.ts";

const BOT = "UBOT";

function person(id: string, realName: string, title: string, locale = "en-US"): WorkspacePerson {
  return {
    id,
    name: realName.toLowerCase().replace(/\s+/g, "."),
    realName,
    title,
    email: `${id.toLowerCase()}@bank.example`,
    locale,
    timeZone: "Asia/Shanghai",
    quiet: false,
  };
}

const chen = person("U1", "Chen Yu", "Account manager, East Lake sub-branch");
export const li = person("U2", "李静", "贷后管理岗 · 东湖支行", "zh-CN");
export const zhou = person("U3", "Zhou Ming", "Unit manager, East Lake sub-branch");

const NINE = Date.parse("2026-11-24T01:00:00Z") / 1000;
let second = NINE;

export function message(channel: string, text: string, blocks: SlackBlock[] = [], author = BOT): WorkspaceMessage {
  second += 60;
  return { channel, ts: `${second}.000100`, author, text, blocks, files: [], replyCount: 0 };
}

export function view(
  id: string,
  title: string,
  blocks: SlackBlock[],
  extra: Partial<WorkspaceView> = {},
): WorkspaceView {
  return {
    id,
    hash: `${id}.1`,
    type: "modal",
    title,
    submit: "Submit",
    close: "Save and close",
    notifyOnClose: true,
    blocks,
    errors: {},
    values: {},
    ...extra,
  };
}

const plain = (text: string) => ({ type: "plain_text", text, emoji: true });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
export const option = (label: string, value: string, description?: string) => ({
  text: plain(label),
  value,
  ...(description === undefined ? {} : { description: plain(description) }),
});

export function section(block_id: string, text: string, accessory?: Record<string, unknown>): SlackBlock {
  return { type: "section", block_id, text: mrkdwn(text), ...(accessory === undefined ? {} : { accessory }) };
}

export function button(action_id: string, label: string, extra: Record<string, unknown> = {}) {
  return { type: "button", action_id, text: plain(label), value: `value of ${action_id}`, ...extra };
}

export function input(block_id: string, label: string, element: Record<string, unknown>, extra = {}): SlackBlock {
  return { type: "input", block_id, label: plain(label), element: { action_id: "value", ...element }, ...extra };
}

function due(id: string, line: string): SlackBlock {
  return section(`due-${id}`, line, button("start", "Start check", { value: id, style: "primary" }));
}

function morningBlocks(): SlackBlock[] {
  return [
    { type: "header", block_id: "head", text: plain("Good morning, Chen Yu :sunrise:") },
    { type: "context", block_id: "as-of", elements: [mrkdwn("Tuesday 24 November 2026 · *5 checks* wait for you")] },
    section("late", "*Late* :red_circle:"),
    due(
      "INS-1041",
      "*Hubei Jinyuan Textile Co.* · working capital ¥8,000,000\nRoutine, on site · due <!date^1763856000^{date_short}|23 Nov> · _2 working days late_",
    ),
    { type: "divider", block_id: "rule-1" },
    section("today", "*Due today* :large_orange_circle:"),
    due(
      "INS-1057",
      "*Wuhan Kaidi Machinery* · fixed assets ¥12,500,000\nFirst check of fund use · disbursed <!date^1762992000^{date_short}|13 Nov>",
    ),
    due("INS-1060", "*Zhang W…* · business loan ¥600,000\nRoutine, by telephone"),
    { type: "divider", block_id: "rule-2" },
    section(
      "returned",
      '*Returned to you* :leftwards_arrow_with_hook:\n>*INS-1032* Guanggu Logistics: "Photographs of the stock are missing."',
      {
        type: "overflow",
        action_id: "more",
        options: [
          option("Open the report", "open"),
          option("Show the reasons", "why"),
          option("Withdraw it", "withdraw"),
        ],
      },
    ),
    {
      type: "actions",
      block_id: "foot",
      elements: [
        button("all", "Show all 5"),
        button("claim", "Hand over…", {
          confirm: {
            title: plain("Hand over?"),
            text: mrkdwn("*3 checks* go to Zhou Ming."),
            confirm: plain("Hand over"),
            deny: plain("Keep them"),
          },
        }),
        button("drop", "Withdraw", { style: "danger" }),
      ],
    },
  ];
}

function reviewBlocks(): SlackBlock[] {
  return [
    { type: "header", block_id: "head", text: plain("待复核报告") },
    { type: "context", block_id: "as-of", elements: [mrkdwn("2026年11月24日 · 共 *3* 份，其中 *1* 份有橙色信号")] },
    section(
      "r1",
      "*湖北金源纺织有限公司* · 流动资金贷款 ¥8,000,000\n检查编号 `INS-1041` · 提交人 <@U1> · :large_orange_circle: 存货周转天数超过阈值",
      button("open", "打开报告", { style: "primary" }),
    ),
    section(
      "r2",
      "*武汉凯迪机械股份有限公司* · 固定资产贷款\n> 资金用途与合同约定一致，发票已核对。",
      button("open", "打开报告"),
    ),
    { type: "actions", block_id: "foot", elements: [button("all", "全部显示"), button("help", "使用说明")] },
  ];
}

function channelBlocks(): SlackBlock[] {
  return [
    section("sum", "*Yesterday at East Lake* — 14 checks done, 2 late. <https://example.com/board|Open the board>"),
    {
      type: "data_visualization",
      block_id: "chart",
      title: "Checks done and late",
      chart: {
        type: "bar",
        series: [
          {
            name: "Done",
            data: ["Mon", "Tue", "Wed", "Thu", "Fri"].map((label, at) => ({ label, value: [12, 9, 15, 11, 14][at] })),
          },
          {
            name: "Late",
            data: ["Mon", "Tue", "Wed", "Thu", "Fri"].map((label, at) => ({ label, value: [1, 3, 0, 2, 2][at] })),
          },
        ],
        axis_config: { categories: ["Mon", "Tue", "Wed", "Thu", "Fri"], x_label: "Day", y_label: "Checks" },
      },
    },
    {
      type: "table",
      block_id: "table",
      column_settings: [{ is_wrapped: true }, { align: "right" }, { align: "right" }],
      rows: [
        ["Officer", "Open", "Late"].map((text) => ({ type: "raw_text", text })),
        [
          { type: "raw_text", text: "Chen Yu" },
          { type: "raw_number", value: 5 },
          { type: "raw_number", value: 1 },
        ],
        [
          { type: "raw_text", text: "Wang Lei" },
          { type: "raw_number", value: 3 },
          { type: "raw_number", value: 0 },
        ],
      ],
    },
  ];
}

export function conversation(
  id: string,
  kind: "im" | "channel",
  name: string,
  messages: WorkspaceMessage[],
): WorkspaceConversation {
  return { id, kind, name, members: kind === "im" ? ["U1", BOT] : ["U1", "U2", "U3", BOT], unread: 0, messages };
}

function snapshotFor(me: WorkspacePerson, conversations: WorkspaceConversation[]): WorkspaceSnapshot {
  return {
    version: 1,
    me,
    people: [chen, li, zhou],
    bot: { userId: BOT, name: "Post-loan desk" },
    conversations,
    home: null,
    modals: [],
    commands: [
      {
        command: "/postloan",
        usageHint: "help | due | account NAME-OR-NUMBER | check NUMBER | queue",
        description: "The post-loan desk",
      },
      { command: "/postloan-admin", usageHint: "status", description: "For administrators" },
    ],
    shortcuts: [],
    clock: { now: "2026-11-24T01:02:00.000Z", timeZone: "Asia/Shanghai" },
    notice: null,
    welcome: [
      "Welcome. It is nine in the morning at East Lake.",
      "You act as Chen Yu, an account manager. Press Start check on the first line, or type /postloan due.",
      "Open a second window from the side bar to see what the reviewer sees.",
    ],
  };
}

/** An officer with a morning message, a reviewer who reads Chinese, and a manager with nothing yet. */
export function aMorning(): WorkspaceSnapshot[] {
  second = NINE;
  const report = message("C1", "", channelBlocks());
  const thanks = {
    ...message("C1", "Thank you. <@U1>, please look at *Jinyuan* first. :pray:", [], "U3"),
    threadTs: report.ts,
  };
  report.replyCount = 1;
  const only = { ...message("C1", "Only the account manager may start this check.", [], BOT), ephemeralFor: "U1" };
  const channel = conversation("C1", "channel", "east-lake-post-loan", [report, thanks]);
  const officer = snapshotFor(chen, [
    conversation("D1", "im", "Post-loan desk", [
      message("D1", "Your morning", morningBlocks()),
      message("D1", "/postloan due", [], "U1"),
    ]),
    { ...channel, unread: 1, messages: [report, thanks, only] },
  ]);
  const reviewer = snapshotFor(li, [
    conversation("D2", "im", "Post-loan desk", [message("D2", "待复核报告", reviewBlocks())]),
    channel,
  ]);
  const manager = snapshotFor(zhou, [conversation("D3", "im", "Post-loan desk", []), channel]);
  officer.home = view(
    "VHOME",
    "",
    [
      { type: "header", block_id: "h", text: plain("Today") },
      section("d", "*3* due · *1* late · *1* returned", button("refresh", "Look again")),
      { type: "divider", block_id: "l" },
      input(
        "filter",
        "Show",
        { type: "static_select", options: [option("Everything", "all"), option("Only late", "late")] },
        { dispatch_action: true },
      ),
      { type: "context", block_id: "c", elements: [mrkdwn("Drafts are kept for 14 days.")] },
    ],
    { type: "home" },
  );
  return [officer, reviewer, manager];
}

/** One field of every kind, as a check's form would have them. */
export function everyField(): SlackBlock[] {
  return [
    {
      type: "alert",
      block_id: "saved",
      level: "info",
      text: mrkdwn("Saved at *09:02*. You can close this window and come back."),
    },
    input(
      "revenue",
      "Sales revenue, last quarter (¥10,000)",
      { type: "number_input", is_decimal_allowed: true, min_value: "0", max_value: "999999" },
      { hint: plain("From the VAT return. As of 30 September.") },
    ),
    input("staff", "Number of staff", { type: "number_input", is_decimal_allowed: false, initial_value: "120" }),
    input("visited", "Date of the visit", { type: "datepicker" }),
    input("hour", "Time of the visit", { type: "timepicker" }, { optional: true }),
    input("next", "Next appointment", { type: "datetimepicker" }, { optional: true }),
    input("mode", "How was it checked?", {
      type: "radio_buttons",
      options: [option("On site", "on_site", "You went there"), option("By telephone", "telephone")],
    }),
    input(
      "seen",
      "What was seen",
      {
        type: "checkboxes",
        options: [option("Production running", "running"), option("Stock matches the books", "stock")],
      },
      { optional: true },
    ),
    input("state", "State of the business", {
      type: "static_select",
      placeholder: plain("Choose the state"),
      option_groups: [
        { label: plain("Sound"), options: [option("Normal", "normal"), option("Growing", "growing")] },
        {
          label: plain("Doubtful"),
          options: [option("Shrinking", "shrinking"), option("Stopped", "stopped", "Production has ceased")],
        },
      ],
    }),
    input(
      "signals",
      "Signals",
      {
        type: "multi_static_select",
        options: [option("Late wages", "wages"), option("Lawsuit", "lawsuit"), option("Change of owner", "owner")],
        max_selected_items: 2,
      },
      { optional: true },
    ),
    input("supplier", "Main supplier", { type: "external_select", min_query_length: 2 }, { optional: true }),
    input("with", "Visited together with", { type: "users_select" }, { optional: true }),
    input("tell", "Tell", { type: "multi_users_select" }, { optional: true }),
    input("where", "Post the summary in", { type: "conversations_select" }, { optional: true }),
    input("mail", "E-mail of the person met", { type: "email_text_input" }, { optional: true }),
    input("site", "Web site", { type: "url_text_input" }, { optional: true }),
    input("met", "Person met", {
      type: "plain_text_input",
      min_length: 2,
      max_length: 20,
      placeholder: plain("Name and position"),
    }),
    input(
      "note",
      "Findings",
      { type: "plain_text_input", multiline: true, max_length: 300 },
      { dispatch_action: true, optional: true },
    ),
    input("rich", "Opinion", { type: "rich_text_input" }, { optional: true }),
    input(
      "files",
      "Photographs",
      { type: "file_input", filetypes: ["jpg", "png", "txt"], max_files: 3 },
      { optional: true },
    ),
  ];
}

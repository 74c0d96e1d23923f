/** The batch as a modal, page by page. Pure. */
import type { InputBlock, KnownBlock, SectionBlock } from "@slack/types";
import type { ModalView } from "../../platform/slack/modal.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { type Button, bold, divider, heading, line, note, type Piece } from "../../platform/view.ts";
import { inputBlock, START, WHAT_IS_NEW } from "../inspections/index.ts";
import { type CardButtons, cardsMenu } from "../named-customers/index.ts";
import type { BatchItem } from "./batch-items.ts";
import { type BatchSheet, itemsAsked, saysWhatIsNew } from "./batch-sheet.ts";
import { customerLines, exceptionText, nameLine, type Reader } from "./customer-lines.ts";
import { BATCH_ANSWER, BATCH_PAGE, CONCLUSION_FORM, PAGE_FORM, SEEN, seenKey, TICK_PAGE } from "./ids.ts";
import { type BatchPage, pagesOf } from "./pages.ts";

const MODAL_BLOCKS = 100;
const LONGEST = 1000;

export interface BatchReader extends Reader {
  /** Wall-clock time of the reader, HH:MM. */
  readonly savedAt: string;
  /** What opens a customer's card, on top of the form. */
  readonly cards: CardButtons;
}

export interface Shown {
  /** Counted from 0; one past the end shows the last. */
  readonly page: number;
  /** Slack keeps a tick as it was in a block of the same name: one that we set stands in a new block. */
  readonly round: number;
  /** So near to an earlier conclusion that it must be said what is new. */
  readonly copied: boolean;
  /** Names of those who left the batch since they were ticked. */
  readonly left: readonly string[];
  /** What is wrong, where it can no longer be said at its field. */
  readonly wrong: readonly string[];
}

export function batchModal(sheet: BatchSheet, shown: Shown, reader: BatchReader): ModalView {
  const { t } = reader;
  const pages = pagesOf(sheet);
  const at = Math.min(Math.max(shown.page, 0), pages.length - 1);
  const page = pages[at];
  const isLast = at === pages.length - 1;
  const head: Piece[] = [
    line([bold(t("batch.head", { number: sheet.batch.number }))]),
    note(t("batch.counts", { items: sheet.items.length, seen: sheet.seen.length, own: sheet.exceptions.length })),
    note([
      t("words.page", { page: at + 1, pages: pages.length }),
      " · ",
      t("inspection.saved", { time: reader.savedAt }),
    ]),
    ...(shown.left.length === 0 ? [] : [line([bold(t("batch.left")), " ", shown.left.join(", ")])]),
    ...shown.wrong.map(line),
  ];
  const back: Button = { text: t("words.back"), action: BATCH_PAGE, value: String(at - 1) };
  const tail: Piece[] = at === 0 ? [] : [{ kind: "buttons", buttons: [back] }];
  const body = page === undefined ? [] : pageBlocks(sheet, page, shown, reader);
  const submit = submitOf(sheet, page, isLast, reader);
  return {
    callbackId: page?.kind === "conclusion" ? CONCLUSION_FORM : PAGE_FORM,
    title: t("batch.title"),
    ...(submit === undefined ? {} : { submit }),
    close: t("inspection.later"),
    metadata: JSON.stringify({ batch: sheet.batch.id, page: at, round: shown.round, shown: hashesOn(page) }),
    blocks: [...toBlocks(head, 12), ...body, ...toBlocks(tail, 2)].slice(0, MODAL_BLOCKS),
  };
}

function submitOf(
  { seen }: BatchSheet,
  page: BatchPage | undefined,
  isLast: boolean,
  { t }: BatchReader,
): string | undefined {
  if (page?.kind !== "conclusion") return isLast ? undefined : t("words.next");
  return seen.length === 0 ? undefined : t("batch.submit", { count: seen.length });
}

/** What the ticks of this page would stand for. */
function hashesOn(page: BatchPage | undefined): [string, string][] {
  return page?.kind === "customers" ? page.items.map(({ inspection, hash }) => [inspection.id, hash]) : [];
}

function pageBlocks(sheet: BatchSheet, page: BatchPage, shown: Shown, reader: BatchReader): KnownBlock[] {
  switch (page.kind) {
    case "exceptions":
      return exceptionBlocks(page.items, reader);
    case "customers":
      return customerBlocks(sheet, page.items, shown, reader);
    case "conclusion":
      return conclusionBlocks(sheet, shown, reader);
  }
}

function exceptionBlocks(items: readonly BatchItem[], reader: BatchReader): KnownBlock[] {
  const { t } = reader;
  const pieces = items.map(
    (item): Piece => ({
      kind: "item",
      text: nameLine(item, reader),
      detail: exceptionText(item, reader),
      buttons: [
        {
          text: t(item.inspection.state === "returned" ? "desk.correct" : "batch.check_singly"),
          action: START,
          value: item.inspection.id,
        },
      ],
      more: reader.cards(item.inspection.borrowerId),
    }),
  );
  return toBlocks([heading(t("batch.exceptions")), note(t("batch.exceptions_why")), ...pieces], MODAL_BLOCKS - 10);
}

function customerBlocks(
  { seen }: BatchSheet,
  items: readonly BatchItem[],
  { round }: Shown,
  reader: BatchReader,
): KnownBlock[] {
  const { t } = reader;
  const all: Button = { text: t("batch.tick_page", { count: items.length }), action: TICK_PAGE, value: "page" };
  return [
    ...toBlocks([heading(t("batch.customers")), note(t("batch.customers_why"))], 2),
    ...items.flatMap((item) => [...toBlocks([divider], 1), customerBlock(item, seen.includes(item), round, reader)]),
    ...toBlocks([{ kind: "buttons", buttons: [all] }, ...cardsOf(items, reader)], 2),
  ];
}

/** Beside a tick there is no room for a button: the cards of a page stand in one menu. */
function cardsOf(items: readonly BatchItem[], { t, cards }: BatchReader): Piece[] {
  return cardsMenu(
    { t, cards },
    items.map(({ inspection }) => inspection.borrower),
  );
}

/** The facts, and beside them the tick that they were looked at and are so. */
function customerBlock(item: BatchItem, isSeen: boolean, round: number, reader: BatchReader): KnownBlock {
  const { inspection, hash } = item;
  const option = { text: plain(reader.t("batch.seen"), 75), value: `${inspection.id} ${hash}` };
  const [drawn] = toBlocks([line(customerLines(item, reader))], 1);
  const section: SectionBlock = {
    type: "section",
    ...(drawn?.type === "section" ? { text: drawn.text } : {}),
    block_id: `${seenKey(inspection.id)}#${round}`,
    accessory: {
      type: "checkboxes",
      action_id: SEEN,
      options: [option],
      ...(isSeen ? { initial_options: [option] } : {}),
    },
  };
  return section;
}

function conclusionBlocks(sheet: BatchSheet, { copied }: Shown, reader: BatchReader): KnownBlock[] {
  const { t } = reader;
  const { items, seen } = sheet;
  const rest = items.length - seen.length;
  const pieces: Piece[] = [
    heading(t("batch.conclusion")),
    ...(seen.length === 0
      ? [line(t("refusal.batch.none_seen"))]
      : [line(t("batch.will_submit", { count: seen.length }))]),
    ...(rest > 0 && seen.length > 0 ? [note(t("batch.not_seen", { count: rest }))] : []),
  ];
  // Slack takes an input only in a view that can be submitted.
  if (seen.length === 0) return toBlocks(pieces, 5);
  const fields = itemsAsked(sheet).map((item) =>
    inputBlock(item, sheet.typed[item.answerKey], [], { ...reader, action: BATCH_ANSWER }),
  );
  return [...toBlocks(pieces, 5), ...fields, ...(copied ? [whatIsNew(sheet, reader)] : [])];
}

function whatIsNew(sheet: BatchSheet, { t }: BatchReader): InputBlock {
  const typed = saysWhatIsNew(sheet);
  return {
    type: "input",
    block_id: WHAT_IS_NEW,
    label: plain(t("finding.what_is_new"), 2000),
    hint: plain(t("finding.what_is_new_why"), 2000),
    dispatch_action: true,
    element: {
      type: "plain_text_input",
      action_id: BATCH_ANSWER,
      multiline: true,
      max_length: LONGEST,
      dispatch_action_config: { trigger_actions_on: ["on_character_entered"] },
      ...(typed === "" ? {} : { initial_value: typed }),
    },
  };
}

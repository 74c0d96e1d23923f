/** Rows of a repeating group in a step: the head of each with a way to take it out, and below the last a way to add one. Pure. */
import type { KnownBlock } from "@slack/types";
import type { FormGroup, FormItem, FormStep } from "../../domain/check/types.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { toBlocks } from "../../platform/slack/render.ts";
import { bold, line, note, type Span } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import { ADD_ROW, REMOVE_ROW } from "./ids.ts";

interface RowReader {
  readonly language: Language;
  readonly t: Translate;
}

/** Before the first field of each row: its number, and a way to take it out. */
export function rowHead(
  { groups: [group] = [] }: FormStep,
  item: FormItem,
  before: FormItem | undefined,
  { t, language }: RowReader,
): KnownBlock[] {
  if (group === undefined || item.row === undefined || item.row === before?.row) return [];
  const number = group.rows.indexOf(item.row) + 1;
  const value = JSON.stringify({ group: group.rowsKey, row: item.row });
  const isFree = group.rows.length > group.atLeast;
  const text: Span[] = [bold(`${group.row[language]} ${number}`)];
  const button = { text: t("inspection.remove_row"), action: REMOVE_ROW, value };
  return toBlocks([isFree ? { kind: "item", text, buttons: [button] } : line(text)], 1);
}

/** Under the last rows of a group, and for each group that has none yet. */
export function addBlocks({ groups = [], part }: FormStep, reader: RowReader): KnownBlock[] {
  return part.number < part.of ? [] : groups.flatMap((group) => addBlock(group, reader));
}

function addBlock(group: FormGroup, { t, language }: RowReader): KnownBlock[] {
  const count = note(t("inspection.rows", { count: group.rows.length, row: group.row[language] }));
  if (group.rows.length >= group.most) return toBlocks([count], 1);
  const add = { text: t("inspection.add_row", { row: group.row[language] }), action: ADD_ROW, value: group.rowsKey };
  return toBlocks([count, { kind: "buttons", buttons: [add] }], 2);
}

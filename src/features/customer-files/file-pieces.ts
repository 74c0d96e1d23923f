/** A customer's file as people read it: how whole it is, what is missing or stale, what lies where. */
import { customerFile, type FiledPaper, type FileEntry } from "../../domain/customer-file/index.ts";
import type { Context } from "../../platform/context.ts";
import { type Button, bold, heading, line, note, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { fileStateText } from "../evidence/index.ts";
import { filesOf } from "./facts.ts";
import { FILE_DOCUMENT, OPEN_COPIES, TAKE_OUT } from "./ids.ts";
import { mayNotFile, mayNotRead } from "./kept.ts";

export interface FileState {
  readonly entries: readonly FileEntry[];
  /** Of what is asked for, how many are there and fresh. */
  readonly onFile: number;
}

export async function fileOfCustomer(ctx: Context, borrowerId: string): Promise<FileState> {
  const file = (await filesOf(ctx, [borrowerId])).get(borrowerId);
  const entries = file === undefined ? [] : customerFile(ctx.policy.policy, file.facts, file.today);
  return { entries, onFile: entries.filter(({ state }) => state === "on_file").length };
}

/** In a line: how many of how many, and the first that are missing or stale. */
export function fileSummary({ t, language, policy }: Context, { entries, onFile }: FileState): string {
  const lacking = entries.filter(({ state }) => state !== "on_file");
  const names = [...new Set(lacking.map(({ document }) => titleOf({ policy, language }, document)))];
  const said = t("document.count", { onFile, count: entries.length });
  return lacking.length === 0
    ? said
    : `${said} · ${t("document.lacking", { names: names.slice(0, NAMED).join(", ") })}${names.length > NAMED ? "…" : ""}`;
}

const NAMED = 4;
const PAGE_LINES = 25;

/** What the masked reader may read of a loan's or a piece of collateral's number. */
export interface FileReader {
  readonly shown: (reference: string) => string;
  readonly page: number;
  /** Of all pages but the first and last. */
  readonly turns: (page: number, pages: number) => readonly Button[];
}

export async function filePieces(
  ctx: Context,
  borrowerId: string,
  { entries, onFile }: FileState,
  { shown, page: wanted, turns }: FileReader,
): Promise<Piece[]> {
  const { t } = ctx;
  const isMine = (await mayNotFile(ctx, borrowerId)) === undefined;
  const reads = (await mayNotRead(ctx, borrowerId)) === undefined;
  const failed = await failedPieces(ctx, borrowerId, entries);
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_LINES));
  const page = Math.min(wanted, pages - 1);
  const { large_project, other } = ctx.policy.policy.documents.keep_years;
  const file: Button = { text: t("document.file"), action: FILE_DOCUMENT, value: borrowerId, style: "primary" };
  const buttons = [...(isMine && entries.length > 0 ? [file] : []), ...turns(page, pages)];
  return [
    heading(t("document.heading")),
    line(
      entries.length === 0 ? t("document.none_asked") : [bold(t("document.count", { onFile, count: entries.length }))],
    ),
    ...sorted(entries)
      .slice(page * PAGE_LINES, (page + 1) * PAGE_LINES)
      .map((entry) => entryPiece(ctx, entry, shown, { isMine, reads })),
    ...failed,
    ...(pages > 1 ? [note(t("words.page", { page: page + 1, pages }))] : []),
    note(t("document.kept", { large: large_project, other })),
    ...(buttons.length === 0 ? [] : [{ kind: "buttons" as const, buttons }]),
  ];
}

const ORDER = { missing: 0, stale: 1, on_file: 2 } as const;

/** What is lacking first; else as the policy lists it. */
function sorted(entries: readonly FileEntry[]): FileEntry[] {
  return entries.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
}

interface Rights {
  readonly isMine: boolean;
  /** What was handed in. */
  readonly reads: boolean;
}

function entryPiece(ctx: Context, entry: FileEntry, shown: FileReader["shown"], { isMine, reads }: Rights): Piece {
  const { t, language } = ctx;
  const { state, section, reference, datedOn, dueOn, paper } = entry;
  const parts = [
    t(`document.section.${section}`),
    ...(reference === "" ? [] : [shown(reference)]),
    ...(datedOn === undefined ? [] : [t("document.dated", { date: dateText(language, datedOn) })]),
    ...(dueOn === undefined ? [] : [t(`document.due.${state}`, { date: dateText(language, dueOn) })]),
    ...(paper === undefined ? [] : whereabouts(ctx, paper)),
    ...(paper === undefined && datedOn !== undefined ? [t("document.by_desk")] : []),
  ];
  const buttons = paper === undefined ? [] : paperButtons(ctx, paper, { isMine, reads });
  return {
    kind: "item",
    text: [bold(titleOf(ctx, entry.document)), " · ", t(`document.state.${state}`)],
    detail: [quiet(parts.join(" · "))],
    ...(buttons.length === 0 ? {} : { buttons }),
  };
}

function whereabouts({ t }: Context, { place, copies }: FiledPaper): string[] {
  return [
    ...(place === "" ? [] : [t("document.lies", { place })]),
    ...(copies === 0 ? [] : [t("document.copies", { count: copies })]),
  ];
}

function paperButtons({ t }: Context, { id: value, copies }: FiledPaper, { isMine, reads }: Rights): Button[] {
  return [
    ...(copies > 0 && reads ? [{ text: t("document.open"), action: OPEN_COPIES, value }] : []),
    ...(isMine ? [{ text: t("document.take_out"), action: TAKE_OUT, value }] : []),
  ];
}

/** Of what is missing although it was handed in: why it never came. */
async function failedPieces(ctx: Context, borrowerId: string, entries: readonly FileEntry[]): Promise<Piece[]> {
  const rows = await ctx.db.filedCopy.findMany({
    where: { borrowerId, state: "failed", document: { takenOutAt: null } },
    select: { failure: true, state: true, document: { select: { document: true, reference: true } } },
  });
  return rows.flatMap(({ document: of, ...file }) => {
    const entry = entries.find(({ document, reference }) => document === of?.document && reference === of.reference);
    return entry?.state === "missing"
      ? [note([bold(titleOf(ctx, entry.document)), " · ", fileStateText(ctx.t, file)])]
      : [];
  });
}

export function titleOf({ policy, language }: Pick<Context, "policy" | "language">, document: string): string {
  return policy.policy.documents.customer_file.documents[document]?.title[language] ?? document;
}

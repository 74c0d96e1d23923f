/** What stands at the address of a one-time link, and what becomes of the form that is sent there. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Language } from "../../domain/vocabulary.ts";
import type { Context, Parts } from "../../platform/context.ts";
import type { EvidenceStore } from "../../platform/evidence-store.ts";
import type { Page, PageAnswer, PageSource, SentForm } from "../../platform/pages/answer.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import { translator } from "../../texts/index.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { contextOfPerson } from "../people/index.ts";
import type { DocumentDesk, UploadPurpose } from "./desk.ts";
import { fileProblems, keepFile } from "./keep-files.ts";
import { findLink, type Link } from "./link-state.ts";
import { aboutFor } from "./make-link.ts";
import { tryCode, useForDownload, useForUpload } from "./use-link.ts";

export interface PageDesk {
  readonly parts: Parts;
  readonly desk: DocumentDesk;
  readonly store: EvidenceStore;
  /** Puts a modal in the place of the open one with this id. */
  show(viewId: string, view: ModalView): Promise<void>;
}

export function documentPages(pages: PageDesk): PageSource {
  const limits = () => pages.parts.policies.inForce().policy.documents;
  const mb = () => limits().max_megabytes;
  return {
    look: (token, language) => shown(pages, token, language, (opened) => formPage(pages, opened, 200)),
    mostBytes: async (token) => {
      const link = await findLink(pages.parts, token);
      return link?.state === "open" ? mb() * 1024 * 1024 + FORM_BYTES : 0;
    },
    take: (token, language, sent) => shown(pages, token, language, (opened) => taken(pages, opened, token, sent)),
    refuse: (token, language, why) =>
      shown(pages, token, language, (opened) => {
        const problem = opened.ctx.t(`page.${why}`, { mb: mb() });
        return formPage(pages, opened, { too_large: 413, unreadable: 400, busy: 503 }[why], problem);
      }),
    broken: (language) => notHere(language, 500, translator(language)("page.broken")),
  };
}

/** What a form holds beside its files. */
const FORM_BYTES = 64 * 1024;

interface Opened {
  readonly ctx: Context;
  readonly link: Link;
  readonly title: string;
}

const STATUS = { used: 410, expired: 410, closed: 410 } as const;

/** Only for a link that works, and while its person may do what it is for. */
async function shown(
  { parts, desk }: PageDesk,
  token: string,
  language: Language,
  open: (opened: Opened) => PageAnswer | Promise<PageAnswer>,
): Promise<PageAnswer> {
  const link = await findLink(parts, token);
  if (link === undefined) {
    return refused(language, refuse("documents.unknown"), 404);
  }
  const ctx = await contextOfPerson(parts, link.personId);
  if (ctx === undefined) {
    return refused(language, refuse("documents.not_at_work"), 403);
  }
  if (link.state !== "open") {
    return refused(ctx.language, refuse(`documents.${link.state}`), STATUS[link.state]);
  }
  const about = await aboutFor(ctx, desk, link.kind, link.refs);
  return isRefusal(about) ? refused(ctx.language, about, 403) : open({ ctx, link, title: about.title });
}

async function taken(pages: PageDesk, opened: Opened, token: string, { code, files }: SentForm): Promise<PageAnswer> {
  const { ctx, link } = opened;
  const wrong = await tryCode(ctx, pages.desk, link, { token, code });
  if (isRefusal(wrong)) {
    return refused(ctx.language, wrong, 403);
  }
  if (wrong !== undefined) {
    return formPage(pages, opened, 403, ctx.t("page.code_wrong", wrong));
  }
  return pages.desk.uploads.has(link.kind) ? handedIn(pages, opened, { code, files }) : fetched(pages, opened);
}

async function handedIn(pages: PageDesk, opened: Opened, { code, files }: SentForm): Promise<PageAnswer> {
  const { ctx, link } = opened;
  const purpose = pages.desk.uploads.get(link.kind);
  if (purpose === undefined) {
    return refused(ctx.language, refuse("out_of_date"), 410);
  }
  const types = ctx.policy.policy.documents.file_types;
  const problems = fileProblems(files, { types, most: purpose.mostFiles }, ctx.t);
  if (problems.length > 0) {
    return formPage(pages, opened, 422, problems.join(" "), code);
  }
  const kept = await Promise.all(files.map((file) => keepFile(pages.store, file, types)));
  const refusal = await useForUpload(ctx, pages.desk, { purpose, link }, kept);
  if (refusal !== undefined) {
    return refused(ctx.language, refusal, refusal.refused === "documents.used" ? 410 : 403);
  }
  await tellArrived(pages, ctx, link, purpose).catch((failure: unknown) =>
    ctx.parts.log.warn({ failure }, "a modal could not say that files have come"),
  );
  const names = kept.map(({ name }) => name).join(", ");
  const lines = [ctx.t("page.done_files", { count: kept.length, names }), ctx.t("page.done_hint")];
  return page(200, { language: ctx.language, title: ctx.t("page.done"), lines });
}

/** The modal in which the link was asked for is drawn again with what has come, where it is still open. */
async function tellArrived({ show }: PageDesk, ctx: Context, link: Link, purpose: UploadPurpose): Promise<void> {
  const view = link.viewId === null ? undefined : await purpose.draw(ctx, link.refs);
  if (link.viewId !== null && view !== undefined) {
    await show(link.viewId, view);
  }
}

async function fetched({ desk }: PageDesk, { ctx, link }: Opened): Promise<PageAnswer> {
  const refusal = await useForDownload(ctx, desk, link);
  const file = refusal ?? (await desk.downloads.get(link.kind)?.fetch(ctx, link.refs)) ?? refuse("file.not_here");
  return isRefusal(file)
    ? refused(ctx.language, file, file.refused === "documents.used" ? 410 : 403)
    : { kind: "file", ...file };
}

/** `typed`: the code, where it was right and another thing was not. */
function formPage(
  { desk }: PageDesk,
  { ctx, link, title }: Opened,
  status: number,
  problem?: string,
  typed?: string,
): PageAnswer {
  const { t, language } = ctx;
  const upload = desk.uploads.get(link.kind);
  const { file_types: types, max_megabytes: mb } = ctx.policy.policy.documents;
  const files = upload && {
    label: t("page.files"),
    hint: t("page.files_hint", { most: upload.mostFiles, mb, types: types.join(", ") }),
    accept: types.map((type) => `.${type}`).join(","),
    several: upload.mostFiles > 1,
  };
  return page(status, {
    language,
    title: t(upload === undefined ? "page.download" : "page.upload"),
    lines: [t("page.for", { title }), ...(upload === undefined ? [t("page.fetch_hint")] : [])],
    ...(problem === undefined ? {} : { problem }),
    form: {
      code: { label: t("page.code"), hint: t("page.code_hint"), ...(typed === undefined ? {} : { typed }) },
      ...(files === undefined ? {} : { files }),
      submit: t(upload === undefined ? "page.fetch" : "page.send"),
    },
  });
}

function refused(language: Language, refusal: Refusal, status: number): PageAnswer {
  return notHere(language, status, spokenRefusal(language, refusal));
}

function notHere(language: Language, status: number, problem: string): PageAnswer {
  return page(status, { language, title: translator(language)("page.not_here"), lines: [], problem });
}

function page(status: number, shows: Omit<Page, "from">): PageAnswer {
  const from = translator(shows.language)("words.product");
  return { kind: "page", status, page: { from, ...shows } };
}

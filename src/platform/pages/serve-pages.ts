/** A small HTTP server for the pages on which files are handed in and taken out. It knows addresses and forms, nothing of what they mean. */
import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import type { Language } from "../../domain/vocabulary.ts";
import { languageOfLocale } from "../../texts/index.ts";
import { type HealthPlace, listening } from "../health-address.ts";
import type { Log } from "../log.ts";
import type { PageAnswer, PageSource } from "./answer.ts";
import { CONTENT_POLICY, pageHtml } from "./html.ts";
import { drain, readForm } from "./read-form.ts";

export interface RunningPages {
  readonly port: number;
  close(): Promise<void>;
}

/** Whatever a proxy in front of it puts before the path is its own affair. */
const ADDRESS = /\/d\/(?<token>[\w-]{43})$/u;

/** Forms are held in memory while they arrive. */
const FORMS_AT_ONCE = 4;
const FORM_PATIENCE_MS = 180_000;
const LANDING_MS = 1_000;

const NEVER_KEPT = {
  "cache-control": "no-store",
  "content-security-policy": CONTENT_POLICY,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

export function addressOf(base: string, token: string): string {
  return `${base.replace(/\/+$/u, "")}/d/${token}`;
}

/** Listens until closed. Throws where the place is taken or forbidden. */
export async function servePages(place: HealthPlace, source: PageSource, log: Log): Promise<RunningPages> {
  let forms = 0;
  const server = createServer((request, response) => {
    const language = languageAsked(request);
    void answerTo(request, language)
      .catch((failure: unknown) => {
        log.warn({ failure }, "a page could not be answered");
        return source.broken(language);
      })
      .then((answer) => send(request, response, answer));
  });
  server.requestTimeout = FORM_PATIENCE_MS;
  return {
    port: await listening(server, place),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // What is still arriving is sent again: its link is not used yet.
        setTimeout(() => server.closeAllConnections(), LANDING_MS).unref();
      }),
  };

  async function answerTo(request: IncomingMessage, language: Language): Promise<PageAnswer> {
    const token = ADDRESS.exec((request.url ?? "").split("?")[0] ?? "")?.groups?.token ?? "";
    if (request.method !== "POST") {
      return source.look(token, language);
    }
    const mostBytes = await source.mostBytes(token);
    if (forms >= FORMS_AT_ONCE) {
      await drain(request, mostBytes);
      return source.refuse(token, language, "busy");
    }
    forms += 1;
    try {
      const sent = await readForm(request, mostBytes);
      return typeof sent === "string"
        ? await source.refuse(token, language, sent)
        : await source.take(token, language, sent);
    } finally {
      forms -= 1;
    }
  }
}

/** The first language that the browser asks for. */
function languageAsked({ headers }: IncomingMessage): Language {
  return languageOfLocale((headers["accept-language"] ?? "").split(/[,;]/u)[0] ?? "");
}

function send(request: IncomingMessage, response: ServerResponse, answer: PageAnswer): void {
  const isWhole = request.complete || request.method !== "POST";
  const headers = { ...NEVER_KEPT, ...(isWhole ? {} : { connection: "close" }) };
  if (answer.kind === "file") {
    response.writeHead(200, {
      ...headers,
      "content-type": "application/octet-stream",
      "content-length": "bytes" in answer ? answer.bytes.length : answer.sizeBytes,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(answer.name).replace(/['()*]/gu, hex)}`,
    });
    if ("bytes" in answer) response.end(answer.bytes);
    // Whoever breaks off has got what they got: the link is used.
    else pipeline(createReadStream(answer.path), response, () => undefined);
    return;
  }
  response.writeHead(answer.status, { ...headers, "content-type": "text/html; charset=utf-8" });
  response.end(request.method === "HEAD" ? undefined : pageHtml(answer.page));
}

const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

import type { IncomingMessage, ServerResponse } from "node:http";
import { isJson, type Json, parseJson } from "./json.ts";

/** One HTTP request with its body read. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  path: string;
  query: URLSearchParams;
  body: Buffer;
}

const largestBody = 60 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > largestBody) throw new Error("The request is larger than the workspace takes.");
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

export function answer(exchange: Exchange, status: number, type: string, body: string | Buffer): void {
  exchange.response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  exchange.response.end(body);
}

export const answerJson = (exchange: Exchange, body: Json, status = 200): void =>
  answer(exchange, status, "application/json; charset=utf-8", JSON.stringify(body));

/** The arguments of a call: query, form fields or JSON, as Slack takes them. */
export async function argumentsOf(exchange: Exchange): Promise<Json> {
  const type = exchange.request.headers["content-type"] ?? "";
  const query = Object.fromEntries(exchange.query);
  if (type.includes("application/json")) {
    const parsed = parseJson(exchange.body.toString("utf8") || "{}");
    return { ...query, ...(isJson(parsed) ? parsed : {}) };
  }
  if (type.includes("multipart/form-data")) {
    const form = await new Response(new Uint8Array(exchange.body), { headers: { "content-type": type } }).formData();
    return { ...query, ...Object.fromEntries([...form].filter(([, value]) => typeof value === "string")) };
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(exchange.body.toString("utf8"))) };
}

/** The bytes of an upload: a raw body, or the first file of a multipart form. */
export async function uploadedBytes(exchange: Exchange): Promise<Buffer> {
  const type = exchange.request.headers["content-type"] ?? "";
  if (!type.includes("multipart/form-data")) return exchange.body;
  const form = await new Response(new Uint8Array(exchange.body), { headers: { "content-type": type } }).formData();
  for (const [, value] of form) if (typeof value !== "string") return Buffer.from(await value.arrayBuffer());
  return Buffer.alloc(0);
}

export function bearerToken(exchange: Exchange, args: Json): string {
  const header = exchange.request.headers.authorization ?? "";
  if (header.startsWith("Bearer ")) return header.slice("Bearer ".length).trim();
  return typeof args.token === "string" ? args.token : "";
}

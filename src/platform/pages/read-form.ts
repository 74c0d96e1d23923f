/** A form that a browser sends, in memory: at most so many bytes, read to its end so that the person gets an answer. */
import type { IncomingMessage } from "node:http";
import type { SentForm } from "./answer.ts";

/** What is sent beyond the limit is read and thrown away, up to so many times the limit. */
const PATIENCE = 5;
const SMALL_BYTES = 64 * 1024;

/** Throws where the connection breaks, or goes on and on. */
export async function readForm(
  request: IncomingMessage,
  mostBytes: number,
): Promise<SentForm | "too_large" | "unreadable"> {
  const parts: Buffer[] = [];
  const size = await drain(request, mostBytes, (bytes, sizeNow) => {
    if (sizeNow <= mostBytes) parts.push(bytes);
  });
  if (size > mostBytes) {
    return "too_large";
  }
  try {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    return await sentForm(await new Response(Buffer.concat(parts), { headers }).formData());
  } catch {
    return "unreadable";
  }
}

/** To its end, so that whoever sends can read the answer. Answers the size in bytes. Throws as `readForm` does. */
export async function drain(
  request: IncomingMessage,
  mostBytes: number,
  keep: (bytes: Buffer, sizeNow: number) => void = () => undefined,
): Promise<number> {
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > Math.max(mostBytes, SMALL_BYTES) * PATIENCE) {
      throw new RangeError("far more than may be sent");
    }
    keep(bytes, size);
  }
  return size;
}

async function sentForm(form: FormData): Promise<SentForm> {
  const code = form.get("code");
  // A browser sends an empty, nameless file where none was chosen.
  const chosen = form.getAll("files").flatMap((one) => (typeof one === "string" || one.name === "" ? [] : [one]));
  const files = chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  return { code: typeof code === "string" ? code : "", files: await Promise.all(files) };
}

import type { WorkspaceAct, WorkspaceClockMove, WorkspaceFile, WorkspaceSnapshot } from "../contract.ts";
import { say } from "./say.ts";
import { isShape, type Shape, shape, word } from "./shape.ts";

/** What the server says to anything the page posts. `body` holds the rest (options, file, now). */
export interface Answer {
  ok: boolean;
  error: string;
  notice: string | null;
  body: Shape;
}

const unreachable = (): string => say("The local workspace did not answer. Is it still running?");

/** The server is ours and built from the same contract, so its snapshot is recognised, not checked field by field. */
function isSnapshot(value: unknown): value is WorkspaceSnapshot {
  return isShape(value) && isShape(value.me) && Array.isArray(value.conversations) && Array.isArray(value.modals);
}

function isFile(value: unknown): value is WorkspaceFile {
  return isShape(value) && typeof value.id === "string" && typeof value.name === "string";
}

/** @throws when the server does not answer, or answers with a refusal. */
export async function loadSnapshot(as: string): Promise<WorkspaceSnapshot> {
  const response = await fetch(`/_local/snapshot${as === "" ? "" : `?as=${encodeURIComponent(as)}`}`);
  const body: unknown = await response.json();
  if (!isSnapshot(body)) {
    throw new Error(word(shape(body).error) || unreachable());
  }
  return body;
}

async function post(path: string, body: string | Blob, contentType: string): Promise<Answer> {
  try {
    const response = await fetch(path, { method: "POST", headers: { "content-type": contentType }, body });
    const answer = shape(await response.json());
    return {
      ok: answer.ok === true,
      error: answer.ok === true ? "" : word(answer.error) || unreachable(),
      notice: word(answer.notice) || null,
      body: answer,
    };
  } catch {
    return { ok: false, error: unreachable(), notice: null, body: {} };
  }
}

export function postAct(act: WorkspaceAct): Promise<Answer> {
  return post("/_local/act", JSON.stringify(act), "application/json");
}

export function postClock(move: WorkspaceClockMove): Promise<Answer> {
  return post("/_local/clock", JSON.stringify(move), "application/json");
}

interface Uploaded {
  file: WorkspaceFile | null;
  error: string;
}

export async function upload(as: string, file: File): Promise<Uploaded> {
  const path = `/_local/upload?as=${encodeURIComponent(as)}&name=${encodeURIComponent(file.name)}`;
  const answer = await post(path, file, file.type || "application/octet-stream");
  return isFile(answer.body.file) && answer.ok
    ? { file: answer.body.file, error: "" }
    : { file: null, error: answer.error || unreachable() };
}

/** Calls back on every change and on every (re)connection; tells whether the line is up. Returns how to stop. */
export function listen(as: string, onChange: () => void, onLine: (up: boolean) => void): () => void {
  const feed = new EventSource(`/_local/feed?as=${encodeURIComponent(as)}`);
  feed.onopen = () => {
    onLine(true);
    onChange();
  };
  feed.onerror = () => onLine(false);
  feed.onmessage = onChange;
  feed.addEventListener("changed", onChange);
  return () => feed.close();
}

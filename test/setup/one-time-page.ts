/** A one-time page of the desk as a person's browser meets it. */
import type { PersonDriver } from "../../src/workspace/workspace.ts";

export interface ShownLink {
  readonly url: string;
  readonly code: string;
}

/** The link that stands in the open modal, or in the newest message. */
export function linkShown(person: PersonDriver): ShownLink {
  const shown = JSON.stringify(person.modal?.blocks ?? person.lastMessage);
  const url = /<(http[^|>]+)\|/.exec(shown)?.[1];
  const code = /\*(\d{6})\*/.exec(shown)?.[1];
  if (url === undefined || code === undefined) throw new Error(`no link is shown: ${shown}`);
  return { url, code };
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function handsIn({ url, code }: ShownLink, ...files: readonly SentFile[]): Promise<Response> {
  const form = new FormData();
  form.set("code", code);
  for (const { name, bytes } of files) form.append("files", new File([Buffer.from(bytes)], name));
  return fetch(url, { method: "POST", body: form });
}

export function fetches({ url, code }: ShownLink): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams({ code }) });
}

/** What the page says, without its marks. */
export async function said(response: Response): Promise<string> {
  return (await response.text())
    .replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** The smallest picture that is one, different for every `text`. */
export function aPhoto(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]);
}

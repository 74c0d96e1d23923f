/** XML as a stream of tags and texts, namespaces left away: `x:row` and `row` are the same element. */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { BrokenZip } from "./zip.ts";

export interface XmlListener {
  open(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Runs the listener through the pieces and hands over after each. Throws BrokenZip where it is no XML. */
export async function* listenTo(pieces: AsyncIterable<Buffer | string>, listener: XmlListener): AsyncGenerator<void> {
  const decoder = new TextDecoder("utf-8");
  const parser = new SaxesParser();
  parser.on("error", (failure) => {
    throw new BrokenZip(failure.message);
  });
  parser.on("opentag", (tag: SaxesTagPlain) => listener.open(bare(tag.name), (name) => tag.attributes[name]));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  parser.on("closetag", (tag) => listener.close?.(bare(tag.name)));
  for await (const piece of pieces) {
    parser.write(typeof piece === "string" ? piece : decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.close();
  yield;
}

export async function readAll(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _ of listenTo(pieces, listener));
}

function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

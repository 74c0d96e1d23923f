/** Whether a file is what its name says, as far as its first bytes tell. Pure. */

interface Form {
  readonly mimetype: string;
  readonly begins: (bytes: Uint8Array) => boolean;
}

const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString("latin1");
const starts = (text: string) => (bytes: Uint8Array) => ascii(bytes, 0, text.length) === text;
/** Word, Excel: a zip archive. */
const isZip = starts("PK\u0003\u0004");
const isText = (bytes: Uint8Array) => !bytes.subarray(0, 8192).includes(0);
const HEIF = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"];

const FORMS: Readonly<Record<string, Form>> = {
  jpg: { mimetype: "image/jpeg", begins: starts("\u00ff\u00d8\u00ff") },
  jpeg: { mimetype: "image/jpeg", begins: starts("\u00ff\u00d8\u00ff") },
  png: { mimetype: "image/png", begins: starts("\u0089PNG\r\n") },
  heic: {
    mimetype: "image/heic",
    begins: (bytes) => ascii(bytes, 4, 8) === "ftyp" && HEIF.includes(ascii(bytes, 8, 12)),
  },
  pdf: { mimetype: "application/pdf", begins: (bytes) => ascii(bytes, 0, 1024).includes("%PDF-") },
  docx: { mimetype: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", begins: isZip },
  xlsx: { mimetype: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", begins: isZip },
  csv: { mimetype: "text/csv", begins: isText },
  txt: { mimetype: "text/plain", begins: isText },
};

/** Nothing where the policy does not take such files; `false` where the content is something else. A browser's word counts for nothing. */
export function mimetypeOf(name: string, bytes: Uint8Array, taken: readonly string[]): string | false | undefined {
  const ending = /\.([a-z0-9]{2,5})$/iu.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || !taken.includes(ending)) {
    return undefined;
  }
  const form = FORMS[ending];
  // A kind that only this lender takes: its name has to do.
  if (form === undefined) return "application/octet-stream";
  return form.begins(bytes) ? form.mimetype : false;
}

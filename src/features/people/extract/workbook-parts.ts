/** Where the sheet stands in the archive, and which of its cells are dates. */
import { readAll } from "./xml.ts";
import { BrokenZip, type Zip } from "./zip.ts";

const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const STYLES = "xl/styles.xml";
/** Number formats that every Excel knows without their code: dates, and dates of Chinese, Japanese and Korean Excel. */
const DATE_FORMATS = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
] as const;

interface Sheet {
  readonly name: string;
  readonly relation: string;
}

/** The sheet of that name, or the first one; or the names that there are. */
export async function findSheet(
  zip: Zip,
  wanted: string | undefined,
): Promise<{ readonly path: string } | { readonly names: readonly string[] }> {
  const sheets: Sheet[] = [];
  await readAll(await zip.read(WORKBOOK), {
    open: (name, attribute) => {
      if (name === "sheet") sheets.push({ name: attribute("name") ?? "", relation: attribute("r:id") ?? "" });
    },
  });
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted);
  if (sheet === undefined) {
    return { names: sheets.map(({ name }) => name) };
  }
  const targets = new Map<string, string>();
  await readAll(await zip.read(RELATIONS), {
    open: (name, attribute) => {
      if (name === "Relationship") targets.set(attribute("Id") ?? "", attribute("Target") ?? "");
    },
  });
  const target = targets.get(sheet.relation);
  if (target === undefined) throw new BrokenZip("the sheet's part is not named");
  return { path: target.startsWith("/") ? target.slice(1) : `xl/${target}` };
}

export interface DateStyles {
  /** By the style that a cell names: whether it shows a date. */
  readonly dates: readonly boolean[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

export async function readDateStyles(zip: Zip): Promise<DateStyles> {
  let is1904 = false;
  await readAll(await zip.read(WORKBOOK), {
    open: (name, attribute) => {
      if (name === "workbookPr") is1904 = ["1", "true"].includes(attribute("date1904") ?? "");
    },
  });
  return { is1904, dates: zip.has(STYLES) ? await readStyles(zip) : [] };
}

async function readStyles(zip: Zip): Promise<boolean[]> {
  const own = new Map<number, string>();
  const dates: boolean[] = [];
  let inCells = false;
  await readAll(await zip.read(STYLES), {
    open: (name, attribute) => {
      const format = Number(attribute("numFmtId") ?? 0);
      if (name === "numFmt") own.set(format, attribute("formatCode") ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) dates.push(isDateFormat(format, own.get(format)));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return dates;
}

/** A format of a day: it has a year or a day outside of quotes, brackets and escapes. Hours alone are no date. */
function isDateFormat(format: number, code: string | undefined): boolean {
  if (code === undefined) {
    return DATE_FORMATS.some(([from, to]) => from <= format && format <= to);
  }
  return /[yde]/iu.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|General|E[+-]/giu, ""));
}

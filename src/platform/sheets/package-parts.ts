/** The small parts of a workbook's archive: what there is in it, and how it hangs together. */
import { xmlText } from "./cell-xml.ts";
import type { Workbook } from "./sheet.ts";
import { STYLES_XML } from "./styles.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";

export function sheetPath(nth: number): string {
  return `xl/worksheets/sheet${nth}.xml`;
}

export interface WrittenSheet {
  readonly name: string;
  /** The cells under its filter: $A$1:$Q$960. */
  readonly filtered: string;
}

/** Every part but the sheets, by path. `sheets`: as they were written, the first is sheet 1. */
export function packageParts(workbook: Workbook, sheets: readonly WrittenSheet[]): ReadonlyMap<string, string> {
  return new Map([
    ["[Content_Types].xml", contentTypes(sheets.length)],
    ["_rels/.rels", relations(ROOT_RELATIONS)],
    ["docProps/core.xml", coreProperties(workbook)],
    ["docProps/app.xml", appProperties(workbook)],
    ["xl/workbook.xml", sheetList(sheets)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(sheets.length)],
    ["xl/styles.xml", STYLES_XML],
  ]);
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`;
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    part("xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`),
    part("xl/styles.xml", `${SPREADSHEET}.styles+xml`),
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ...numbers(sheets).map((nth) => part(sheetPath(nth), `${SPREADSHEET}.worksheet+xml`)),
    "</Types>",
  ].join("");
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

const ROOT_RELATIONS: readonly Relation[] = [
  { type: `${OFFICE}/relationships/officeDocument`, target: "xl/workbook.xml" },
  { type: `${PACKAGE}/relationships/metadata/core-properties`, target: "docProps/core.xml" },
  { type: `${OFFICE}/relationships/extended-properties`, target: "docProps/app.xml" },
];

/** The nth sheet is rIdN; the styles come after them. */
function workbookRelations(sheets: number): string {
  return relations([
    ...numbers(sheets).map((nth) => ({ type: `${OFFICE}/relationships/worksheet`, target: sheetPath(nth).slice(3) })),
    { type: `${OFFICE}/relationships/styles`, target: "styles.xml" },
  ]);
}

function relations(list: readonly Relation[]): string {
  const each = list.map(
    ({ type, target }, place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

/** LibreOffice and WPS show no filter that has no name here, and no frozen row where there is no view of the book. */
function sheetList(sheets: readonly WrittenSheet[]): string {
  const each = sheets.map(
    ({ name }, place) => `<sheet name="${xmlText(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  const filters = sheets.map(({ name, filtered }, place) => {
    const cells = xmlText(`'${name.replaceAll("'", "''")}'!${filtered}`);
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">${cells}</definedName>`;
  });
  return [
    `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">`,
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${each.join("")}</sheets>`,
    `<definedNames>${filters.join("")}</definedNames></workbook>`,
  ].join("");
}

function coreProperties({ title, madeBy, madeAt }: Workbook): string {
  const moment = madeAt.toISOString().replace(/\.\d+Z$/u, "Z");
  return [
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(madeBy)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created></cp:coreProperties>`,
  ].join("");
}

function appProperties({ madeBy }: Workbook): string {
  return `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>${xmlText(madeBy)}</Application></Properties>`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place + 1);
}

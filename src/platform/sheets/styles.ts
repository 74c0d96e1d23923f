/** The few looks of cells, by their place in `cellXfs`. */
export const STYLE = { text: 0, header: 1, number: 2, money: 3, wholeMoney: 4, date: 5, datetime: 6 } as const;

const FORMATS = `<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>`;
const FONTS = `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`;
const FILLS = `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>`;
const BORDERS = `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`;
const BASE = `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`;

const look = (format: number) =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
/** 49 text, 0 as it comes, 4 and 3 grouped with and without two decimals. */
const LOOKS = [
  look(49),
  `<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1"/>`,
  look(0),
  look(4),
  look(3),
  look(164),
  look(165),
];

export const STYLES_XML = [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`,
  `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
  FORMATS,
  FONTS,
  FILLS,
  BORDERS,
  BASE,
  `<cellXfs count="${LOOKS.length}">${LOOKS.join("")}</cellXfs>`,
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
].join("");

/**
 * Text that no spreadsheet takes for a formula. A cell whose text begins with = + - @ (or their full-width forms, blanks before them
 * or not), a tab, a line's end or NUL gets an apostrophe before it, in CSV and in XLSX alike: OWASP ASVS 5.0, 1.2.10. A typed string
 * in a workbook is safe as it stands; it is no longer once somebody saves the sheet as CSV.
 */
const DANGEROUS = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n\0])/u;

export function neutralText(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** An invented extract in our own layout, streamed to a file: every row a borrower with one loan. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { emailOf, unitCodeOf } from "../book.ts";

export const COLUMNS =
  "loan_number,borrower_number,borrower_name,customer_type,unit,officer_email,product,principal,drawn,disbursed_on,matures_on,tier,state,phone,address";
const PRODUCTS = ["working_capital", "personal_business", "mortgage", "agricultural_household"];

export async function writeExtract(path: string, rows: number, officers: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${COLUMNS}\n`);
  for (let row = 0; row < rows; row += 1) {
    if (!file.write(`${rowText(row, row % officers)}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

function rowText(row: number, officer: number): string {
  const year = 2015 + (row % 10);
  const month = String(1 + (row % 12)).padStart(2, "0");
  const product = PRODUCTS[row % PRODUCTS.length];
  return [
    ...[`L${row}`, `C${row}`, `"恒裕贸易, ${row} 号"`, "mse", unitCodeOf(officer), emailOf(officer), product],
    ...[1_000_000 + row, 800_000, `${year}-${month}-15`, `2035-${month}-15`, "normal", "live", 13_800_000_000 + row],
    `"No. ${row % 999}, Zhongshan Road"`,
  ].join(",");
}

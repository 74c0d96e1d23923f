/** How customers' identifiers are shown where more than the responsible people read (handbook 2.8, design "Documents"). */

const STAR = "*";

/** From so many characters on, the last two may be shown without giving the name away. */
const LONG_NAME = 8;

/** A person keeps the family name, a long name its first and last two characters: 王**, Li***, 宁波***公司, AB***NC. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length <= 1) {
    return STAR;
  }
  if (letters.length <= 4) {
    return letters[0] + STAR.repeat(letters.length - 1);
  }
  const end = letters.length < LONG_NAME ? "" : letters.slice(-2).join("");
  return `${letters.slice(0, 2).join("")}${STAR.repeat(3)}${end}`;
}

/** Credit code or identity number: first 6 and last 4. */
export function maskIdentity(number: string): string {
  return maskMiddle(number, 6, 4);
}

/** Telephone: first 3 and last 4. */
export function maskPhone(number: string): string {
  return maskMiddle(number, 3, 4);
}

/** Account or loan number: last 4. */
export function maskAccount(number: string): string {
  return maskMiddle(number, 0, 4);
}

/** A number so short that less than a third of it would be hidden is hidden whole. */
function maskMiddle(text: string, head: number, tail: number): string {
  const letters = [...text.trim()];
  const hidden = letters.length - head - tail;
  if (hidden * 3 < letters.length) {
    return STAR.repeat(letters.length);
  }
  return `${letters.slice(0, head).join("")}${STAR.repeat(hidden)}${tail === 0 ? "" : letters.slice(-tail).join("")}`;
}

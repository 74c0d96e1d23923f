/** Names of sheets as Excel takes them: at most 31 characters, none of []:*?/\, no apostrophe at either end, no two alike. */
const LONGEST = 31;

export class SheetNames {
  readonly #taken = new Set<string>();

  /** The wanted name, or the nearest that is free: `Ledger (2)`. */
  take(wanted: string): string {
    const clean =
      wanted
        .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, " ")
        .replaceAll(/^'+|'+$/gu, "")
        .trim() || "Sheet";
    for (let nth = 1; ; nth += 1) {
      const end = nth === 1 ? "" : ` (${nth})`;
      const name = clean.slice(0, LONGEST - end.length) + end;
      if (!this.#taken.has(name.toLowerCase())) {
        this.#taken.add(name.toLowerCase());
        return name;
      }
    }
  }
}

import { existsSync } from "node:fs";
import { dirname } from "node:path";

/** The folder itself, or the nearest above that is there already: nothing is made by looking. */
export function standingFolder(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : standingFolder(above);
}

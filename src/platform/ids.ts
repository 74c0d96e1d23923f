import { v7 } from "uuid";

/** A new identifier. Sorts by the time it was made, so that new rows stand together in every index. */
export function newId(): string {
  return v7();
}

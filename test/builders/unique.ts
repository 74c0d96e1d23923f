let made = 0;

/** A number that no other row of this test file has. */
export function nextNumber(): number {
  made += 1;
  return made;
}

/** A moment long before any test begins: rows of the world stand from then on. */
export const LONG_AGO = new Date("2000-01-01T00:00:00.000Z");

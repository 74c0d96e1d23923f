/** Stored words become their union again. The database guards hold the lists; a stranger here is a bug, and says so. */
export function oneOf<const Words extends readonly string[]>(words: Words, stored: string): Words[number] {
  const word = words.find((one) => one === stored);
  if (word === undefined) {
    throw new RangeError(`“${stored}” is not one of ${words.join(", ")}`);
  }
  return word;
}

export function oneOfOrNone<const Words extends readonly string[]>(
  words: Words,
  stored: string | null,
): Words[number] | undefined {
  return stored === null ? undefined : words.find((one) => one === stored);
}

/** Lists by a key, put together one by one: whatever is known of a person, a customer, a day. */

export function addTo<K, V>(lists: Map<K, V[]>, key: K, ...added: readonly V[]): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [...added]);
  else list.push(...added);
}

/** In the order in which they come. */
export function listedBy<K, V>(all: readonly V[], keyOf: (one: V) => K): Map<K, V[]> {
  const lists = new Map<K, V[]>();
  for (const one of all) addTo(lists, keyOf(one), one);
  return lists;
}

/** Lists by a key. */
export type Multimap<K, V> = Map<K, V[]>

/** Puts a value behind those that a key has already. */
export function addTo<K, V>(map: Multimap<K, V>, key: K, value: V): void {
  const beside = map.get(key)
  if (beside) beside.push(value)
  else map.set(key, [value])
}

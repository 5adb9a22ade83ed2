/**
 * A function that runs once for each object it is asked about: a page's lines are searched up to
 * four times, and most of what is found out about one stays as it is. An answer is kept for as long
 * as its object is, so nothing that a page shows outlives its reading.
 */
export function onceFor<K extends object, V>(find: (key: K) => V): (key: K) => V {
  return once(find, new WeakMap());
}

/** The same for a function that belongs to an object itself: its answers go with it. */
export function onceHere<K, V>(find: (key: K) => V): (key: K) => V {
  return once(find, new Map());
}

type Known<K, V> = { get(key: K): { readonly value: V } | undefined; set(key: K, found: { readonly value: V }): void };

function once<K, V>(find: (key: K) => V, known: Known<K, V>): (key: K) => V {
  return (key) => {
    const found = known.get(key);
    if (found) return found.value;
    const value = find(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * Maps items with at most `limit` in progress at a time and yields the results in the order of the
 * items, each as soon as it and all before it are done. Stops taking items when the consumer stops
 * or one fails.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    const result = work(item);
    // A failure is thrown when its turn comes; until then it is not "unhandled".
    result.catch(() => undefined);
    running.push(result);
    if (running.length >= limit) yield await running.shift()!;
  }
  for (const result of running) yield await result;
}

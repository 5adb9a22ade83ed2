const atOnce = 8;

/** Does something for each item, for a few at a time. */
export async function forEachAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const iterator = items.values();
  const takeNext = async () => {
    for (const item of iterator) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, takeNext));
}

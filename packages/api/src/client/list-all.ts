type Page<Item> = { readonly data: readonly Item[]; readonly next_cursor: string | null };

/** Everything of a list, page after page, each asked for when the one before is used up. */
export async function* listAll<Item>(readPage: (cursor: string | undefined) => Promise<Page<Item>>): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const page = await readPage(cursor);
    yield* page.data;
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
}

import { useCallback, useEffect, useState } from 'preact/hooks';
import { explainError } from '../session/explain-error.ts';

type Page<Item> = { readonly data: readonly Item[]; readonly next_cursor: string | null };
type LoadPage<Item> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;

/** A list that is loaded page by page. */
export type Pages<Item> = {
  /** Undefined until the first page has come. */
  readonly items: readonly Item[] | undefined;
  readonly failure: string | undefined;
  /** Loads the next page; undefined at the end and while a page is on its way. */
  readonly loadMore: (() => void) | undefined;
  readonly remove: (isRemoved: (item: Item) => boolean) => void;
};

type State<Item> = { readonly items?: readonly Item[]; readonly next?: string | null; readonly failure?: string };

/** Loads a list again whenever `load` is another function; see `useCallback`. */
export function usePages<Item>(load: LoadPage<Item> | undefined): Pages<Item> {
  const [state, set] = useState<State<Item>>({});
  const [cursor, ask] = useState<string>();
  useEffect(() => {
    set({});
    ask(undefined);
  }, [load]);
  useEffect(() => {
    if (!load) return;
    const leaving = new AbortController();
    load(cursor, leaving.signal).then(
      ({ data, next_cursor }) =>
        set((before) => ({ items: cursor === undefined ? data : [...(before.items ?? []), ...data], next: next_cursor })),
      (error: unknown) => leaving.signal.aborted || set((before) => ({ ...before, failure: explainError(error) })),
    );
    return () => leaving.abort();
  }, [load, cursor]);
  const remove = useCallback((isRemoved: (item: Item) => boolean) => {
    set((before) => ({ ...before, items: before.items?.filter((item) => !isRemoved(item)) ?? [] }));
  }, []);
  const { next } = state;
  const isWaiting = next === cursor;
  return { items: state.items, failure: state.failure, remove, loadMore: next && !isWaiting ? () => ask(next) : undefined };
}

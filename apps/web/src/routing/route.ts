import { computed, signal } from '@preact/signals';

/** Where the page is. It stands after `#`, so that no server sees it, and holds numbers only. */
export type Route =
  | { readonly view: 'read' }
  | { readonly view: 'guests' }
  | { readonly view: 'scans' }
  | { readonly view: 'scan'; readonly id: number }
  | { readonly view: 'batches' }
  | { readonly view: 'batch'; readonly id: number };

const hash = signal(location.hash);
addEventListener('hashchange', () => {
  hash.value = location.hash;
});

export const route = computed<Route>(() => parseRoute(hash.value));

/** Reads a route; whatever it does not know is the first view. */
export function parseRoute(text: string): Route {
  if (text === '#/guests') return { view: 'guests' };
  const [, view, id] = /^#\/(scans|batches)(?:\/([1-9]\d{0,14}))?$/.exec(text) ?? [];
  if (view === 'scans') return id === undefined ? { view: 'scans' } : { view: 'scan', id: Number(id) };
  if (view === 'batches') return id === undefined ? { view: 'batches' } : { view: 'batch', id: Number(id) };
  return { view: 'read' };
}

/** Returns the address of a route within the page. */
export function hrefOf(to: Route): string {
  switch (to.view) {
    case 'read':
      return '#/';
    case 'scan':
      return `#/scans/${to.id}`;
    case 'batch':
      return `#/batches/${to.id}`;
    default:
      return `#/${to.view}`;
  }
}

export function goTo(to: Route): void {
  location.hash = hrefOf(to);
}

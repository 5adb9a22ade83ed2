import { type ObserveCall, observeCall } from '../../metrics/observed-call.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';

/** Puts an observer before a store: it hears of each call by its name, never of a key. */
export function observeStore(store: ObjectStore, observe: ObserveCall): ObjectStore {
  return {
    ...store,
    put: (key, bytes) => observeCall(observe, 'put', () => store.put(key, bytes)),
    get: (key) => observeCall(observe, 'get', () => store.get(key)),
    delete: (key) => observeCall(observe, 'delete', () => store.delete(key)),
    check: () => observeCall(observe, 'check', store.check),
    list: () => observeList(store, observe),
  };
}

/** The time of whoever looks at the objects is left out. */
async function* observeList(store: ObjectStore, observe: ObserveCall): AsyncGenerator<StoredObject> {
  const objects = store.list()[Symbol.asyncIterator]();
  let seconds = 0;
  let hasFailed = false;
  const note = (_operation: string, more: number, failed: boolean) => {
    seconds += more;
    hasFailed ||= failed;
  };
  try {
    for (;;) {
      const next = await observeCall(note, 'list', () => objects.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    observe('list', seconds, hasFailed);
    await objects.return?.();
  }
}

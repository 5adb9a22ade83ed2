import { OcrWebError } from '../ocr-web-error.ts';
import type { Transport } from '../transport/transport.ts';
import { readEvents } from './line-streams.ts';
import { resumeStream } from './resume-stream.ts';

type Resource = { readonly status: string; readonly counts?: unknown };

type WatchRequest<Item> = {
  readonly path: string;
  /** Name of the event that carries the resource. */
  readonly event: string;
  readonly isFinished: (item: Item) => boolean;
  readonly signal: AbortSignal | undefined;
};

/** A resource each time the service reports a change of it, until it is finished. */
export async function* watchChanges<Item extends Resource>(
  { path, event, isFinished, signal }: WatchRequest<Item>,
  transport: Transport,
): AsyncGenerator<Item, void, undefined> {
  let last = '';
  const open = async function* () {
    for await (const received of readEvents(
      transport.stream({ path, headers: { accept: 'text/event-stream' }, repeatable: true, signal }),
    )) {
      if (received.event !== event) continue;
      const item = JSON.parse(received.data) as Item;
      const state = JSON.stringify([item.status, item.counts]);
      // A stream that is opened again begins with what was received before.
      if (state !== last) yield item;
      last = state;
      if (isFinished(item)) return;
    }
    throw new OcrWebError('client.network', `The events of ${path} ended before it was finished.`);
  };
  yield* resumeStream(open, transport, signal);
}

import { OcrWebError } from './ocr-web-error.ts';
import { readEvents } from './read-events.ts';
import { resumeStream } from './resume-stream.ts';
import type { Transport } from './transport.ts';

type Watched = { readonly status: string; readonly counts?: unknown };

export type Watch<Thing> = {
  readonly path: string;
  /** Name of the event that carries the thing. */
  readonly event: string;
  readonly isFinished: (thing: Thing) => boolean;
  readonly signal: AbortSignal | undefined;
};

/** A thing each time it changes, by the service's events, until it is finished. */
export async function* watchChanges<Thing extends Watched>(
  { path, event, isFinished, signal }: Watch<Thing>,
  transport: Transport,
): AsyncGenerator<Thing, void, undefined> {
  let last = '';
  const open = async function* () {
    for await (const heard of readEvents(transport.stream({ path, headers: { accept: 'text/event-stream' }, repeatable: true, signal }))) {
      if (heard.event !== event) continue;
      const thing = JSON.parse(heard.data) as Thing;
      const state = JSON.stringify([thing.status, thing.counts]);
      // A stream that is opened anew begins with what was heard already.
      if (state !== last) yield thing;
      last = state;
      if (isFinished(thing)) return;
    }
    throw new OcrWebError('client.network', `The events of ${path} ended before it was finished.`);
  };
  yield* resumeStream(open, transport, signal);
}

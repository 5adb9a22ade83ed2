import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ChangeSource, followChanges } from '../../notifications/follow-changes.ts';
import { getSignal } from '../authentication/authenticate.ts';
import { sendText } from './send-text.ts';

/** Proxies close connections on which nothing happens, some after 30 seconds. */
const heartbeatMs = 15_000;
/** A batch changes hundreds of times a second at its best. */
const pauseMs = 200;

/** Something that changes until it is finished, and how its events look. */
export type EventStream<State> = Pick<ChangeSource<State>, 'feed' | 'id' | 'read'> & {
  readonly event: string;
  /** Tells states apart: the id of their event. */
  readonly tagOf: (state: State) => string;
  readonly isFinished: (state: State) => boolean;
  readonly render: (state: State) => object | Promise<object>;
};

/**
 * Answers with server-sent events (WHATWG HTML, section 9.2): the state now and after each change,
 * until it is finished. A client that comes back with the id of the last event does not hear it
 * again; if that was the end, 204 tells an EventSource not to come back.
 */
export function sendEvents<State>(request: FastifyRequest, reply: FastifyReply, found: State, stream: EventStream<State>): FastifyReply {
  const heard = request.headers['last-event-id'];
  if (stream.isFinished(found) && stream.tagOf(found) === heard) return reply.status(204).send();
  const changes = followChanges({ ...stream, signal: getSignal(request), heartbeatMs, pauseMs });
  return sendText(reply, 'text/event-stream', Readable.from(renderEvents(changes, stream, String(heard))));
}

/**
 * Writes each new state as an event, and a comment where there is nothing new, so that the
 * connection is heard of.
 */
export async function* renderEvents<State>(
  changes: AsyncIterable<State>,
  { event, tagOf, isFinished, render }: Pick<EventStream<State>, 'event' | 'tagOf' | 'isFinished' | 'render'>,
  heard: string,
): AsyncGenerator<string, void, undefined> {
  let last = heard;
  for await (const state of changes) {
    const tag = tagOf(state);
    yield tag === last ? ':\n\n' : `id: ${tag}\nevent: ${event}\ndata: ${JSON.stringify(await render(state))}\n\n`;
    if (isFinished(state)) return;
    last = tag;
  }
}

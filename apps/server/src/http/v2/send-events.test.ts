import { expect, test } from 'vitest';
import { collect } from '../../../test/collect.ts';
import { followChanges } from '../../notifications/follow-changes.ts';
import { renderEvents } from './send-events.ts';

/** States that follow each other each time somebody waits for a change. */
function follow(states: readonly (string | undefined)[], closing = new AbortController().signal) {
  let next = 0;
  const waits: number[] = [];
  const waitForChange = (_id: number, timeoutMs: number) => {
    waits.push(timeoutMs);
    return Promise.resolve();
  };
  const read = () => Promise.resolve(states[next++]);
  const { signal } = new AbortController();
  return { waits, changes: followChanges({ feed: { waitForChange, closing }, id: 1, read, signal, heartbeatMs: 7, pauseMs: 0 }) };
}
const shape = {
  event: 'thing.updated',
  tagOf: (state: string) => state,
  isFinished: (state: string) => state === 'done',
  render: (state: string) => ({ state }),
};
const sent = (state: string) => `id: ${state}\nevent: thing.updated\ndata: {"state":"${state}"}\n\n`;

test('each new state is an event, a state that was sent a comment, and the last one ends the stream', async () => {
  const { changes, waits } = follow(['new', 'new', 'begun', 'done', 'never']);
  expect(await collect(renderEvents(changes, shape, ''))).toEqual([sent('new'), ':\n\n', sent('begun'), sent('done')]);
  expect(waits).toEqual([7, 7, 7, 7]);
});

test('a client that comes back does not hear what it has heard', async () => {
  const { changes } = follow(['begun', 'done']);
  expect(await collect(renderEvents(changes, shape, 'begun'))).toEqual([':\n\n', sent('done')]);
});

test('what is deleted ends without an event', async () => {
  expect(await collect(renderEvents(follow(['new', undefined]).changes, shape, ''))).toEqual([sent('new')]);
});

test('a stop of the service ends the stream', async () => {
  const stopping = new AbortController();
  const { changes } = follow(['new', 'new', 'new'], stopping.signal);
  const events = renderEvents(changes, shape, '');
  expect((await events.next()).value).toBe(sent('new'));
  stopping.abort();
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

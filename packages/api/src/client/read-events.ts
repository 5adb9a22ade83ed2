import { readLines } from './read-lines.ts';

/** One server-sent event. */
export type ServerEvent = { readonly event: string; readonly data: string };

/** Reads a stream of server-sent events (HTML standard, section 9.2.6). One that is cut off in the middle is not an event. */
export async function* readEvents(chunks: AsyncIterable<string>): AsyncGenerator<ServerEvent, void, undefined> {
  let event = '';
  let data: string[] = [];
  for await (const line of readLines(chunks, () => undefined)) {
    if (line === '') {
      if (data.length > 0) yield { event: event || 'message', data: data.join('\n') };
      event = '';
      data = [];
      continue;
    }
    // A line that begins with a colon is a comment; services send them so that a silent connection is not taken for a dead one.
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
}

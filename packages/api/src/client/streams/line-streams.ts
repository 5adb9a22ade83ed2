import { OcrWebError } from '../ocr-web-error.ts';

/** One server-sent event. */
export type ServerEvent = { readonly event: string; readonly data: string };

/**
 * Reads a stream of server-sent events (HTML standard, section 9.2.6). One that is cut off in the
 * middle is not an event.
 */
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
    // A line that begins with a colon is a comment, which services send to keep a silent connection
    // alive.
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
}

/**
 * Reads newline-delimited JSON.
 *
 * @throws OcrWebError `client.network` when the stream ends in the middle of a line,
 * `client.bad_answer` when a line is not JSON
 */
export async function* readNdjson<Item>(chunks: AsyncIterable<string>): AsyncGenerator<Item, void, undefined> {
  let rest = '';
  const onRest = (text: string) => {
    rest = text;
  };
  for await (const line of readLines(chunks, onRest)) if (line !== '') yield parseLine<Item>(line);
  if (rest !== '') throw new OcrWebError('client.network', 'The stream ended in the middle of a line.');
}

function parseLine<Item>(line: string): Item {
  try {
    return JSON.parse(line) as Item;
  } catch (cause) {
    throw new OcrWebError('client.bad_answer', 'A line of the stream is not JSON.', { cause });
  }
}

/** Joins chunks into lines, without their ends; `onRest` gets what follows the last line end. */
async function* readLines(chunks: AsyncIterable<string>, onRest: (rest: string) => void): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const chunk of chunks) {
    // A carriage return at the end may have its line feed in the next chunk.
    const text = rest + chunk;
    const isSplit = text.endsWith('\r');
    const lines = (isSplit ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    rest = lines.pop()! + (isSplit ? '\r' : '');
    yield* lines;
  }
  onRest(rest);
}

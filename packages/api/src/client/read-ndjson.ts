import { OcrWebError } from './ocr-web-error.ts';
import { readLines } from './read-lines.ts';

/** Reads newline-delimited JSON. @throws OcrWebError `client.network` when the stream ends in the middle of a line */
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

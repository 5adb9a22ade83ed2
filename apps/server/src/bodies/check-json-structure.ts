import { ServiceError } from '../errors/service-error.ts';

const maxDepth = 32;
const maxMarks = 1000;

const quote = 0x22;
const backslash = 0x5c;

/**
 * Refuses JSON (RFC 8259) that would occupy the process or its memory: objects and lists of many
 * members, and deep ones. A body of this service has a few members, and texts that may be long.
 *
 * Takes a step for each byte outside of texts and for each quotation mark, so that long texts cost
 * nothing to speak of.
 *
 * @throws ServiceError `body.malformed`, which names the limit
 */
export function checkJsonStructure(body: Buffer): void {
  let depth = 0;
  let marks = 0;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index];
    if (byte === 0x5b || byte === 0x7b) depth += 1;
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
    else if (byte === quote) {
      const text = skipText(body, index, maxMarks - marks);
      index = text.end;
      marks += text.quotes;
    } else if (byte !== 0x2c) continue;
    marks += 1;
    if (depth > maxDepth) throw refuse(`it may be nested at most ${maxDepth} deep.`);
    if (marks > maxMarks) throw refuse(`it may have at most ${maxMarks} commas, brackets and quotation marks.`);
  }
}

/**
 * Finds the end of the text that begins at a quotation mark, past escaped ones, of which there may
 * be so many.
 */
function skipText(body: Buffer, start: number, maxQuotes: number): { readonly end: number; readonly quotes: number } {
  let end = start;
  for (let quotes = 1; quotes <= maxQuotes + 1; quotes += 1) {
    const from = end + 1;
    end = body.indexOf(quote, from);
    if (end < 0) return { end: body.length, quotes };
    let escapes = 0;
    while (end - escapes > from && body[end - escapes - 1] === backslash) escapes += 1;
    if (escapes % 2 === 0) return { end, quotes };
  }
  return { end, quotes: maxQuotes + 1 };
}

function refuse(limit: string): ServiceError {
  return new ServiceError('body.malformed', `JSON parse error - ${limit}`);
}

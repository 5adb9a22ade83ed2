import { allowedCharacters, type Format } from '@ocr-web/mrz';
import { alphabet } from '../recognise/alphabet.ts';
import type { Penalties } from './align-line.ts';

/**
 * What a character costs where its format does not allow it, in nats. Documents do print forbidden characters now and then: a picture that
 * shows one beyond doubt outweighs this, a smudge does not.
 */
const forbidden = -9;

/** The penalties of one line of a format; `head` is what the first five characters of the document seem to be. */
export function penaltiesOf(format: Format, line: number, head: string): Penalties {
  const length = format.lineLengths[line] ?? 0;
  const rows = new Map<string, Float32Array>();
  const byColumn = Array.from({ length }, (_, column) => {
    const allowed = allowedCharacters(format, line, column, head);
    const row = rows.get(allowed) ?? chargesFor(allowed);
    rows.set(allowed, row);
    return row;
  });
  return { length, at: (position) => byColumn[position] as Float32Array };
}

function chargesFor(allowed: string): Float32Array {
  const row = new Float32Array(alphabet.length + 1);
  for (let c = 1; c < row.length; c++) row[c] = allowed.includes(alphabet[c - 1] as string) ? 0 : forbidden;
  return row;
}

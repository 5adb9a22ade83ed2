import { allowedCharacters, type Format, formats } from '@ocr-web/mrz';
import { alphabet } from '../recognise/line-logits.ts';
import type { Penalties } from './align-line.ts';

/**
 * What a character costs where its format does not allow it, in nats. Documents do print forbidden characters now and then: a picture that
 * shows one beyond doubt outweighs this, a smudge does not.
 */
const forbidden = -9;

/** The charges of every set of characters that some format allows somewhere; only national rules know others. */
const usualCharges: ReadonlyMap<string, Float32Array> = tabulateCharges();

function tabulateCharges(): ReadonlyMap<string, Float32Array> {
  const sets = new Set(formats.flatMap(({ alphabets }) => alphabets.flat()));
  return new Map([...sets].map((allowed) => [allowed, chargesFor(allowed)]));
}

/** The penalties of one line of a format; `head` is what the first five characters of the document seem to be. */
export function penaltiesOf(format: Format, line: number, head: string): Penalties {
  const length = format.lineLengths[line] ?? 0;
  const byColumn: Float32Array[] = [];
  for (let column = 0; column < length; column++) {
    const allowed = allowedCharacters(format, line, column, head);
    byColumn.push(usualCharges.get(allowed) ?? chargesFor(allowed));
  }
  return { length, at: (position) => byColumn[position] as Float32Array };
}

function chargesFor(allowed: string): Float32Array {
  const row = new Float32Array(alphabet.length + 1);
  for (let c = 1; c < row.length; c++) row[c] = allowed.includes(alphabet[c - 1] as string) ? 0 : forbidden;
  return row;
}

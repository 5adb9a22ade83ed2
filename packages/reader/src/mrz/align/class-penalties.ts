import { allowedCharacters, type Format, formats } from '@ocr-web/mrz';
import { alphabet, classCount } from '../recognise/line-logits.ts';

/**
 * The penalty of a format for each class at a position of a line, in nats: 0 or less. `at` has one
 * value for each of the 38 classes.
 */
export type ClassPenalties = { readonly length: number; readonly at: (position: number) => Float32Array };

/**
 * Penalty for a character that the format does not allow, in nats. Documents do print such
 * characters now and then: a clear print outweighs the penalty, a smudge does not.
 */
const forbidden = -9;

/**
 * Penalties for each set of characters that some format allows. Other sets come from national rules
 * only.
 */
const tabulatedPenalties: ReadonlyMap<string, Float32Array> = tabulatePenalties();

function tabulatePenalties(): ReadonlyMap<string, Float32Array> {
  const sets = new Set(formats.flatMap(({ alphabets }) => alphabets.flat()));
  return new Map([...sets].map((allowed) => [allowed, penaltiesForAllowed(allowed)]));
}

/**
 * The penalties of one line of a format.
 *
 * @param head what the first five characters of the document seem to be: national rules depend on
 *   them
 */
export function penaltiesOf(format: Format, line: number, head: string): ClassPenalties {
  const length = format.lineLengths[line] ?? 0;
  const byColumn: Float32Array[] = [];
  for (let column = 0; column < length; column++) {
    const allowed = allowedCharacters(format, line, column, head);
    byColumn.push(tabulatedPenalties.get(allowed) ?? penaltiesForAllowed(allowed));
  }
  return { length, at: (position) => byColumn[position]! };
}

function penaltiesForAllowed(allowed: string): Float32Array {
  const row = new Float32Array(classCount);
  for (let c = 1; c < row.length; c++) row[c] = allowed.includes(alphabet[c - 1]!) ? 0 : forbidden;
  return row;
}

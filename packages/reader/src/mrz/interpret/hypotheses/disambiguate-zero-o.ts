import type { CharacterPosteriors } from '../../align/character-posteriors.ts';
import type { ClassPenalties } from '../../align/class-penalties.ts';
import { alphabet, classCount } from '../../recognise/line-logits.ts';

/**
 * 0 and O differ less from each other than between printers, so a document repeats the same error.
 * The difference of their log probabilities is modelled as ±`separation`, plus a shift of the
 * document's print, plus noise of the glyph, both normal. The variances add up to twice the
 * separation, so that with nothing known of the document the recogniser's own probabilities remain.
 * On synthetic pictures of typefaces that no network was trained on, about half of the variance is
 * the document's.
 */
export const zeroOModel = { zero: '0', letter: 'O', separation: 5, varianceOfDocument: 4.5, varianceOfGlyph: 5.5 } as const;

/** The zeros and Os at positions that allow both, and how well the document's print is known. */
export type AmbiguousZeroOs = {
  /** `difference`: log probability of zero minus that of O, minus the document's shift. */
  readonly places: readonly { readonly line: number; readonly column: number; readonly difference: number }[];
  /** Variance of the document's shift, given its unambiguous glyphs. */
  readonly varianceOfShift: number;
};

const zero = alphabet.indexOf(zeroOModel.zero) + 1;
const letter = alphabet.indexOf(zeroOModel.letter) + 1;
/**
 * However clearly a glyph looks like an O, it may be a zero of that shape: no difference is lower
 * than this, in nats.
 */
const minDifference = -4;
/** Where both together are less probable than this, the position shows some other character. */
const minTogether = 0.5;

/**
 * Decides between 0 and O by how the document prints them: zeros in dates and Os in names are known
 * by their position, and the ambiguous ones are compared with them.
 *
 * @param posteriors of each line
 * @param penalties of each line, from the format
 */
export function disambiguateZeroO(
  posteriors: readonly CharacterPosteriors[],
  penalties: readonly ClassPenalties[],
): { posteriors: CharacterPosteriors[]; zeroOs: AmbiguousZeroOs } {
  const found = posteriors.flatMap((line, index) => listZeroOGlyphs(line, index, penalties[index]!));
  const { shift, varianceOfShift } = estimateShift(found);
  const gain = (2 * zeroOModel.separation) / (zeroOModel.varianceOfGlyph + varianceOfShift);
  const places = found
    .filter(({ sign }) => sign === 0)
    .map(({ line, column, difference }) => ({ line, column, difference: Math.max(difference - shift, minDifference / gain) }));
  const adjusted = posteriors.map((line) => ({ ...line, logProbs: Float32Array.from(line.logProbs) }));
  for (const { line, column, difference } of places) splitByDifference(adjusted[line]!.logProbs, column * classCount, gain * difference);
  return { posteriors: adjusted, zeroOs: { places, varianceOfShift } };
}

/**
 * `sign`: 1 where the format allows only the zero, -1 where it allows only the O, 0 where it allows
 * both or neither.
 */
type ZeroOGlyph = { readonly line: number; readonly column: number; readonly difference: number; readonly sign: number };

function listZeroOGlyphs({ logProbs, length }: CharacterPosteriors, line: number, penalties: ClassPenalties): ZeroOGlyph[] {
  const glyphs: ZeroOGlyph[] = [];
  for (let column = 0; column < length; column++) {
    const ofZero = logProbs[column * classCount + zero]!;
    const ofLetter = logProbs[column * classCount + letter]!;
    if (Math.exp(ofZero) + Math.exp(ofLetter) < minTogether) continue;
    const allowed = penalties.at(column);
    const sign = Number(allowed[zero] === 0) - Number(allowed[letter] === 0);
    glyphs.push({ line, column, difference: ofZero - ofLetter, sign });
  }
  return glyphs;
}

/** Mean and variance of the document's shift, given the glyphs whose sign is known. */
function estimateShift(glyphs: readonly ZeroOGlyph[]): { shift: number; varianceOfShift: number } {
  const { separation, varianceOfDocument, varianceOfGlyph } = zeroOModel;
  const known = glyphs.filter(({ sign }) => sign !== 0);
  // A glyph that is clearer than usual tells nothing about the other character.
  const sum = known.reduce((total, { sign, difference }) => total + sign * Math.min(0, sign * difference - separation), 0);
  const scale = varianceOfGlyph + known.length * varianceOfDocument;
  return { shift: (varianceOfDocument * sum) / scale, varianceOfShift: (varianceOfDocument * varianceOfGlyph) / scale };
}

/** Divides the joint probability of 0 and O by the new difference. */
function splitByDifference(logProbs: Float32Array, at: number, difference: number): void {
  const together = Math.log(Math.exp(logProbs[at + zero]!) + Math.exp(logProbs[at + letter]!));
  logProbs[at + zero] = together - Math.log1p(Math.exp(-difference));
  logProbs[at + letter] = together - Math.log1p(Math.exp(difference));
}

/**
 * How much more probable the ambiguous zeros and Os of a document are when they are read together
 * than when each is read alone, in nats: glyphs that look alike are the same character, even where
 * each alone could be either. It is the log ratio of their joint density, in which they share the
 * document's shift, to the product of their own densities.
 */
export function zeroOConsistency({ places, varianceOfShift }: AmbiguousZeroOs, lines: readonly string[]): number {
  const { separation, varianceOfGlyph } = zeroOModel;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const { line, column, difference } of places) {
    const character = lines[line]?.[column];
    if (character !== zeroOModel.zero && character !== zeroOModel.letter) continue;
    // A glyph that is clearer than usual is not an outlier.
    const sign = character === zeroOModel.zero ? 1 : -1;
    const residual = sign * Math.min(0, sign * difference - separation);
    count++;
    sum += residual;
    squares += residual * residual;
  }
  if (count < 2) return 0;
  const alone = varianceOfGlyph + varianceOfShift;
  const together = varianceOfGlyph + count * varianceOfShift;
  const joint =
    (squares - (varianceOfShift / together) * sum * sum) / varianceOfGlyph + (count - 1) * Math.log(varianceOfGlyph) + Math.log(together);
  return (squares / alone + count * Math.log(alone) - joint) / 2;
}

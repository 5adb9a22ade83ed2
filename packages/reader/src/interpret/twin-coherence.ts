import { type Twins, twinModel } from './settle-twins.ts';

/**
 * What is gained or lost, in nats, by reading the zeros and Os of a document together rather than each alone: glyphs that look alike within one
 * document are the same character, even where each alone could be either. The logarithm of the ratio of the joint density, in which the glyphs
 * share the document's shift, and the product of their own.
 */
export function twinCoherence({ places, varianceOfShift }: Twins, lines: readonly string[]): number {
  const { separation, varianceOfGlyph } = twinModel;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const { line, column, difference } of places) {
    const character = lines[line]?.[column];
    if (character !== twinModel.zero && character !== twinModel.letter) continue;
    // A glyph that is clearer than most is no stranger for it.
    const sign = character === twinModel.zero ? 1 : -1;
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

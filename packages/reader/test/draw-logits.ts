import { alphabet, classCount, type LineLogits } from '../src/mrz/recognise/line-logits.ts';

/** What the recogniser is not sure of: probabilities at a place. '_' stands for no character. */
export type Doubt = { readonly line: number; readonly column: number; readonly odds: Readonly<Record<string, number>> };

/**
 * Logits as the recogniser gives them for clear print, sure except for the given doubts.
 *
 * @param pitch steps for each character
 */
export function drawLogits(lines: readonly string[], doubts: readonly Doubt[] = [], pitch = 4): LineLogits[] {
  return lines.map((text, line) => {
    const steps = Math.ceil(text.length * pitch) + 8;
    const logProbs = new Float32Array(steps * classCount).fill(Math.log(1e-9));
    for (let step = 0; step < steps; step++) logProbs[step * classCount] = 0;
    for (let column = 0; column < text.length; column++) {
      const at = (Math.round(column * pitch) + 5) * classCount;
      const odds = doubts.find((doubt) => doubt.line === line && doubt.column === column)?.odds ?? { [text.charAt(column)]: 0.9999999 };
      const { _: none = 1e-7, ...named } = odds;
      logProbs[at] = Math.log(none);
      for (const [character, probability] of Object.entries(named)) logProbs[at + alphabet.indexOf(character) + 1] = Math.log(probability);
    }
    return { logProbs, steps, classes: classCount };
  });
}

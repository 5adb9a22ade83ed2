import type { Network } from '../../runtime/network.ts';
import { type LineStrips, stripGeometry } from '../line-strips.ts';
import { alphabet, type LineLogits } from './line-logits.ts';

/**
 * Runs the recogniser on all lines of a zone at once.
 *
 * @throws Error when its answer has another shape than [lines, steps, classes]
 */
export async function recogniseLines(strips: LineStrips, network: Network): Promise<LineLogits[]> {
  const { data, dims } = await network.run({ data: strips.data, dims: [strips.lines, 1, stripGeometry.height, strips.width] });
  const [lines = 0, steps = 0, classes = 0] = dims;
  if (lines !== strips.lines || steps * 4 !== strips.width || classes !== alphabet.length + 1) {
    throw new Error(
      `The recogniser answered with log probabilities of shape [${dims.join(', ')}] for ${strips.lines} strips of ${strips.width} pixels`,
    );
  }
  return Array.from({ length: lines }, (_, line) => ({
    logProbs: data.subarray(line * steps * classes, (line + 1) * steps * classes),
    steps,
    classes,
  }));
}

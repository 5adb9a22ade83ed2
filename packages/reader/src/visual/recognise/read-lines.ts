import { freeMemory } from '../../image/plane.ts';
import type { LineLogits } from '../../mrz/recognise/line-logits.ts';
import type { Network } from '../../runtime/network.ts';
import { scoreLine } from '../match/line-scores.ts';
import { plainCharacters } from '../match/plain-letter.ts';
import { type TextStrip, textStrip } from './cut-strips.ts';
import { findTops } from './find-tops.ts';
import { mergeDoubles } from './merge-doubles.ts';
import { partSteps } from './part-steps.ts';
import { settleLookalikes } from './settle-lookalikes.ts';
import { textClassCount } from './text-alphabet.ts';
import { decodeText, meanConfidence, type TextReading, textOf } from './text-reading.ts';
import { type ClassWeights, weightsOfLine } from './weigh-classes.ts';

/** Strips that go through the network at once. */
const maxAtOnce = 12;
/**
 * Columns that are added to strips for the sake of one run: a run of its own takes about as long as
 * so many.
 */
const maxPadding = 24;
/** Pixels of a strip for each step of the recogniser. */
const stepWidth = 2;

/**
 * Reads strips with the text recogniser, those of like width at once, and frees their pixels.
 *
 * @param weights what to believe of the document's letters
 * @throws Error when its answer has another shape than [lines, steps, classes]
 */
export async function readStrips(strips: readonly TextStrip[], network: Network, weights: ClassWeights): Promise<TextReading[]> {
  const sorted = [...strips].sort((a, b) => a.width - b.width);
  const readings: TextReading[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at + 1;
    while (end < sorted.length && end - at < maxAtOnce && (end - at) * (sorted[end]!.width - sorted[end - 1]!.width) <= maxPadding) end++;
    readings.push(...(await readTogether(sorted.slice(at, end), network, weights)));
    at = end;
  }
  return readings;
}

async function readTogether(strips: readonly TextStrip[], network: Network, weights: ClassWeights): Promise<TextReading[]> {
  const { height } = textStrip;
  const width = Math.max(...strips.map((strip) => strip.width));
  const data = layTogether(strips, width);
  const answer = partSteps(await network.run({ data, dims: [strips.length, 1, height, width] }), textClassCount);
  freeMemory(data);
  const [lines = 0, steps = 0, classes = 0] = answer.dims;
  if (lines !== strips.length || steps * stepWidth !== width || classes !== textClassCount) {
    throw new Error(`The text recogniser answered with shape [${answer.dims.join(', ')}] for ${strips.length} strips of ${width} pixels`);
  }
  return strips.map((strip, index) => {
    const seen = strip.width / stepWidth;
    const from = index * steps * classes;
    return describeStrip(strip, { logProbs: answer.data.subarray(from, from + seen * classes), steps: seen, classes }, weights);
  });
}

/** The pixels of strips of one width, whose own are freed. */
function layTogether(strips: readonly TextStrip[], width: number): Float32Array {
  const [first, ...others] = strips;
  if (first && others.length === 0) return first.data;
  const { height } = textStrip;
  const data = new Float32Array(strips.length * height * width);
  strips.forEach((strip, index) => {
    if (strip.width === width) data.set(strip.data, index * height * width);
    else layWider(strip, data, index * height * width, width);
    freeMemory(strip.data);
  });
  return data;
}

/** Beyond its end a strip goes on with its last column, as in training. */
function layWider(strip: TextStrip, data: Float32Array, offset: number, width: number): void {
  for (let y = 0; y < textStrip.height; y++) {
    const from = offset + y * width;
    data.set(strip.data.subarray(y * strip.width, (y + 1) * strip.width), from);
    data.fill(strip.data[(y + 1) * strip.width - 1]!, from + strip.width, from + width);
  }
}

function describeStrip({ line, pixel }: TextStrip, logits: LineLogits, ofIssuer: ClassWeights): TextReading {
  let tops = findTops(logits, ofIssuer);
  const weights = weightsOfLine(ofIssuer, textOf(decodeText(tops)));
  if (weights !== ofIssuer) tops = findTops(logits, weights);
  const characters = settleLookalikes(mergeDoubles(decodeText(tops)));
  const text = textOf(characters);
  return {
    line,
    scores: scoreLine(logits, weights, tops),
    characters,
    text,
    plain: plainCharacters(text),
    confidence: meanConfidence(characters),
    pixelsPerStep: stepWidth * pixel,
    firstStepAt: line.left - textStrip.margin * pixel,
  };
}

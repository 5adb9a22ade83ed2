import type { LineStrips } from '../line-strips.ts';
import { stripGeometry } from '../line-strips.ts';
import { newSmearMemory, type Smear, type SmearMemory, smearPixels } from './smear.ts';

/** More iterations sharpen noise rather than print. */
const iterations = 5;
/** So much is added to the ink, so that no pixel is without any. */
const floor = 0.02;
/** Ratios are taken to no smaller amount of ink than this. */
const minInk = 1e-4;

/**
 * Strips as they may have looked before the light was smeared (Richardson, "Bayesian-based
 * iterative method of image restoration", 1972; Lucy, 1974), with corrections to the power of 1.5,
 * which takes fewer iterations. What is restored is the ink, the darkness against the brightest
 * paper of a strip.
 */
export function deblurStrips({ data, lines, width }: LineStrips, smear: Smear): LineStrips {
  const size = { width, height: stripGeometry.height };
  const pixels = width * stripGeometry.height;
  const out = new Float32Array(pixels * lines);
  const memory = { ratio: newSmearMemory(size), correction: newSmearMemory(size) };
  for (let line = 0; line < lines; line++) {
    const from = line * pixels;
    deblur(data.subarray(from, from + pixels), out.subarray(from, from + pixels), size, smear, memory);
  }
  return { data: out, lines, width };
}

/** One for each time that the ink is smeared in an iteration: all of them use the same. */
type DeblurMemory = { readonly ratio: SmearMemory; readonly correction: SmearMemory };
type StripSize = { readonly width: number; readonly height: number };

/** @param ink receives the restored pixels; until then the ink itself */
function deblur(pixels: Float32Array, ink: Float32Array, size: StripSize, smear: Smear, memory: DeblurMemory): void {
  let paper = floor;
  for (let at = 0; at < pixels.length; at++) paper = Math.max(paper, pixels[at]! + floor);
  for (let at = 0; at < ink.length; at++) ink[at] = paper - pixels[at]!;
  const seen = ink.slice();
  for (let count = 0; count < iterations; count++) {
    const ratio = smearPixels(ink, size, smear, memory.ratio);
    for (let at = 0; at < ratio.length; at++) ratio[at] = seen[at]! / Math.max(minInk, ratio[at]!);
    const correction = smearPixels(ratio, size, smear, memory.correction);
    for (let at = 0; at < ink.length; at++) ink[at] = ink[at]! * correction[at]! * Math.sqrt(correction[at]!);
  }
  for (let at = 0; at < ink.length; at++) ink[at] = paper - ink[at]!;
}

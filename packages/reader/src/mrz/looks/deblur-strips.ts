import type { LineStrips } from '../line-strips.ts';
import { stripGeometry } from '../line-strips.ts';
import { type Smear, smearPixels } from './smear.ts';

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
  const size = width * stripGeometry.height;
  const out = new Float32Array(size * lines);
  for (let line = 0; line < lines; line++) out.set(deblur(data.subarray(line * size, (line + 1) * size), width, smear), line * size);
  return { data: out, lines, width };
}

function deblur(pixels: Float32Array, width: number, smear: Smear): Float32Array {
  const size = { width, height: stripGeometry.height };
  let paper = floor;
  for (let at = 0; at < pixels.length; at++) paper = Math.max(paper, pixels[at]! + floor);
  const seen = subtractFrom(paper, pixels);
  const ink = seen.slice();
  for (let count = 0; count < iterations; count++) {
    const ratio = smearPixels(ink, size, smear);
    for (let at = 0; at < ratio.length; at++) ratio[at] = seen[at]! / Math.max(minInk, ratio[at]!);
    const correction = smearPixels(ratio, size, smear);
    for (let at = 0; at < ink.length; at++) ink[at] = ink[at]! * correction[at]! * Math.sqrt(correction[at]!);
  }
  return subtractFrom(paper, ink);
}

/** Not `map`: what a callback returns is allocated, pixel by pixel. */
function subtractFrom(paper: number, pixels: Float32Array): Float32Array {
  const rest = new Float32Array(pixels.length);
  for (let at = 0; at < rest.length; at++) rest[at] = paper - pixels[at]!;
  return rest;
}

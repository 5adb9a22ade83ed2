/** A repeatable sequence of numbers from 0 to 1 (a linear congruential generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

/** From 0 to 1 and back, again and again. */
const triangle = (x: number) => Math.abs((x % 2) - 1);

/**
 * Grey that rises and falls like print on paper, with noise. Made of what is exact everywhere, so
 * that Node and browsers draw the same.
 */
export function drawPicture(pixels: number, seed: number): Float32Array {
  const random = randomNumbers(seed);
  const wave = 3 + 9 * random();
  return Float32Array.from({ length: pixels }, (_, at) => 0.1 + 0.7 * triangle(at / wave) * triangle(at / 900) + 0.2 * random());
}

/** A repeatable sequence of numbers from 0 to 1 (a linear congruential generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

/** Grey that rises and falls like print on paper, with noise. */
export function drawPicture(pixels: number, seed: number): Float32Array {
  const random = randomNumbers(seed);
  const wave = 3 + 9 * random();
  return Float32Array.from({ length: pixels }, (_, at) => 0.5 + 0.4 * Math.sin(at / wave) * Math.sin(at / 900) + 0.15 * (random() - 0.5));
}

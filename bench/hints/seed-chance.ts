/**
 * Even numbers from 0 to 1 that depend on the seed alone: a 32 bit linear congruential generator
 * with the constants of Numerical Recipes.
 */
export function seedChance(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

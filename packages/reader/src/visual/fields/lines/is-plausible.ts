import type { TextReading } from '../../recognise/text-reading.ts';

/** Below this, more than one character is wrong. */
const minProduct = 0.015;
/** Capitals behind small letters, and digits within words: `aleA`, `RI9A`. */
const garbled = /\p{Ll}{2}\p{Lu}(?!\p{Ll})|\p{L}\d\p{L}|[<>@#*+]/u;

/** Whether a line can be a value at all: print that is hardly seen gives letters without sense. */
export function isPlausible({ text, characters }: TextReading): boolean {
  return !garbled.test(text) && characters.reduce((product, { confidence }) => product * confidence, 1) >= minProduct;
}

import type { TextReading } from '../../recognise/text-reading.ts';

/** Below this, more than one character is wrong. */
const minProduct = 0.015;
/** Of a long line more are, and it is one all the same where it is legible on average. */
const long = 14;
const minMean = 0.76;
/** Capitals behind small letters: `aleA`. */
const garbled = /\p{Ll}{2}\p{Lu}(?!\p{Ll})|[<>@#*+]/u;
/** Digits within words, `RI9A`; only numbers have them, `X4RTBPFW4`. */
const mixed = /\p{L}\d\p{L}/u;

/** Whether a line can be a value at all: print that is hardly seen gives letters without sense. */
export function isPlausible(reading: TextReading): boolean {
  return isPlausibleNumber(reading) && !mixed.test(reading.text);
}

/** The same for what may have letters and digits in any order. */
export function isPlausibleNumber({ text, characters, confidence: mean }: TextReading): boolean {
  if (garbled.test(text)) return false;
  return characters.reduce((product, { confidence }) => product * confidence, 1) >= minProduct || (text.length >= long && mean >= minMean);
}

import type { Scrawl } from './find-scrawls.ts';

/** All words of a signature: higher than labels, wider than a letter; millimetres. */
const size = { minWidth: 8, maxWidth: 65, minHeight: 2.6, maxHeight: 17 } as const;
/** As wide as high at least, about, and no band of a pattern. */
const aspect = { min: 0.9, max: 7.5 } as const;
/** Between two words there is so much of the higher one's height at most. */
const maxGap = 0.8;
/** They share so much of the lower one's height; both are so much higher than the higher one. */
const minCommon = 0.5;
const maxGrowth = 1.5;
/** What is worth less is no word, square millimetres. */
const minWorth = 2.5;

/**
 * Joins scrawls that stand on one line to signatures of several words.
 *
 * @param scale pixels a millimetre
 * @returns what is as large as a signature
 */
export function joinWords(scrawls: readonly Scrawl[], scale: number): Scrawl[] {
  const joined: Scrawl[] = [];
  for (const word of scrawls.filter(({ worth }) => worth >= minWorth).sort((a, b) => a.left - b.left)) {
    const at = joined.findIndex((other) => standBeside(other, word, scale));
    if (at < 0) joined.push(word);
    else joined[at] = join(joined[at]!, word);
  }
  return joined.filter((one) => isOfSize(one, scale));
}

function standBeside(a: Scrawl, b: Scrawl, scale: number): boolean {
  const [heightA, heightB] = [a.bottom - a.top, b.bottom - b.top];
  const higher = Math.max(heightA, heightB);
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (b.left - a.right > maxGap * higher || common < minCommon * Math.min(heightA, heightB)) return false;
  const { left, top, right, bottom } = join(a, b);
  return bottom - top <= maxGrowth * higher && right - left <= size.maxWidth * scale;
}

function join(a: Scrawl, b: Scrawl): Scrawl {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
    worth: a.worth + b.worth,
  };
}

function isOfSize({ left, top, right, bottom }: Scrawl, scale: number): boolean {
  const [width, height] = [(right - left) / scale, (bottom - top) / scale];
  if (width < size.minWidth || width > size.maxWidth || height < size.minHeight || height > size.maxHeight) return false;
  return width >= aspect.min * height && width <= aspect.max * height;
}

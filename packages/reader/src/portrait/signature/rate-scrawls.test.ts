import { expect, test } from 'vitest';
import type { FlatPage } from '../../visual/page/flatten-page.ts';
import { rateScrawls } from './rate-scrawls.ts';

const [width, height, scale] = [600, 200, 5];
/** Paper from 20 millimetres above the portrait's lower edge to 20 below it, with shapes of ink. */
function page(...shapes: readonly ((draw: (x: number, y: number, grey?: number) => void) => void)[]): FlatPage {
  const data = new Float32Array(width * height).fill(0.85);
  const dot = (x: number, y: number, grey = 0.15) => {
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      data[Math.round(y + dy) * width + Math.round(x + dx)] = grey;
  };
  for (const shape of shapes) shape(dot);
  return { data, width, height, scale, left: 0, top: -20 };
}
/** Loops of a pen, 21 by 7 millimetres. */
const scrawl =
  (x: number, y: number, grey?: number) =>
  (dot: (x: number, y: number, grey?: number) => void): void => {
    for (let t = 0; t < 1; t += 0.0005) dot(x + 100 * t + 5 * Math.sin(40 * t), y + 16 * Math.cos(40 * t) * (1 - 0.4 * t), grey);
  };
/** Letters H side by side, so high. */
const print =
  (x: number, y: number, high: number) =>
  (dot: (x: number, y: number) => void): void => {
    for (let left = x; left < x + 7 * high; left += high)
      for (let along = 0; along < high; along++) {
        dot(left, y + along);
        dot(left + 0.6 * high, y + along);
        dot(left + 0.6 * along, y + high / 2);
      }
  };
const oval = (dot: (x: number, y: number, grey?: number) => void): void => {
  for (let t = 0; t < 2 * Math.PI; t += 0.005) dot(300 + 35 * Math.cos(t), 110 + 22 * Math.sin(t));
};
const found = (sheet: FlatPage, isFree: (x: number, y: number) => boolean = () => true) =>
  rateScrawls(sheet, isFree).map(({ left, top, right, bottom, worth }) => [left, top, right, bottom, Math.round(worth)]);

test('loops of a pen are found whole, of all shades once, and print beside them is not part of them', () => {
  expect(found(page(scrawl(150, 110)))).toEqual([[150, 95, 256, 128, 71]]);
  expect(found(page(scrawl(150, 110), print(270, 100, 20)))).toEqual([[150, 95, 256, 128, 71]]);
});

test('two words on a line are one signature; two lines are two', () => {
  expect(found(page(scrawl(150, 110), scrawl(275, 112)))).toHaveLength(1);
  expect(found(page(scrawl(150, 60), scrawl(150, 140)))).toHaveLength(2);
});

test('what is paler than print, far above, or in an oval is worth less or nothing', () => {
  const [pale] = found(page(scrawl(150, 110, 0.7), print(20, 30, 16)));
  expect(pale).toBeUndefined();
  const high = rateScrawls(page(scrawl(150, 30)), () => true)[0];
  const low = rateScrawls(page(scrawl(150, 110)), () => true)[0];
  expect(high!.worth / low!.worth).toBeCloseTo(0.44, 1);
  expect(found(page(oval))).toEqual([]);
});

test('what is not free is left out', () => {
  expect(found(page(scrawl(150, 110)), (x) => x < 200)).toEqual([]);
});

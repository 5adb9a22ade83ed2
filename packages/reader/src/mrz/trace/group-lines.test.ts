import { expect, it } from 'vitest';
import type { CropLine } from './crop-line.ts';
import { groupLines } from './group-lines.ts';

function line(y: number, start: number, end: number, glyphHeight = 16): CropLine {
  const constant = (value: number) => ({ coefficients: [value], centre: 0, halfSpan: 1 });
  return { centreline: constant(y), glyphHeight: constant(glyphHeight), start, end, certainty: 1, cosine: 1 };
}

it('keeps the lines of a zone together, from top to bottom', () => {
  const lines = [line(40, 60, 580), line(80, 60, 580)];
  expect(groupLines([...lines].reverse())).toEqual([lines]);
});

it('keeps them together where a speck of other print lies between', () => {
  const lines = [line(40, 60, 580), line(80, 60, 580)];
  expect(groupLines([...lines, line(62, 400, 520, 7)])[0]).toEqual(lines);
});

it('takes a line for the next of the nearest zone, not of other print above it', () => {
  const lines = [line(65, 57, 586, 18.5), line(100, 55, 586, 18)];
  expect(groupLines([line(41, 400, 522, 11.4), ...lines])).toContainEqual(lines);
});

it('tells zones apart that lie side by side or far below each other', () => {
  const lines = [line(40, 20, 280), line(40, 340, 620), line(200, 20, 280)];
  expect(groupLines(lines)).toEqual(lines.map((one) => [one]));
});

it('leaves a short line of other print beside two lines out, but keeps a covered one of three', () => {
  const visa = [line(80, 60, 580, 15), line(116, 60, 580, 15)];
  expect(groupLines([line(45, 60, 260, 15), ...visa])).toEqual([visa]);
  const card = [line(50, 60, 260, 18), line(80, 60, 580, 18), line(110, 60, 580, 18)];
  expect(groupLines(card)).toEqual([card]);
});

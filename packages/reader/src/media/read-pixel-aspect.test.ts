import { expect, test } from 'vitest';
import { readPixelAspect } from './read-pixel-aspect.ts';

/**
 * Two pages of a TIFF whose directories, as fax machines write them, hold nothing but a resolution.
 */
function writeTiff(...pages: readonly (readonly [x: number, y: number])[]): Buffer {
  const directoryBytes = 2 + 2 * 12 + 4;
  const pageBytes = directoryBytes + 16;
  const file = Buffer.alloc(8 + pages.length * pageBytes);
  file.write('II*\0\x08\0\0\0', 'latin1');
  pages.forEach(([x, y], index) => {
    const at = 8 + index * pageBytes;
    file.writeUInt16LE(2, at);
    [x, y].forEach((value, direction) => {
      const entry = at + 2 + 12 * direction;
      const place = at + directoryBytes + 8 * direction;
      file.writeUInt16LE(282 + direction, entry);
      file.writeUInt16LE(5, entry + 2);
      file.writeUInt32LE(1, entry + 4);
      file.writeUInt32LE(place, entry + 8);
      file.writeUInt32LE(value, place);
      file.writeUInt32LE(1, place + 4);
    });
    file.writeUInt32LE(index + 1 < pages.length ? at + pageBytes : 0, at + directoryBytes - 4);
  });
  return file;
}

const jfif = (unit: number) =>
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0\x01\x02'), unit, 0, 204, 0, 102, 0, 0, 0xff, 0xda]);

test('each page of a TIFF has its own', () => {
  const file = writeTiff([204, 98], [100, 100], [0, 0], [100, 400]);
  expect([0, 1, 2, 3, 4].map((page) => readPixelAspect(file, page))).toEqual([98 / 204, 1, undefined, 4, undefined]);
});

test('a JPEG gives one with a unit; without one it is not clear what is meant', () => {
  expect([0, 1, 2].map((unit) => readPixelAspect(jfif(unit), 0))).toEqual([undefined, 0.5, 0.5]);
});

test('what is broken, leads round in circles or is no picture gives none', () => {
  const circle = writeTiff([204, 98]);
  circle.writeUInt32LE(8, 8 + 26);
  const files = [circle, circle.subarray(0, 30), jfif(1).subarray(0, 16), Buffer.from('GIF89a'), Buffer.from('text'), Buffer.alloc(0)];
  expect(files.map((file) => readPixelAspect(file, 1))).toEqual(files.map(() => undefined));
});

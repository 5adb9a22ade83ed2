import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Drawing } from '../src/draw/draw-picture.ts';
import { drawPicture } from '../src/draw/draw-picture.ts';
import { encodePng } from '../src/draw/encode-png.ts';
import { colours } from '../src/draw/marks.ts';
import { createPictureDecoder, createScratch, loadModels, type ReaderTools, readPicture } from '../src/in-process.ts';

const load = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const decodePicture = createPictureDecoder({ maxPixels: 20_000_000 });
const draw = (bytes: Uint8Array, drawing: Drawing) => drawPicture(bytes, drawing, decodePicture);

let tools: ReaderTools;
beforeAll(async () => {
  tools = { decodePicture, models: await loadModels(), scratch: createScratch() };
});
const read = (bytes: Uint8Array) => readPicture(bytes, tools, { today: '2026-11-23' });
const readings = new Map<string, ReturnType<typeof read>>();
/** What a fixture says; several tests ask for the same one. */
function readFixture(name: string) {
  const reading = readings.get(name) ?? read(load(name));
  readings.set(name, reading);
  return reading;
}

type Pixels = { readonly width: number; readonly height: number; readonly data: Buffer; at(x: number, y: number): number[] };
async function openPng(png: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(3);
  return {
    width: info.width,
    height: info.height,
    data,
    at: (x, y) => [...data.subarray((Math.floor(y) * info.width + Math.floor(x)) * 3).subarray(0, 3)],
  };
}

describe('the crop of a zone', () => {
  test('is no larger than in the picture, and white beyond it', async () => {
    const quad = [
      { x: -40, y: 10 },
      { x: 60, y: 10 },
      { x: 60, y: 30 },
      { x: -40, y: 30 },
    ] as const;
    const black = await encodePng({ width: 80, height: 40, data: new Uint8Array(80 * 40 * 3) });
    const crop = await openPng(await draw(black, { kind: 'crop', page: 0, quad }));
    expect([crop.width, crop.height]).toEqual([105, 25]);
    expect([crop.at(10, 12), crop.at(70, 12)]).toEqual([
      [255, 255, 255],
      [0, 0, 0],
    ]);
  });
});

test('what is to be covered is black in every drawing, and what is around it is not', async () => {
  const white = await encodePng({ width: 700, height: 500, data: new Uint8Array(700 * 500 * 3).fill(255) });
  const box = (left: number, top: number, right: number, bottom: number) =>
    [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ] as const;
  const covered = [box(100, 100, 300, 120)];
  const page = await openPng(await draw(white, { kind: 'page', page: 0, covered }));
  const annotated = await openPng(await draw(white, { kind: 'annotated', page: 0, zones: [], covered }));
  for (const drawn of [page, annotated])
    expect([drawn.at(102, 102), drawn.at(298, 118), drawn.at(90, 110), drawn.at(200, 130)].map(([red]) => red! < 100)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  const crop = await openPng(await draw(white, { kind: 'crop', page: 0, quad: box(50, 50, 650, 450), covered }));
  // The margin of a crop is 15 pixels here.
  expect([crop.at(165, 75), crop.at(165, 110)].map(([red]) => red! < 100)).toEqual([true, false]);
});

describe('a page', () => {
  test('as it is looked at, in its colours', async () => {
    const page = await openPng(await draw(load('passport.jpg'), { kind: 'page', page: 0 }));
    const { pages } = await readFixture('passport.jpg');
    expect([{ width: page.width, height: page.height }]).toEqual(pages);
    // The table, #5b5248, as well as a JPEG keeps it.
    const [red = 0, green = 0, blue = 0] = page.at(5, 5);
    expect(Math.max(Math.abs(red - 0x5b), Math.abs(green - 0x52), Math.abs(blue - 0x48))).toBeLessThan(6);
  });

  // The paper, #e6edf0 in the pictures and 0.9 0.93 0.95 in the PDF: each decoder has its own order
  // of colours.
  test.each([
    ['card.png', 0, 3, 200],
    ['card.webp', 0, 3, 200],
    ['tiles.heic', 0, 4, 400],
    ['text.pdf', 1, 800, 1000],
  ])('%s keeps its colours', async (name, index, x, y) => {
    const page = await openPng(await draw(load(name), { kind: 'page', page: index }));
    const off = page.at(x, y).map((value, channel) => Math.abs(value - [0xe6, 0xed, 0xf0][channel]!));
    expect(Math.max(...off)).toBeLessThan(10);
  });

  test('of a PDF, no larger than 1800 pixels', async () => {
    const page = await openPng(await draw(load('scan.pdf'), { kind: 'page', page: 1 }));
    expect([page.width, page.height]).toEqual([1272, 1800]);
  });

  test('that is not there', async () => {
    await expect(draw(load('card.png'), { kind: 'page', page: 1 })).rejects.toThrow('The file has 1 pages, and no page 1 counted from 0.');
    await expect(draw(load('card.png'), { kind: 'page', page: -1 })).rejects.toThrow(RangeError);
  });
});

describe('an annotated page', () => {
  test('shows its own zones, and a legend beneath', async () => {
    const bytes = load('pages.tiff');
    const { zones } = await readFixture('pages.tiff');
    const annotated = await openPng(await draw(bytes, { kind: 'annotated', page: 2, zones }));
    const plain = await openPng(await draw(bytes, { kind: 'page', page: 2 }));
    expect(annotated.width).toBe(plain.width);
    expect(annotated.height).toBeGreaterThan(plain.height + 100);
    // Away from the zone the page is as it was; the zone's outline is green, its other page's is
    // not drawn.
    const changed: string[] = [];
    for (let y = 0; y < plain.height; y += 4) {
      for (let x = 0; x < plain.width; x += 4) {
        const start = 3 * (y * plain.width + x);
        if (annotated.data.compare(plain.data, start, start + 3, start, start + 3) !== 0) changed.push(`${x},${y}`);
      }
    }
    expect(changed.length).toBeGreaterThan(20);
    const zone = zones.find(({ page }) => page === 2)!;
    const lowest = Math.max(...zone.quad.map(({ y }) => y));
    expect(changed.filter((place) => Number(place.split(',')[1]) > lowest + 40)).toEqual([]);
    // The patches of the legend stand below each other.
    const drawn = new Set<string>();
    for (let y = plain.height; y < annotated.height; y++) drawn.add(annotated.at(15, y).join());
    expect([colours.proved, colours.open, colours.contradicted, colours.repaired].map((colour) => drawn.has(colour.join()))).toEqual(
      new Array(4).fill(true),
    );
  });

  test('without a zone says so', async () => {
    const annotated = await openPng(await draw(load('pages.tiff'), { kind: 'annotated', page: 1, zones: [] }));
    expect([annotated.width, annotated.height > 704]).toEqual([1000, true]);
  });
});

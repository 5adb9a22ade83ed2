import { readFileSync } from 'node:fs';
import { type ReaderTools, readPicture, textAlphabet } from '@ocr-web/reader/engine';
import manifest from '@ocr-web/reader/models/manifest.json' with { type: 'json' };
import { beforeAll, expect, test } from 'vitest';
import { createPictureDecoder, createScratch, loadModels, loadTextRecogniser } from '../src/in-process.ts';

let tools: ReaderTools;
let loaded = 0;
beforeAll(async () => {
  const text = await loadTextRecogniser();
  const loadText = () => {
    loaded++;
    return Promise.resolve(text);
  };
  const decodePicture = createPictureDecoder({ maxPixels: 10_000_000 });
  tools = { decodePicture, models: await loadModels(), loadTextRecogniser: loadText, scratch: createScratch() };
});

async function readPage(name: string) {
  const bytes = readFileSync(new URL(`./fixtures/visual/${name}`, import.meta.url));
  const { visual } = await readPicture(bytes, tools, { today: '2026-11-29', visual: true });
  return visual?.map(({ page, besideZone, fields, checks }) => ({
    page,
    besideZone,
    checks,
    values: Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value])),
  }));
}

const keys = ['surname', 'given_names', 'nationality', 'sex', 'birth_date', 'expiry_date', 'document_number'];
const matching = Object.fromEntries(keys.map((key) => [key, 'match']));

test('reads what is printed for people on a page, and that it is what the zone says', async () => {
  const values = {
    document_number: 'FE2154558',
    surname: 'QUIGLEY',
    given_names: 'GRACE',
    nationality: 'UTOPIAN / UTOPIENNE',
    sex: 'M',
  };
  expect(await readPage('genuine.jpg')).toEqual([{ page: 0, besideZone: true, checks: matching, values: expect.objectContaining(values) }]);
});

test('finds the one character that is another one in print', async () => {
  const [page] = (await readPage('forged.jpg'))!;
  expect([page?.checks.given_names, page?.values.given_names]).toEqual(['mismatch', 'GIANPDOLO']);
});

test('places values in the picture', async () => {
  const bytes = readFileSync(new URL('./fixtures/visual/genuine.jpg', import.meta.url));
  const { visual, pages } = await readPicture(bytes, tools, { today: '2026-11-29', visual: true });
  const quads = Object.values(visual![0]!.fields).map(({ quad }) => quad);
  const within = ({ x, y }: { x: number; y: number }) => x > 0 && y > 0 && x < pages[0]!.width && y < pages[0]!.height;
  expect(quads.every((quad) => quad.every(within))).toBe(true);
  // The surname stands above the given names, on the left.
  const [surname, given] = [visual![0]!.fields.surname!.quad[0], visual![0]!.fields.given_names!.quad[0]];
  expect([Math.abs(surname.x - given.x) < 6, surname.y < given.y]).toEqual([true, true]);
});

test('a reading that does not ask loads no network for it and says nothing of it', async () => {
  const before = loaded;
  const bytes = readFileSync(new URL('./fixtures/visual/genuine.jpg', import.meta.url));
  const reading = await readPicture(bytes, tools, { today: '2026-11-29' });
  expect(['visual' in reading, loaded - before]).toEqual([false, 0]);
});

test('the characters of the model are those that the reader knows', () => {
  expect(manifest.models.text.alphabet).toBe(textAlphabet);
});

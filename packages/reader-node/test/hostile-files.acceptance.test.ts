import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { isEngineError } from '@ocr-web/reader';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openReaderPool, type ReaderPool } from '../src/index.ts';
import expected from './fixtures/expected.json' with { type: 'json' };
import { inflatable, pdfOfObjects, updatePdf } from './hostile/update-pdf.ts';

const load = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const marker = join(folder, 'was-here');
let asked = 0;
const server = createServer((_request, response) => {
  asked += 1;
  response.end();
});
const deadlineMs = 10_000;
let pool: ReaderPool;
/** For what never ends: until its deadline a core is busy. */
const shortDeadlineMs = 1500;
let hasty: ReaderPool;
let link: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  link = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  pool = await openReaderPool({ size: 1, deadlineMs, memoryLimitMib: 700 });
  hasty = await openReaderPool({ size: 1, deadlineMs: shortDeadlineMs, memoryLimitMib: 700 });
}, 60_000);
afterAll(async () => {
  await Promise.all([pool.close(), hasty.close()]);
  server.close();
  rmSync(folder, { recursive: true });
});

/** The lines of the zones, or why there are none. */
const outcomeOf = (bytes: Uint8Array, by = pool) =>
  by.read(bytes).then(
    ({ zones }) => zones.map(({ lines }) => lines),
    (error) => (isEngineError(error) ? error.code : String(error)),
  );
const linesOf = (name: keyof typeof expected) => expected[name].zones.map(({ lines }) => lines);

describe('what a PDF would have a viewer do is not done, and its pages are read', () => {
  const actions: Readonly<Record<string, (first: number) => string>> = {
    'a script that runs when it is opened': () => `/OpenAction<</S/JavaScript/JS(app.launchURL("${link}");this.submitForm("${link}"))>>`,
    'scripts in the tree of names': () => '/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(app.alert(1))>>]>>>>',
    'a program that it starts': () => `/OpenAction<</S/Launch/Unix<</F(/usr/bin/touch)/P(${marker})>>/F(${marker})>>`,
    'an address that it opens': () => `/OpenAction<</S/URI/URI(${link})>>`,
    'another file that it goes to': () => '/OpenAction<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>',
    'a form that it sends away': () => `/OpenAction<</S/SubmitForm/F<</FS/URL/F(${link})>>>>/AcroForm<</Fields[]/NeedAppearances true>>`,
    'a form in XML with a script': (first) => `/AcroForm<</Fields[]/XFA ${first + 1} 0 R>>`,
    'a file that is attached': (first) =>
      `/Names<</EmbeddedFiles<</Names[(run.exe)<</F(run.exe)/EF<</F ${first + 1} 0 R>>>>]>>>>/PageMode/UseAttachments`,
    'data of a form that it imports': () => '/OpenAction<</S/ImportData/F(/etc/passwd)>>',
    'actions for every occasion': () => `/AA<</WC<</S/URI/URI(${link})>>/DP<</S/Launch/F(${marker})>>>>`,
  };
  const xfa = '<template><script contentType="application/x-javascript">app.alert(1)</script></template>';

  test.each(Object.keys(actions))('%s', async (name) => {
    const pdf = updatePdf(load('text.pdf'), (first, pages) => [
      { dictionary: `<</Type/Catalog/Pages ${pages} 0 R${actions[name]!(first)}>>` },
      { dictionary: '<</Type/EmbeddedFile>>', stream: Buffer.from(xfa) },
    ]);
    expect(await outcomeOf(pdf)).toEqual(linesOf('text.pdf'));
    expect({ asked, isMarked: existsSync(marker) }).toEqual({ asked: 0, isMarked: false });
  });

  test.each(['/etc/passwd', 'file:///etc/passwd', 'http'])('a picture whose data lie elsewhere (%s)', async (place) => {
    const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>';
    const where = place === 'http' ? `<</FS/URL/F(${link})>>` : `(${place})`;
    const picture = `<</Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/F ${where}>>`;
    const pdf = pdfOfObjects(page, [
      { dictionary: '<<>>', stream: Buffer.from('q 200 0 0 200 0 0 cm /P Do Q') },
      { dictionary: picture, stream: Buffer.alloc(0) },
    ]);
    expect(await outcomeOf(pdf)).toEqual([]);
    expect(asked).toBe(0);
  });
});

describe('a file that is two things is the one that its first bytes say, or nothing', () => {
  const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
  const script = Buffer.from('<html><script>alert(1)</script></html>');
  const afterIt = (name: string, ...more: Buffer[]) => Buffer.concat([load(name), ...more]);
  const before = (text: string, name: string) => Buffer.concat([Buffer.from(text, 'latin1'), load(name)]);

  const cases: Readonly<Record<string, readonly [bytes: () => Buffer, outcome: unknown]>> = {
    'a JPEG with an archive behind it': [() => afterIt('passport.jpg', zip), linesOf('passport.jpg')],
    'a PNG with a page behind it': [() => afterIt('card.png', script), linesOf('card.png')],
    'a PNG with a PDF behind it': [() => afterIt('card.png', load('text.pdf')), linesOf('card.png')],
    'a GIF with an archive behind it': [() => afterIt('card.gif', zip), linesOf('card.gif')],
    'a PDF with a page behind it': [() => afterIt('text.pdf', script), linesOf('text.pdf')],
    'a script before a picture': [() => before('<script>alert(1)</script>', 'card.png'), 'picture.unsupported'],
    'an archive': [() => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]), 'picture.unsupported'],
    'an archive that holds a picture': [() => before('PK\x03\x04\x14\0\0\0\0\0'.padEnd(30, '\0'), 'card.png'), 'picture.unsupported'],
    'a page': [() => script, 'picture.unsupported'],
    'SVG with a script and an entity': [
      () => Buffer.from('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg>&e;<script>1</script></svg>'),
      'picture.unsupported',
    ],
    PostScript: [() => Buffer.from('%!PS-Adobe-3.0\n(/etc/passwd) (r) file'), 'picture.unsupported'],
    'a language of ImageMagick': [
      () => Buffer.from('push graphic-context\nimage over 0,0 0,0 "https://127.0.0.1/"'),
      'picture.unsupported',
    ],
    'a program': [() => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100)]), 'picture.unsupported'],
    'a gzip': [() => Buffer.from('1f8b0800000000000003', 'hex'), 'picture.unsupported'],
  };
  test.each(Object.entries(cases))('%s', async (_name, [bytes, outcome]) => {
    expect(await outcomeOf(bytes())).toEqual(outcome);
  });
});

describe('what would grow without end is stopped, and the next picture is read', () => {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  let deflated: Buffer | undefined;
  /** So many zeros that their deflation is dear as well: once for all. */
  const zeros = () => (deflated ??= deflateSync(Buffer.alloc(2 ** 27)));
  const withChunk = (type: string, data: Buffer) =>
    Buffer.concat([load('card.png').subarray(0, 33), chunk(type, data), load('card.png').subarray(33)]);
  const page = (box: string) => `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>`;
  const drawing = { dictionary: '<<>>', stream: Buffer.from('q 200 0 0 200 0 0 cm /P Do Q') };
  /** Each form draws the next one ten times: 10^12 drawings. */
  const nested = Array.from({ length: 12 }, (_, index) => ({
    dictionary: `<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</P ${index + 6} 0 R>>>>>>`,
    stream: Buffer.from('/P Do '.repeat(10)),
  }));
  const ended = /^(engine\.timeout|engine\.crashed|picture\.(corrupt|too_large|unsupported))$|^$/;

  const bombs: Readonly<Record<string, () => Buffer>> = {
    'a colour profile that inflates to a gigabyte': () => withChunk('iCCP', Buffer.concat([Buffer.from('a\0\0', 'latin1'), zeros()])),
    'a text that inflates to a gigabyte': () => withChunk('zTXt', Buffer.concat([Buffer.from('a\0\0', 'latin1'), zeros()])),
    'pixels that inflate to more than the header says': () => {
      const file = load('card.png');
      return Buffer.concat([file.subarray(0, 33), chunk('IDAT', zeros()), chunk('IEND', Buffer.alloc(0))]);
    },
    'a stream of a PDF that inflates three times': () =>
      pdfOfObjects(page('0 0 200 200'), [
        { dictionary: '<</Filter[/FlateDecode/FlateDecode/FlateDecode]>>', stream: inflatable(2 ** 26, 3) },
        { dictionary: '<<>>', stream: Buffer.alloc(0) },
      ]),
    'a picture of a PDF with four thousand million pixels': () =>
      pdfOfObjects(page('0 0 200 200'), [
        drawing,
        {
          dictionary: '<</Subtype/Image/Width 65000/Height 65000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode>>',
          stream: inflatable(2 ** 24, 1),
        },
      ]),
    'a page of a PDF as large as a country': () =>
      pdfOfObjects(page('0 0 1e9 1e9'), [drawing, { dictionary: '<</Subtype/Form/BBox[0 0 9 9]>>', stream: Buffer.from('0 0 9 9 re f') }]),
    'a tree of pages that holds itself': () =>
      Buffer.from(
        load('text.pdf')
          .toString('latin1')
          .replace(/\/Kids\[\d+ 0 R/, '/Kids[4 0 R'),
        'latin1',
      ),
  };
  const endless: Readonly<Record<string, () => Buffer>> = {
    'forms of a PDF that draw each other': () => pdfOfObjects(page('0 0 200 200'), [drawing, ...nested]),
    'a form of a PDF that draws itself': () =>
      pdfOfObjects(page('0 0 200 200'), [
        drawing,
        { dictionary: '<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</P 5 0 R>>>>>>', stream: Buffer.from('/P Do /P Do') },
      ]),
  };
  test.each(Object.entries(endless))(
    '%s',
    async (_name, bytes) => {
      // Its deadline ends it or, on a fast machine, its limit of memory.
      expect(['engine.timeout', 'engine.crashed']).toContain(await outcomeOf(bytes(), hasty));
      // On a busy machine a good picture may be late, too.
      await vi.waitFor(async () => expect(await outcomeOf(load('card.png'), hasty)).toEqual(linesOf('card.png')), 60_000);
    },
    120_000,
  );

  test.each(Object.entries(bombs))(
    '%s',
    async (_name, bytes) => {
      const startedAt = performance.now();
      expect(String(await outcomeOf(bytes()).then((found) => (typeof found === 'string' ? found : '')))).toMatch(ended);
      expect(performance.now() - startedAt).toBeLessThan(2 * deadlineMs);
      expect(await outcomeOf(load('card.png'))).toEqual(linesOf('card.png'));
    },
    60_000,
  );
});

test('none of all that left a file behind', () => {
  expect(readdirSync(folder)).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { decodePartText } from './decode-part-text.ts';
import { createParseBudget } from './parse-budget.ts';
import { type FormPart, readFormParts } from './read-form-parts.ts';

const type = 'multipart/form-data; boundary="-b"';
const limits = { maxParts: 20, maxFileBytes: 1_000_000, maxFieldBytes: 1_000_000 };

/** Hands out a body in pieces and counts what was taken of it. */
function cut(bytes: Buffer, sizes: readonly number[]) {
  const taken = { bytes: 0 };
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let turn = 0; taken.bytes < bytes.length; turn += 1) {
      const piece = bytes.subarray(taken.bytes, taken.bytes + (sizes[turn % sizes.length] ?? 1));
      taken.bytes += piece.length;
      yield await Promise.resolve(piece);
    }
  }
  return { body: pieces(), taken };
}

const read = (bytes: Buffer, sizes: readonly number[] = [65_536]) => collect(readFormParts(cut(bytes, sizes).body, type, limits));
const lines = (...all: string[]) => Buffer.from(all.join('\r\n'));
const field = (name: string, value: string, more: Partial<FormPart> = {}): FormPart => {
  const content = Buffer.from(value);
  return { name, fileName: undefined, isFile: false, charset: undefined, size: content.length, content, ...more };
};

test('what forms are made of', async () => {
  const body = lines(
    'a preamble',
    '---b ',
    'CONTENT-disposition: form-data;name=plain',
    '',
    'text',
    '---b',
    'Content-Type: text/plain; charset=ISO-8859-1',
    'Content-Disposition: form-data;',
    ' name="folded \\"ä\\""; filename="C:\\dir\\ö.png"',
    'X-Other: 1',
    '',
    '\r\n---',
    '---b',
    'Content-Disposition: form-data; name="empty"; filename="a"; filename*=UTF-8\'\'%E2%82%AC.png',
    '',
    '',
    '---b',
    'Content-Disposition: form-data; name="bytes"',
    'Content-Type: application/octet-stream',
    '',
    'x',
    '---b--',
    'an epilogue',
  );
  expect(await read(body)).toEqual([
    field('plain', 'text'),
    field('folded "ä"', '\r\n---', { fileName: 'C:\\dir\\ö.png', isFile: true, charset: 'ISO-8859-1' }),
    field('empty', '', { fileName: '€.png', isFile: true }),
    field('bytes', 'x', { isFile: true }),
  ]);
});

test('texts are decoded as they declare it, and as UTF-8 otherwise', () => {
  const decode = (charset: string | undefined, bytes: number[]) => decodePartText({ ...field('a', ''), charset }, Buffer.from(bytes));
  expect([decode('ISO-8859-1', [0xe4]), decode(undefined, [0xc3, 0xa4]), decode('nonsense', [0xc3, 0xa4])]).toEqual(['ä', 'ä', 'ä']);
});

const anyContent = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom('\r\n---', '\r', '\r\n---a\r\n', '--', '---b').map((text) => Buffer.from(text)),
);
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });

test('any form gives its parts, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyContent, { maxLength: 5 }), anySizes, async (contents, sizes) => {
      const heads = contents.map((_, index) => `---b\r\nContent-Disposition: form-data; name="${index}"; filename="f"\r\n\r\n`);
      const pieces = contents.flatMap((content, index) => [Buffer.from(heads[index] as string), Buffer.from(content), Buffer.from('\r\n')]);
      const parts = await read(Buffer.concat([...pieces, Buffer.from('---b--\r\n')]), sizes);
      expect(parts.map(({ name, size, content }) => [name, size, content?.toString('hex')])).toEqual(
        contents.map((content, index) => [String(index), content.length, Buffer.from(content).toString('hex')]),
      );
    }),
  );
});

test('any bytes end: with the same outcome however they are cut', async () => {
  const words = fc.constantFrom(
    '---b',
    '\r\n',
    '--',
    '\r\n---b--',
    'Content-Disposition: form-data; name=a',
    ': ',
    '"',
    ';',
    '\r\n\r\n',
    'x',
  );
  const outcome = (bytes: Buffer, sizes?: readonly number[]) =>
    read(bytes, sizes).then(
      (parts) => parts,
      ({ code, message }) => [code, message],
    );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 40 }), anySizes, async (all, sizes) => {
      const bytes = Buffer.from(all.join(''));
      expect(await outcome(bytes, sizes)).toEqual(await outcome(bytes));
    }),
  );
});

const part = (name: string) => `---b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nx\r\n`;

test.each([
  ['bare boundaries', '---b\r\n', 10_000],
  ['parts', part('a'), 2000],
  ['parts without a name', '---b\r\n\r\nx\r\n', 1000],
  ['bytes before the first boundary', 'x', 10_000],
  ['bytes behind the last boundary', `${part('a')}---b--\r\n`, 10_000],
])('a flood of %s is read no further than the limit', async (_what, unit, most) => {
  const { body, taken } = cut(Buffer.alloc(1_000_000, unit), [100]);
  await expect(collect(readFormParts(body, type, limits))).rejects.toMatchObject({ code: 'body.malformed' });
  expect(taken.bytes).toBeLessThan(most);
});

test('a part that is not accepted is refused before its content is read', async () => {
  const { body, taken } = cut(Buffer.concat([Buffer.from(part('a').slice(0, -2)), Buffer.alloc(1_000_000)]), [100]);
  const refuse = () => {
    throw new Error('no');
  };
  await expect(collect(readFormParts(body, type, limits, refuse))).rejects.toThrow('no');
  expect(taken.bytes).toBe(100);
});

test('a field that is too long is refused at once, a file that is too long is thrown away', async () => {
  const short = { ...limits, maxFieldBytes: 10, maxFileBytes: 10 };
  const { body, taken } = cut(Buffer.concat([Buffer.from(part('a').slice(0, -2)), Buffer.alloc(10_000)]), [100]);
  await expect(collect(readFormParts(body, type, short))).rejects.toMatchObject({ message: expect.stringContaining('at most 10 bytes') });
  expect(taken.bytes).toBe(100);
  const file = lines('---b', 'Content-Disposition: form-data; name=a; filename=b', '', 'x'.repeat(11), '---b--');
  expect(await collect(readFormParts(cut(file, [7]).body, type, short))).toEqual([
    { name: 'a', fileName: 'b', isFile: true, charset: undefined, size: 11, content: undefined },
  ]);
});

test('a body that takes longer than its budget is refused, by the clock that is given', async () => {
  let now = 0;
  const slow = createParseBudget(() => (now += 30));
  const { body, taken } = cut(Buffer.concat([Buffer.from(part('a').slice(0, -2)), Buffer.alloc(1_000_000)]), [100]);
  const reading = collect(readFormParts(body, type, limits, () => undefined, slow));
  await expect(reading).rejects.toMatchObject({ code: 'body.malformed', message: expect.stringContaining('too long to parse') });
  expect(taken.bytes).toBe(1700);
});

test.each([undefined, 'multipart/form-data', 'multipart/form-data; boundary=', `multipart/form-data; boundary=${'b'.repeat(71)}`])(
  'no boundary in %s',
  async (contentType) => {
    await expect(collect(readFormParts(cut(Buffer.from('---b--'), [9]).body, contentType, limits))).rejects.toMatchObject({
      code: 'body.malformed',
    });
  },
);

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { renderBanner } from './banner.ts';
import { specimenPicture } from './specimen-picture.ts';

const url = 'http://127.0.0.1:8080';
const first = `OCR Web listens on ${url}\nOpen that address in a browser for the page, ${url}/docs for the API.\n`;
const rest = `-H 'Prefer: wait=20' -F 'picture_file=@"${fileURLToPath(specimenPicture)}"' '${url}/api/v1/tools/ocr/picture/'\n\n`;

test('a token that this start made is shown, with a command that uses it', () => {
  const made = '0123456789012345678901234567890123456789';
  expect(renderBanner(url, { firstToken: made, isTokenSet: false })).toBe(
    `${first}\nFirst token (stored as a hash, shown only now): ${made}\n\nRead a specimen passport:\n\n` +
      `curl -s -H 'Authorization: Token ${made}' ${rest}`,
  );
});

test('a token that was set is not shown: the command takes it from the variable', () => {
  expect(renderBanner(url, { firstToken: undefined, isTokenSet: true })).toBe(
    `${first}\nRead a specimen passport, where OCR_WEB_TOKEN is set:\n\ncurl -s -H "Authorization: Token $OCR_WEB_TOKEN" ${rest}`,
  );
});

test('without either the address is all', () => {
  expect(renderBanner(url, { firstToken: undefined, isTokenSet: false })).toBe(first);
});

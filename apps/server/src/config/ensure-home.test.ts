import { expect, test } from 'vitest';
import { ensureHome } from './ensure-home.ts';

test('a home is given to who has none, and left to who has one', () => {
  const [unknown, known] = [{}, {}];
  ensureHome(unknown, () => {
    throw new Error('ENOENT: no such file or directory, uv_os_homedir');
  });
  ensureHome(known, () => '/home/ocr');
  expect([unknown, known]).toEqual([{ HOME: '/' }, {}]);
});

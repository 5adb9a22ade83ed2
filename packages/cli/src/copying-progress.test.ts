import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { describeCopied, showCopying } from './copying-progress.ts';

test.each([
  [{ what: 'pictures', objects: 50, total: 200, bytes: 5_000_000 }, 10, 'pictures: 50 of 200, 5.0 MB, 0.5 MB/s, 30 s left'],
  [{ what: 'scans', objects: 400, total: 10_000_000, bytes: 0 }, 2, 'scans: 400 of 10000000, 200/s, 13 h 53 min left'],
  [{ what: 'pictures', objects: 3, bytes: 300_000 }, 1, 'pictures: 3, 0.3 MB, 0.3 MB/s'],
  [{ what: 'scans', objects: 0, total: 10, bytes: 0 }, 0, 'scans: 0 of 10'],
  [{ what: 'scans', objects: 10, total: 10, bytes: 0 }, 4, 'scans: 10 of 10, 3/s, 0 s left'],
])('%j after %d s is "%s"', (copied, seconds, line) => {
  expect(describeCopied(copied, seconds)).toBe(line);
});

function watch(isTTY: boolean) {
  let time = 0;
  const output = Object.assign(new PassThrough(), { isTTY });
  const progress = showCopying(output, () => time);
  const at = (ms: number, objects: number, what = 'pictures') => {
    time = ms;
    progress.update({ what, objects, total: 100, bytes: 0 });
  };
  return { at, end: progress.end, written: () => String(output.read() ?? '') };
}

test('a terminal has one line, written anew a few times a second and taken away at the end', () => {
  const { at, end, written } = watch(true);
  at(100, 1);
  at(1000, 10);
  at(1100, 11);
  end();
  expect(written()).toBe('\r\u001b[Kpictures: 10 of 100, 10/s, 9 s left\r\u001b[K');
});

test('a log has a line every ten seconds, with the rate of what is copied now', () => {
  const { at, end, written } = watch(false);
  at(9000, 90);
  at(10_000, 100);
  at(15_000, 0, 'scans');
  at(21_000, 60, 'scans');
  end();
  expect(written()).toBe('ocr-web: pictures: 100 of 100, 10/s, 0 s left\nocr-web: scans: 60 of 100, 10/s, 4 s left\n');
});

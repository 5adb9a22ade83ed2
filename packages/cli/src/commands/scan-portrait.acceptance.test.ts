import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runCaptured } from '../../test/run-captured.ts';

const passport = fileURLToPath(new URL('../../../reader-node/test/fixtures/portrait/passport.jpg', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ocr-web-portrait-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Where `scripts/draw/draw-portrait-passport.ts` has put it: 401 by 515 of 1476 pixels, shrunk to
 * 1100.
 */
const drawn = [53, 115, 352, 499];

test('--portrait says where portrait and signature are, --portrait-crops cuts them out', async () => {
  const crops = join(folder, 'crops');
  const { code, stdout } = await runCaptured(['scan', '--json', '--processes', '1', '--portrait-crops', crops, passport]);
  const record = JSON.parse(stdout);
  const { portraits, signatures } = record;
  expect([code, 'visual' in record, portraits.length, portraits[0].kind, signatures.length]).toEqual([0, false, 1, 'portrait', 1]);
  for (const [side, at] of drawn.entries()) expect(Math.abs(portraits[0].box[side] - at)).toBeLessThan(12);
  expect(readdirSync(crops).sort()).toEqual(['passport-portrait.png', 'passport-signature.png']);
  const png = readFileSync(join(crops, 'passport-portrait.png'));
  // Width and height of the PNG: the portrait with a little around it.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)].map((side) => Math.round(side / 100))).toEqual([3, 4]);
}, 60_000);

test('--visual has the place of the portrait, and what is not asked for is not there', async () => {
  const { stdout } = await runCaptured(['scan', '--json', '--processes', '1', '--visual', passport]);
  const seen = JSON.parse(stdout);
  expect(seen.visual.portrait).toEqual({ box: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)] });
  expect('portraits' in seen).toBe(false);
}, 60_000);

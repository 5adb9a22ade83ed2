import { createBlindIndex } from '../src/crypto/blind-index.ts';
import { openKeyRing } from '../src/crypto/key-ring.ts';
import { wrapInMemory } from '../src/crypto/key-wrapper.ts';
import { parseMasterKeys } from '../src/crypto/master-keys.ts';

/** The text of the master key under which tests store things. */
export const testMasterKey = Buffer.alloc(32, 7).toString('base64');

const [first] = parseMasterKeys(testMasterKey);

/** What scans of tests are sealed with. */
export const testKeys = { keys: openKeyRing(wrapInMemory([first!])), indexOf: createBlindIndex(Buffer.alloc(32, 8)) };

/** How long scans of tests are kept: a day, their pictures an hour. */
export const testRetention = {
  dataMs: 24 * 3_600_000,
  maxDataMs: 7 * 24 * 3_600_000,
  pictureMs: 3_600_000,
  maxPictureMs: 7 * 24 * 3_600_000,
};

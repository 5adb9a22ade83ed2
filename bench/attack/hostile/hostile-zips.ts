import { packZip } from '../../../apps/server/test/uploads/pack-zip.ts';

/** Archives that cost more than they look. By name. */
export const hostileZips: Readonly<Record<string, () => Buffer>> = {
  entries: manyEntries,
  bomb: inflating,
  overlap: sharing,
  comment: longComment,
};

/** As many entries as the format has without ZIP64 (APPNOTE 6.3, section 4.4.22). */
function manyEntries(): Buffer {
  const entries = Array.from({ length: 65_535 }, (_, index) => ({ name: `${index}`, bytes: Buffer.alloc(1) }));
  return packZip(entries);
}

/** Ten entries that say they hold a byte, and inflate to 100 MB each. */
function inflating(): Buffer {
  const bytes = Buffer.alloc(100_000_000);
  return packZip(Array.from({ length: 10 }, (_, index) => ({ name: `${index}`, bytes, declaredBytes: 1, crc: 0 })));
}

/** Fifty entries that share the same packed 20 MB, just below what a batch may have. */
function sharing(): Buffer {
  const bytes = Buffer.alloc(20_000_000);
  return packZip(
    Array.from({ length: 50 }, (_, index) => ({ name: `${index}`, bytes })),
    { shareData: true },
  );
}

/**
 * A comment as long as may be, full of what looks like the end of the directory (section 4.3.16).
 */
function longComment(): Buffer {
  const zip = packZip([{ name: 'a', bytes: Buffer.alloc(10) }]);
  const comment = Buffer.alloc(65_535, Buffer.from('504b0506', 'hex'));
  zip.writeUInt16LE(comment.length, zip.length - 2);
  return Buffer.concat([zip, comment]);
}

import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive; what an honest archive would say about it unless said otherwise. */
export type ZipEntry = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly declaredBytes?: number;
  readonly crc?: number;
  /** Bit 0: encrypted. Bit 11: the name is UTF-8. */
  readonly flags?: number;
  /** 8: deflate. */
  readonly method?: number;
};

/**
 * Packs a ZIP archive by hand (APPNOTE 6.3, section 4.3), so that tests can also make dishonest
 * ones.
 */
export function packZip(entries: readonly ZipEntry[], { shareData = false }: { readonly shareData?: boolean } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const isNew = !shareData || locals.length === 0;
    const name = Buffer.from(entry.name);
    const packed = deflateRawSync(entry.bytes);
    const facts = describe(entry, packed.length, name.length);
    directory.push(headerOf('504b0102', '1400', facts, Buffer.alloc(14)), name);
    directory.at(-2)?.writeUInt32LE(isNew ? offset : 0, 42);
    if (!isNew) continue;
    const local = Buffer.concat([headerOf('504b0304', '', facts, Buffer.alloc(0)), name, packed]);
    locals.push(local);
    offset += local.length;
  }
  const size = Buffer.concat(directory).length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** What both headers say about an entry: version, flags, method, time, checksum, sizes, lengths. */
function describe(
  { bytes, declaredBytes = bytes.length, crc = crc32(bytes), flags = 0x800, method = 8 }: ZipEntry,
  packed: number,
  name: number,
) {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(flags, 2);
  facts.writeUInt16LE(method, 4);
  facts.writeUInt32LE(crc >>> 0, 10);
  facts.writeUInt32LE(packed, 14);
  facts.writeUInt32LE(declaredBytes, 18);
  facts.writeUInt16LE(name, 22);
  return facts;
}

function headerOf(signature: string, madeBy: string, facts: Buffer, rest: Buffer): Buffer {
  return Buffer.concat([Buffer.from(signature, 'hex'), Buffer.from(madeBy, 'hex'), facts, rest]);
}

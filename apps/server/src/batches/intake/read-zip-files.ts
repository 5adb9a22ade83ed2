import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader, type ZipFile } from 'yauzl';
import { isServiceError, ServiceError } from '../../errors/service-error.ts';
import type { ReceivedFile } from './batch-intake.ts';
import { type BatchLimits, type Refusal, tooLarge, tooManyFiles } from './batch-limits.ts';
import { cleanFileName } from './clean-file-name.ts';
import type { Spool } from './spool-body.ts';

/**
 * Entries of an archive for each file that it may have: folders and what systems add stand beside
 * the files.
 */
const entriesPerFile = 4;

/**
 * Most bytes of an entry's name, extra fields and comment together; each of them could have 65,535.
 */
const maxLabelBytes = 4096;

type ArchiveFile = { readonly entry: Entry; readonly name: string };

/** What file managers put into archives without being asked. */
const litter = /^__MACOSX(\/|$)|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/**
 * Reads the files of a ZIP archive in the order of its directory, one at a time. Names are labels
 * only: nothing is written under them.
 *
 * How many files there are and how large they say they are is looked at before anything is
 * inflated, and no entry can become larger than it says. So what an archive can become is limited,
 * however well it is packed and however often its entries share the same bytes.
 *
 * @throws ServiceError `body.malformed` for what is no archive, `batch.too_many_files`,
 *   `body.too_large` for what would inflate to too much
 */
export async function* readZipFiles(spool: Spool, limits: BatchLimits): AsyncGenerator<ReceivedFile, void, undefined> {
  const archive = await openArchive(spool);
  for (const entry of await listFiles(archive, limits)) yield await readEntry(archive, entry, limits);
}

/** What the library asks for ranges of the archive. */
class SpoolReader extends RandomAccessReader {
  readonly #spool: Spool;

  constructor(spool: Spool) {
    super();
    this.#spool = spool;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#spool.read(start, end);
  }
}

/**
 * The file stays the caller's, who closes it. Names are decoded here: as the library does it, a
 * strange one ends the whole archive.
 */
function openArchive(spool: Spool): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
  return fromRandomAccessReaderPromise(new SpoolReader(spool), spool.bytes, options).catch((cause: unknown) => {
    throw malformed(cause);
  });
}

async function listFiles(archive: ZipFile, limits: BatchLimits): Promise<ArchiveFile[]> {
  if (archive.entryCount > limits.maxFiles * entriesPerFile) throw tooManyFiles(limits);
  const files: ArchiveFile[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      const name = takeName(entry);
      if (!/[/\\]$/.test(name) && !litter.test(name)) files.push({ entry, name });
    }
  } catch (cause) {
    throw isServiceError(cause) ? cause : malformed(cause);
  }
  if (files.length > limits.maxFiles) throw tooManyFiles(limits);
  limitSizes(archive, files, limits);
  return files;
}

/** Extra fields are let go with it: an entry may have a thousand of them, each an object. */
function takeName({ generalPurposeBitFlag, fileNameRaw, extraFields, fileNameLength, extraFieldLength, fileCommentLength }: Entry): string {
  if (fileNameLength + extraFieldLength + fileCommentLength > maxLabelBytes) {
    const sentence = `Name, extra fields and comment of an entry of the archive may have at most ${maxLabelBytes} bytes together.`;
    throw new ServiceError('body.malformed', sentence);
  }
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  extraFields.length = 0;
  return name;
}

/**
 * An archive without overlaps packs its files into less than itself. With overlaps, a small one
 * could keep a processor busy for hours.
 */
function limitSizes({ fileSize }: ZipFile, files: readonly ArchiveFile[], { maxTotalBytes }: BatchLimits): void {
  const total = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (total > maxTotalBytes) {
    const sentence = `The files of the archive have ${total} bytes together; at most ${maxTotalBytes} are accepted.`;
    throw new ServiceError('body.too_large', sentence);
  }
  const packed = files.reduce((sum, { entry }) => sum + entry.compressedSize, 0);
  if (packed > fileSize) throw new ServiceError('body.malformed', 'The archive cannot be read: its entries overlap.');
}

async function readEntry(archive: ZipFile, { entry, name: label }: ArchiveFile, limits: BatchLimits): Promise<ReceivedFile> {
  const name = cleanFileName(label);
  const refusal = refuseUnread(entry, limits);
  if (refusal) return { name, refusal };
  try {
    const pieces: Buffer[] = [];
    for await (const piece of await archive.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    const bytes = Buffer.concat(pieces);
    return crc32(bytes) === entry.crc32 ? { name, bytes } : { name, refusal: damaged };
  } catch {
    return { name, refusal: damaged };
  }
}

const damaged: Refusal = { code: 'picture.corrupt', message: 'The file is damaged in the archive.' };

function refuseUnread(entry: Entry, limits: BatchLimits): Refusal | undefined {
  if (entry.isEncrypted()) return { code: 'picture.encrypted', message: 'The file asks for a password.' };
  if (!entry.canDecodeFileData())
    return { code: 'picture.unsupported', message: 'The file is packed in a way that is not read. Use "deflate".' };
  return entry.uncompressedSize > limits.maxBytes ? tooLarge(entry.uncompressedSize, limits) : undefined;
}

function malformed(cause: unknown): ServiceError {
  return new ServiceError('body.malformed', 'The archive cannot be read: it is no ZIP file, or it is damaged.', { cause });
}

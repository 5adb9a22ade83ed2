import { type FileHandle, open } from 'node:fs/promises';

/** Pages that one step looks at, 1 MiB of the default size, so that no step takes long. */
const pagesPerStep = 256;

/**
 * The page that holds no data because its first byte is where SQLite takes its locks (fileformat2,
 * section 1.4).
 */
const pendingByte = 0x40000000;

/** As long as the largest page; comparing with it is far cheaper than looking at each byte. */
const zeros = Buffer.alloc(65_536);

/** The types of B-tree pages and the bytes of their headers (fileformat2, section 1.6). */
const headerBytes: Readonly<Record<number, number>> = { 2: 12, 5: 12, 10: 8, 13: 8 };

/**
 * Overwrites what deleted rows left in the unallocated space of an SQLite file's pages.
 *
 * `secure_delete` zeroes the bytes of a row that is deleted, but not older copies of it: when
 * SQLite moves rows to a neighbouring page, it leaves their bytes in the unallocated space between
 * the page's cell pointers and its cells. Nothing ever reads that space, so zeros can be written
 * over it. The alternative is `VACUUM`, which writes the whole file anew and blocks meanwhile.
 *
 * The file format is fixed and published: https://www.sqlite.org/fileformat2.html
 */
export class PageScrubber {
  readonly #file: FileHandle;
  readonly #pageBytes: number;
  /**
   * The pages of a step. One buffer for all of them: a fresh one each time would wait for the
   * garbage collector, a large file's worth of them at once.
   */
  readonly #pages: Buffer;

  private constructor(file: FileHandle, pageBytes: number) {
    this.#file = file;
    this.#pageBytes = pageBytes;
    this.#pages = Buffer.alloc(pagesPerStep * pageBytes);
  }

  /**
   * Opens the file a second time. Close it after the database: closing any descriptor of a file
   * drops the locks of the whole process on it.
   */
  static async open(path: string, pageBytes: number): Promise<PageScrubber> {
    return new PageScrubber(await open(path, 'r+'), pageBytes);
  }

  /**
   * Scrubs one step's pages, one step at a time.
   *
   * Nobody may write to the database meanwhile, its log must be checkpointed, and its cache must be
   * dropped afterwards, or an old copy of a page would be written again.
   *
   * @param first number of the first page, counted from 1
   * @returns number of the next step's first page; undefined at the end of the file
   */
  async scrub(first: number): Promise<number | undefined> {
    const bytes = this.#pages;
    const { bytesRead } = await this.#file.read(bytes, 0, bytes.length, (first - 1) * this.#pageBytes);
    const pages = Math.floor(bytesRead / this.#pageBytes);
    for (let index = 0; index < pages; index += 1) {
      const page = bytes.subarray(index * this.#pageBytes, (index + 1) * this.#pageBytes);
      await this.#scrubPage(page, first + index);
    }
    return pages === pagesPerStep ? first + pages : undefined;
  }

  /** Brings what was overwritten to the disk, and leaves nothing of it in memory either. */
  sync(): Promise<void> {
    this.#pages.fill(0);
    return this.#file.datasync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #scrubPage(page: Buffer, pageNumber: number): Promise<void> {
    const space = isPointerMap(pageNumber, this.#pageBytes) ? undefined : findUnallocatedSpace(page, pageNumber);
    if (!space || space.bytes.equals(zeros.subarray(0, space.bytes.length))) return;
    await this.#file.write(space.bytes.fill(0), 0, space.bytes.length, (pageNumber - 1) * this.#pageBytes + space.start);
  }
}

/**
 * The unallocated space of a B-tree page; undefined for every other page. Overflow and free pages
 * begin with the high byte of a page number, 0.
 */
function findUnallocatedSpace(page: Buffer, pageNumber: number): { readonly start: number; readonly bytes: Buffer } | undefined {
  const header = pageNumber === 1 ? 100 : 0;
  const length = headerBytes[page[header] as number];
  if (length === undefined) return undefined;
  const cells = page.readUInt16BE(header + 3);
  const end = page.readUInt16BE(header + 5) || 65_536;
  const start = header + length + 2 * cells;
  return start < end && end <= page.length ? { start, bytes: page.subarray(start, end) } : undefined;
}

/**
 * Whether `auto_vacuum` keeps the parents of the following pages in this one, five bytes for each
 * (fileformat2, section 1.8).
 */
function isPointerMap(pageNumber: number, pageBytes: number): boolean {
  const span = Math.floor(pageBytes / 5) + 1;
  const nominal = 2 + Math.floor((pageNumber - 2) / span) * span;
  return pageNumber === (nominal === pendingByte / pageBytes + 1 ? nominal + 1 : nominal);
}

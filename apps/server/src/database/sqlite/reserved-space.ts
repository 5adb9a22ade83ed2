import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isDiskFull } from '../../errors/is-disk-full.ts';

/** Free pages that the file is given when it has few left. */
const reservedPages = 256;
const minFreePages = 64;

/** SQLite's own default. */
const autoCheckpointPages = 1000;

/**
 * Length of the write-ahead log, bytes. SQLite writes the log from its beginning again once it has
 * 1000 pages (`wal_autocheckpoint`), so it exceeds this length only in transactions of 2 MiB.
 */
const logBytes = 6 * 1024 * 1024;

/** After a disk without room, how long until it is asked again, milliseconds. */
const retryMs = 10_000;

const chunkBytes = 64 * 1024;
const zeros = Buffer.alloc(chunkBytes);

/**
 * Disk space that the database holds before it needs it. On a full disk a scan can then still be
 * deleted, which makes room, and what was read can still be stored.
 *
 * A change takes room in two places: in the write-ahead log, which therefore keeps its length, and
 * in the file when the log is checkpointed, which therefore always has some free pages. Where the
 * file system writes in place, as nearly all do, neither asks it for more.
 */
export class ReservedSpace {
  readonly #database: DatabaseSync;
  readonly #logPath: string;
  readonly #freePages: StatementSync;
  #log: number | undefined;
  #retryAt = Number.NEGATIVE_INFINITY;
  #isFileHeld = false;

  /** @param logPath the write-ahead log, which SQLite makes when the database is first used */
  constructor(database: DatabaseSync, logPath: string) {
    this.#database = database;
    this.#logPath = logPath;
    this.#freePages = database.prepare('pragma freelist_count');
  }

  /** Takes the space of a database that was just opened, as far as there is room. */
  open(): void {
    this.#database.exec('create table if not exists reserved_space (bytes blob)');
    this.#log = openSync(this.#logPath, 'r+');
    this.topUp();
    try {
      const { size } = fstatSync(this.#log);
      for (let at = size; at < logBytes; at += chunkBytes) writeSync(this.#log, zeros, 0, Math.min(chunkBytes, logBytes - at), at);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
    }
  }

  /** Adds free pages to the file if it has few. To be called after commits; mostly costs a read. */
  topUp(): void {
    if (performance.now() < this.#retryAt || this.#countFreePages() >= minFreePages) return;
    try {
      this.#database.exec(`begin immediate;
        insert into reserved_space values (zeroblob(${reservedPages} * (select page_size from pragma_page_size)));
        delete from reserved_space;
        commit`);
      // The file itself grows only now.
      if (!this.#isFileHeld) this.#database.exec('pragma wal_checkpoint(passive)');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      if (!isDiskFull(error)) throw error;
      this.#retryAt = performance.now() + retryMs;
    }
  }

  /** Gives free pages back to the file system, up to so many, but not those that are reserved. */
  giveBack(maxPages: number): void {
    const pages = Math.min(maxPages, this.#countFreePages() - reservedPages);
    if (pages > 0) this.#database.exec(`pragma incremental_vacuum(${pages})`);
  }

  /** Brings what the log holds into the file. No transaction may be open. */
  checkpoint(): void {
    this.#database.exec('pragma wal_checkpoint(restart)');
  }

  /**
   * Brings what the log holds into the file and overwrites the log with zeros: what was deleted is
   * in no file afterwards. No transaction may be open.
   */
  wipeLog(): void {
    this.checkpoint();
    const log = this.#log as number;
    const size = Math.min(fstatSync(log).size, logBytes);
    const chunk = Buffer.alloc(chunkBytes);
    for (let at = 0; at < size; at += chunkBytes) {
      const length = readSync(log, chunk, 0, Math.min(chunkBytes, size - at), at);
      if (!chunk.subarray(0, length).equals(zeros.subarray(0, length))) writeSync(log, zeros, 0, length, at);
    }
    ftruncateSync(log, size);
  }

  /** Whether somebody copies the file: then nothing is to be brought into it from the log. */
  get isFileHeld(): boolean {
    return this.#isFileHeld;
  }

  /**
   * Empties the log into the file, and leaves the file as it is from then on, or lets it change.
   */
  holdFile(isHeld: boolean): void {
    if (isHeld && !this.#isFileHeld) this.wipeLog();
    this.#isFileHeld = isHeld;
    this.#database.exec(`pragma wal_autocheckpoint = ${isHeld ? 0 : autoCheckpointPages}`);
  }

  /** To be called after the database is closed. */
  close(): void {
    if (this.#log !== undefined) closeSync(this.#log);
  }

  #countFreePages(): number {
    return (this.#freePages.get() as { freelist_count: number }).freelist_count;
  }
}

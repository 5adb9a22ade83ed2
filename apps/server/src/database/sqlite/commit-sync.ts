import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncPath } from '../../files/sync-path.ts';

/**
 * Brings commits to the disk, many with one fsync.
 *
 * SQLite itself would call fsync inside each commit (`synchronous=FULL`) and block the event loop
 * meanwhile. Instead it runs with `synchronous=NORMAL`, which keeps the file consistent but leaves
 * the last commits in the page cache, and this class syncs the write-ahead log on a thread of
 * libuv's pool. Commits that come while one fsync runs share the next one (group commit).
 */
export class CommitSync {
  readonly #path: string;
  readonly #onSync: () => void;
  readonly #onFault: (error: unknown) => void;
  #log: FileHandle | undefined;
  #committed = 0;
  #synced = 0;
  #running: Promise<void> | undefined;

  /**
   * @param path the write-ahead log, which SQLite makes with the first commit and keeps until the
   *   database is closed
   * @param onSync called after each fsync of the log
   * @param onFault called when one fails. What the log holds is unknown then (a second fsync may
   *   succeed without having written anything), so the database must not be used any more.
   */
  constructor(path: string, onSync: () => void, onFault: (error: unknown) => void) {
    this.#path = path;
    this.#onSync = onSync;
    this.#onFault = onFault;
  }

  /** Notes a commit whose durability matters. */
  noteCommit(): void {
    this.#committed += 1;
  }

  /**
   * Resolves when every commit noted so far is on the disk; undefined when that is so already.
   *
   * @throws the error of fsync
   */
  synced(): Promise<void> | undefined {
    return this.#synced < this.#committed ? this.#syncUpTo(this.#committed) : undefined;
  }

  async close(): Promise<void> {
    await this.synced();
    await this.#log?.close();
  }

  async #syncUpTo(commit: number): Promise<void> {
    while (this.#synced < commit) {
      // One that runs already began before the latest commit and may not cover it.
      this.#running ??= this.#sync().finally(() => {
        this.#running = undefined;
      });
      await this.#running;
    }
  }

  async #sync(): Promise<void> {
    this.#log ??= await this.#openLog();
    const covered = this.#committed;
    await this.#log.datasync().catch((error: unknown) => {
      this.#onFault(error);
      throw error;
    });
    this.#synced = covered;
    this.#onSync();
  }

  /** A new file is safe only when its folder's entry is (fsync(2)). */
  async #openLog(): Promise<FileHandle> {
    const log = await open(this.#path, 'r');
    await syncPath(dirname(this.#path));
    return log;
  }
}

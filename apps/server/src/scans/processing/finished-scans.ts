import type { Scan } from '../scan.ts';

/** Somebody in this process who waits for the end of a scan. */
export type FinishWait = {
  /** Resolves when the scan has ended here; never where it ends elsewhere, or not at all. */
  readonly ended: Promise<Scan>;
  /**
   * Returns the scan where its end is being written here, once that is done; undefined where it is
   * not, or was in vain.
   */
  readonly current: () => Promise<Scan | undefined>;
  readonly stop: () => void;
};

type Awaited = { waiters: number; writing: Promise<Scan | undefined>; readonly ended: PromiseWithResolvers<Scan> };

/**
 * Hands scans that end in this process to the requests of this process that wait for them, so that
 * these need not ask the database for what has just been written. A request hears of others by the
 * database's notifications.
 */
export class FinishedScans {
  readonly #awaited = new Map<number, Awaited>();

  /** Begins to wait. The wait must be stopped. */
  wait(scanId: number): FinishWait {
    const awaited = this.#awaited.get(scanId) ?? { waiters: 0, writing: Promise.resolve(undefined), ended: Promise.withResolvers<Scan>() };
    awaited.waiters += 1;
    this.#awaited.set(scanId, awaited);
    return {
      ended: awaited.ended.promise,
      current: () => awaited.writing,
      stop: () => {
        awaited.waiters -= 1;
        if (awaited.waiters === 0) this.#awaited.delete(scanId);
      },
    };
  }

  /**
   * Hears that the end of a scan is being written.
   *
   * @param written resolves when it is stored, with its row; undefined where nothing was written
   * @param toScan makes the scan of the row, where somebody waits for it
   */
  write<Row>(scanId: number, written: Promise<Row | undefined>, toScan: (row: Row) => Scan): void {
    const awaited = this.#awaited.get(scanId);
    if (!awaited) return;
    // A failure is the writer's.
    awaited.writing = written.then((row) => row && toScan(row)).catch(() => undefined);
    void awaited.writing.then((scan) => scan && awaited.ended.resolve(scan));
  }
}

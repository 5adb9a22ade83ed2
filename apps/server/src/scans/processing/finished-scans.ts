import type { AuditActor } from '../../audit/audit-event.ts';
import type { Scan } from '../scan.ts';

/** Somebody to whom the result of a scan is given as soon as there is one. */
export type AwaitingReader = {
  readonly actor: AuditActor;
  /** Whether the audit log has it already: it was written with the end of the scan. */
  isRecorded: boolean;
};

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

type Awaited = {
  waiters: number;
  writing: Promise<Scan | undefined>;
  readonly ended: PromiseWithResolvers<Scan>;
  readonly readers: Set<AwaitingReader>;
};

/**
 * Hands scans that end in this process to the requests of this process that wait for them, so that
 * these need not ask the database for what has just been written. A request hears of others by the
 * database's notifications.
 */
export class FinishedScans {
  readonly #awaited = new Map<number, Awaited>();

  /**
   * Begins to wait. The wait must be stopped.
   *
   * @param reader whose reading of the result may be recorded with the end of the scan; left out
   *   where the result may not be given after all
   */
  wait(scanId: number, reader?: AwaitingReader): FinishWait {
    const awaited = this.#awaited.get(scanId) ?? {
      waiters: 0,
      writing: Promise.resolve(undefined),
      ended: Promise.withResolvers<Scan>(),
      readers: new Set(),
    };
    awaited.waiters += 1;
    if (reader) awaited.readers.add(reader);
    this.#awaited.set(scanId, awaited);
    return {
      ended: awaited.ended.promise,
      current: () => awaited.writing,
      stop: () => {
        awaited.waiters -= 1;
        if (reader) awaited.readers.delete(reader);
        if (awaited.waiters === 0) this.#awaited.delete(scanId);
      },
    };
  }

  /** Returns those who are given the result of a scan. */
  readersOf(scanId: number): readonly AwaitingReader[] {
    return [...(this.#awaited.get(scanId)?.readers ?? [])];
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

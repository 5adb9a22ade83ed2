import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Reading } from '@ocr-web/reader';
import type { ReaderPool, ReaderPoolOptions } from '@ocr-web/reader-node';

/** What one turn over some pictures took. */
export type Turn = {
  /**
   * Milliseconds of processor time a picture, of the readers and of the process that feeds them.
   */
  readonly cpuMs: number;
  readonly perSecond: number;
  /** In the order of the pictures: what was read, or why nothing could be. */
  readonly readings: readonly string[];
};

/** The pool of readers of a checkout, whose processor time is counted. */
export type MeasuredPool = { read(pictures: readonly Uint8Array[]): Promise<Turn>; close(): Promise<void> };

type ReaderModule = { openReaderPool(options: Partial<ReaderPoolOptions>): Promise<ReaderPool> };

/** One pool is opened at a time: whatever process appears meanwhile is one of its readers. */
export async function openMeasuredPool(checkout: string, size: number): Promise<MeasuredPool> {
  const others = new Set(childrenOfThisProcess());
  const module = (await import(pathToFileURL(join(checkout, 'packages/reader-node/src/index.ts')).href)) as ReaderModule;
  const pool = await module.openReaderPool({ size, picturesPerChild: Number.MAX_SAFE_INTEGER });
  const readers = childrenOfThisProcess().filter((pid) => !others.has(pid));
  const cpu = () => readers.reduce((sum, pid) => sum + cpuOf(pid), cpuOfThisProcess());
  return {
    async read(pictures) {
      const readings: string[] = [];
      const [cpuBefore, start] = [cpu(), performance.now()];
      let next = 0;
      const keepReading = async () => {
        for (let index = next++; index < pictures.length; index = next++) {
          readings[index] = await pool.read(pictures[index] as Uint8Array).then(describeReading, String);
        }
      };
      await Promise.all(Array.from({ length: size }, keepReading));
      const seconds = (performance.now() - start) / 1000;
      return { cpuMs: (cpu() - cpuBefore) / pictures.length, perSecond: pictures.length / seconds, readings };
    },
    close: () => pool.close(),
  };
}

function describeReading({ zones, hints }: Reading): string {
  return JSON.stringify({ zones: zones.map(({ lines, score }) => ({ lines, score })), hints: hints.map(({ code }) => code) });
}

function childrenOfThisProcess(): string[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
}

function cpuOfThisProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time so far; utime and stime of proc(5), in hundredths of a second. */
function cpuOf(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

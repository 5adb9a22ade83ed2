import type { Reading } from '@ocr-web/reader';
import { type ReaderTools, readPicture } from '@ocr-web/reader-node/in-process';
import type { LabelledPicture } from './labelled-picture.ts';

/** What the reader made of one zone. */
export interface ZoneRead {
  readonly lines: readonly string[];
  readonly score: number;
}

/** What the reader made of one picture. */
export interface Measured {
  readonly file: string;
  readonly format: string | null;
  readonly truth: readonly string[] | null;
  /** Of the best zone; empty when none was found or the picture was refused. */
  readonly lines: readonly string[];
  readonly score: number;
  /** All that were read, best first. */
  readonly zones: readonly ZoneRead[];
  /** The class of the error where the picture could not be read at all. */
  readonly refused?: string;
  /** Milliseconds: the fastest of the repeats, stage by stage. */
  readonly stages: Readonly<Record<string, number>>;
  readonly cpu_ms: number;
}

const today = '2026-11-23';
const nothingRead: ZoneRead = { lines: [], score: 0 };

/** Reads every picture `repeats` times in this process, one after the other. */
export async function measurePictures(pictures: readonly LabelledPicture[], tools: ReaderTools, repeats: number): Promise<Measured[]> {
  const read = (bytes: Uint8Array) => readPicture(bytes, tools, { today });
  const measured: Measured[] = [];
  for (const picture of pictures) {
    let fastest = await measurePicture(picture, read);
    for (let repeat = 1; repeat < repeats; repeat++) {
      const again = await measurePicture(picture, read);
      if (again.cpu_ms < fastest.cpu_ms) fastest = again;
    }
    measured.push(fastest);
  }
  return measured;
}

/** Reads a picture, wherever that happens; `cpu_ms` is this process's. */
export async function measurePicture(
  { file, format, mrz, bytes }: LabelledPicture,
  read: (bytes: Uint8Array) => Promise<Reading>,
): Promise<Measured> {
  const start = process.cpuUsage();
  const known = { file, format, truth: mrz };
  try {
    const { zones: found, timing } = await read(bytes);
    const zones = found.map(({ lines, score }) => ({ lines, score }));
    const [best = nothingRead] = zones;
    return { ...known, ...best, zones, stages: { ...timing }, cpu_ms: cpuSince(start) };
  } catch (error) {
    return { ...known, ...nothingRead, zones: [], refused: String(error), stages: {}, cpu_ms: cpuSince(start) };
  }
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

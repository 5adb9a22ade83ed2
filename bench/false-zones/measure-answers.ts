import { readFileSync } from 'node:fs';
import { isEngineError } from '@ocr-web/reader';
import { minRatioOfLine, type ProposedZone, proposeZone, readPage, readsLikeZone } from '@ocr-web/reader/engine';
import type { ReaderTools } from '@ocr-web/reader-node/in-process';
import type { PictureFiles } from './labelled-files.ts';

/**
 * Least log-likelihood ratios of one of several lines, in nats, from none to strict; that of the
 * reader is among them. A line alone keeps its own, but for the first.
 */
export const minRatios: readonly number[] = [Number.NEGATIVE_INFINITY, -128, -64, -48, minRatioOfLine.ofSeveral, -24, -16, -8];

/** Of pictures of one kind, how many have a zone answered for each of the least ratios. */
export interface KindAnswers {
  readonly kind: string;
  readonly hasZone: boolean;
  readonly pictures: number;
  readonly answered: readonly number[];
}

export interface SetAnswers {
  readonly name: string;
  readonly date: string;
  readonly machine: string;
  readonly kinds: readonly KindAnswers[];
}

const today = '2026-11-23';

/** Reads pictures one by one. Those that are refused count as not answered. */
export async function measureAnswers({ name, files }: PictureFiles, tools: ReaderTools): Promise<Pick<SetAnswers, 'name' | 'kinds'>> {
  const kinds = new Map<string, { kind: string; hasZone: boolean; pictures: number; answered: number[] }>();
  for (const { path, kind, hasZone } of files) {
    const row = kinds.get(kind) ?? { kind, hasZone, pictures: 0, answered: minRatios.map(() => 0) };
    kinds.set(kind, row);
    row.pictures++;
    const zones = await proposeZones(path, tools);
    for (const [index, minRatio] of minRatios.entries()) {
      const alone = Number.isFinite(minRatio) ? minRatioOfLine.alone : minRatio;
      if (zones.some((zone) => readsLikeZone(zone.interpretation.document, zone.evidence, { alone, ofSeveral: minRatio })))
        row.answered[index]!++;
    }
  }
  return { name, kinds: [...kinds.values()] };
}

async function proposeZones(path: string, tools: ReaderTools): Promise<ProposedZone[]> {
  try {
    const picture = await tools.decodePicture(readFileSync(path));
    try {
      const { detected } = await readPage(await picture.openPage(0), tools, { today });
      return detected.flatMap(({ logits }) => proposeZone(logits, { today }) ?? []);
    } finally {
      picture.close();
    }
  } catch (error) {
    if (isEngineError(error)) return [];
    throw error;
  }
}

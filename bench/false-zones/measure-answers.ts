import { readFileSync } from 'node:fs';
import { isEngineError } from '@ocr-web/reader';
import { type ProposedZone, proposeZone, readPage, readsLikeZone, type ZoneLimits, zoneLimits } from '@ocr-web/reader/engine';
import type { ReaderTools } from '@ocr-web/reader-node/in-process';
import type { PictureFiles } from './labelled-files.ts';

const none = Number.NEGATIVE_INFINITY;

/**
 * Limits of the rule, from none at all over more and more surprisal that is asked for; those of the
 * reader are among them.
 */
export const candidateLimits: readonly ZoneLimits[] = [
  { minRatioAlone: none, minRatioOfSeveral: none, minSurprisal: 0 },
  ...[0, 4, 6, zoneLimits.minSurprisal, 9.5, 12, 16].map((minSurprisal) => ({ ...zoneLimits, minSurprisal })),
];

/** Of pictures of one kind, how many have a zone answered within each of the limits. */
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
    const row = kinds.get(kind) ?? { kind, hasZone, pictures: 0, answered: candidateLimits.map(() => 0) };
    kinds.set(kind, row);
    row.pictures++;
    const zones = await proposeZones(path, tools);
    for (const [index, limits] of candidateLimits.entries()) {
      if (zones.some(({ interpretation, evidence }) => readsLikeZone(interpretation.document, evidence, limits))) row.answered[index]!++;
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

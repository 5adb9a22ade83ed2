import { characterValue, type MrzDocument } from '@ocr-web/mrz';
import type { CharacterPosteriors } from '../../align/character-posteriors.ts';
import { alphabet, classCount } from '../../recognise/line-logits.ts';
import { type Candidate, maxCharacterCost } from './list-candidates.ts';
import { nats } from './log-prior.ts';

/** Columns of each line that a check digit which holds covers; its own column is one of them. */
type Coverage = readonly Uint8Array[];

/**
 * For each character of a document the probability that one stands there and is one that the
 * candidates consider. What the format forbids there, or would make a check digit fail that holds,
 * is as improbable here as in the candidates themselves.
 */
export function consideredShares({ lines, weights, hypothesis }: Candidate, { checks }: Pick<MrzDocument, 'checks'>): number[][] {
  const coverage = coverOf(lines, checks);
  return lines.map((text, line) =>
    Array.from(text, (character, column) => {
      const row = weights[line]!.subarray(column * classCount, (column + 1) * classCount);
      return shareOf(row, coverage[line]![column] === 1 ? character : undefined) * presenceAt(hypothesis.posteriors[line]!, column);
    }),
  );
}

function presenceAt({ presence }: CharacterPosteriors, column: number): number {
  return presence[column]!;
}

/** @param proved the character that a check digit proves, where one does */
function shareOf(row: Float32Array, proved: string | undefined): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let c = 1; c < classCount; c++) top = Math.max(top, row[c]!);
  let considered = 0;
  let others = 0;
  for (let c = 1; c < classCount; c++) {
    if (row[c]! >= top - maxCharacterCost) considered += Math.exp(row[c]!);
    else others += Math.exp(row[c]! + (proved === undefined || isAlike(alphabet[c - 1]!, proved) ? 0 : nats.checkFails));
  }
  return considered / (considered + others);
}

/** Whether check digits cannot tell two characters apart. */
function isAlike(a: string, b: string): boolean {
  return characterValue(a.charCodeAt(0)) % 10 === characterValue(b.charCodeAt(0)) % 10;
}

function coverOf(lines: readonly string[], checks: MrzDocument['checks']): Coverage {
  const coverage = lines.map((text) => new Uint8Array(text.length));
  for (const { holds, over, position } of checks) {
    if (holds !== true) continue;
    for (const [line, start, end] of over) coverage[line]?.fill(1, start, end);
    coverage[position.line]?.fill(1, position.column, position.column + 1);
  }
  return coverage;
}

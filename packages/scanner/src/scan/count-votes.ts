import type { Interpretation, ZoneReading } from '@ocr-web/reader';
import type { DetectedInFrame } from '@ocr-web/reader-web';

type Ballot = { readonly zone: ZoneReading; readonly logits: DetectedInFrame['logits'] };

export type VotesDeps = {
  /** Reads several frames of one document together. */
  readonly combine: (frames: readonly DetectedInFrame['logits'][]) => Promise<Interpretation | undefined>;
};

export type Votes = {
  /**
   * Counts what a frame says.
   *
   * @returns the document once it is proved: two frames, or two counts of several frames, are sure
   *   of the same characters
   */
  add(ballot: Ballot): Promise<ZoneReading | undefined>;
  /** Forgets everything: another document may come. */
  clear(): void;
};

/** A score from which a reading counts as sure (docs/valid-score.md). */
const minSureScore = 95;
/** Frames that are read together at least, and at most: time grows with their number. */
const frames = { min: 3, max: 8 };
/** Share of its characters that frames of one document have in common at least. */
const minAgreement = 0.7;

/** Votes of frames about one document. */
export function countVotes({ combine }: VotesDeps): Votes {
  let ballots: Ballot[] = [];
  let sureAlone: string | undefined;
  let sureTogether: string | undefined;
  const clear = () => {
    ballots = [];
    sureAlone = undefined;
    sureTogether = undefined;
  };
  return {
    clear,
    add: async (ballot) => {
      const { zone } = ballot;
      if (ballots.some((one) => agreement(one.zone.lines, zone.lines) < minAgreement)) clear();
      ballots = [...ballots, ballot].slice(-frames.max);
      if (zone.score >= minSureScore) {
        const text = zone.lines.join('\n');
        if (text === sureAlone) return zone;
        // Two frames that are sure of different characters: neither is believed.
        if (sureAlone !== undefined) clear();
        else sureAlone = text;
        return undefined;
      }
      if (ballots.length < frames.min) return undefined;
      const together = await combine(ballots.map(({ logits }) => logits));
      const isSure = together && together.score >= minSureScore && together.lines.length === zone.lines.length;
      const text = isSure ? together.lines.join('\n') : undefined;
      const contradicts = sureAlone !== undefined && text !== undefined && text !== sureAlone;
      const isProved = text !== undefined && !contradicts && (text === sureTogether || text === sureAlone);
      sureTogether = text;
      return isProved && together ? { ...zone, ...together } : undefined;
    },
  };
}

/** Share of equal characters, 0 to 1; of different numbers of lines 0. */
function agreement(ones: readonly string[], others: readonly string[]): number {
  if (ones.length !== others.length) return 0;
  const [one, other] = [ones.join(''), others.join('')];
  const length = Math.max(one.length, other.length, 1);
  let equal = 0;
  for (let at = 0; at < length; at++) if (one[at] === other[at]) equal += 1;
  return equal / length;
}

import { scoreDocument } from '@ocr-web/mrz';
import type { PicturePlanes } from '../../image/plane.ts';
import type { ZoneReading } from '../../reading.ts';
import type { StageClock } from '../../stage-clock.ts';
import { type InterpretedZone, interpretLines } from '../interpret/interpret-lines.ts';
import type { LineStrips } from '../line-strips.ts';
import { provesItself } from '../proves-itself.ts';
import type { LineLogits } from '../recognise/line-logits.ts';
import { recogniseLines } from '../recognise/recognise-lines.ts';
import { rectifyLines } from '../rectify/rectify-lines.ts';
import type { TracedZone } from '../traced-zone.ts';
import { turnZone } from '../zone/zone-frames.ts';
import { placeLines } from './place-lines.ts';
import { type RecognisedZone, recogniseZone, type ZoneTools } from './recognise-zone.ts';

/** A zone that was detected on a page, turned upright. */
export type DetectedZone = {
  readonly traced: TracedZone;
  /** Whether it was read as in a mirror. */
  readonly mirrored: boolean;
  /**
   * The recogniser's answer for each line of `traced`, in reading order. `interpretFrames` combines
   * those of several video frames.
   */
  readonly logits: readonly LineLogits[];
  /** What it says; undefined when it does not read like a zone. */
  readonly reading:
    | { readonly zone: ZoneReading /** Indexes of the traced lines that its lines were read from. */; readonly lines: readonly number[] }
    | undefined;
};

/** One reading of a zone; there may be better ones. */
export type Attempt = {
  readonly detected: DetectedZone;
  readonly recognised: Pick<RecognisedZone, 'logits' | 'turned' | 'isStraightened'>;
  readonly interpreted: InterpretedZone | undefined;
};

/** Whether check digits bear it out. */
export function isProved({ interpreted }: Attempt): boolean {
  return interpreted !== undefined && provesItself(interpreted.interpretation.document);
}

/** Reads the zones of one page, in one way or another. */
export type ZoneReader = {
  /** @param straighten as for `rectifyZone` */
  read(zone: TracedZone, straighten?: boolean): Promise<Attempt>;
  /** The strips of an upright zone's lines, valid until the next zone is drawn or read. */
  draw(zone: TracedZone): Promise<LineStrips>;
  /**
   * Reads strips of an upright zone.
   *
   * @param trials how many readings it is chosen from; its confidence is lowered accordingly
   */
  reread(zone: TracedZone, strips: LineStrips, trials: number): Promise<Attempt>;
};

type ZoneReaderDeps = {
  readonly planes: PicturePlanes;
  readonly page: number;
  readonly tools: ZoneTools;
  readonly today: string;
  readonly mirrored: boolean;
  /** Of how many readings what it reads first is the chosen one; 1 unless given. */
  readonly trials?: number;
  readonly clock: StageClock;
};

export function createZoneReader({ planes, page, tools, today, mirrored, trials: ofFirst = 1, clock }: ZoneReaderDeps): ZoneReader {
  const interpret = async (settled: TracedZone, recognised: Attempt['recognised'], trials = ofFirst): Promise<Attempt> => {
    const { logits } = recognised;
    const interpreted = doubtChosen(await clock.during('interpret', () => interpretLines(logits, { today })), trials);
    return { detected: { traced: settled, mirrored, logits, reading: describe(settled, page, interpreted) }, recognised, interpreted };
  };
  return {
    async read(zone, straighten = true) {
      const recognised = await recogniseZone(planes, zone, { mirrored, straighten }, tools, clock);
      return interpret(recognised.turned ? turnZone(recognised.upright) : recognised.upright, recognised);
    },
    draw: (zone) => clock.during('rectify', () => rectifyLines(planes, zone, tools.scratch)),
    async reread(zone, strips, trials) {
      const logits = await clock.during('recognise', () => recogniseLines(strips, tools.models.recogniser));
      return interpret(zone, { logits, turned: false, isStraightened: false }, trials);
    },
  };
}

/**
 * The most confident of several readings is right less often than it seems: what one of them errs
 * by, any of them may (Bonferroni's bound).
 */
function doubtChosen(interpreted: InterpretedZone | undefined, trials: number): InterpretedZone | undefined {
  if (!interpreted || trials === 1) return interpreted;
  const { interpretation } = interpreted;
  const confidence = Math.max(0, 1 - trials * (1 - interpretation.confidence));
  return { ...interpreted, interpretation: { ...interpretation, confidence, score: scoreDocument(interpretation.document, confidence) } };
}

function describe(settled: TracedZone, page: number, interpreted: InterpretedZone | undefined): DetectedZone['reading'] {
  return interpreted && { zone: { page, ...placeLines(settled, interpreted), ...interpreted.interpretation }, lines: interpreted.strips };
}

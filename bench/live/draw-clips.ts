import expected from '../../packages/reader-node/test/fixtures/expected.json' with { type: 'json' };
import { drawFrame, type Pose } from '../../packages/scanner/test/clips/draw-frame.ts';

/** What a clip shows; of `none` and `other` nothing may be taken. */
export type ClipKind = 'sharp' | 'soft' | 'glare' | 'dark' | 'other' | 'none';

export type Clip = {
  readonly kind: ClipKind;
  /** What is printed on the document; undefined where there is no zone. */
  readonly lines: readonly string[] | undefined;
  /** One after the other, the last one for the rest of the time. */
  readonly poses: readonly (Pose & { readonly ms: number })[];
};

const printed = {
  specimen: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
  passport: expected['passport.jpg'].zones[0]!.lines,
  card: expected['card.png'].zones[0]!.lines,
  permit: expected['card.webp'].zones[0]!.lines,
} as const;
/** Height over width of the most upright page among them. */
const mostUpright = 0.78;
const holders = Object.keys(printed) as (keyof typeof printed)[];

/** How many of a hundred clips are of each kind. */
const shares: readonly (readonly [ClipKind, number])[] = [
  ['sharp', 50],
  ['soft', 15],
  ['glare', 10],
  ['dark', 5],
  ['other', 15],
  ['none', 5],
];

/** Describes clips; the same number always gives the same ones. */
export function describeClips(count: number): Clip[] {
  const chance = createChance(20_261_129);
  return Array.from({ length: count }, (_, index) => describeClip(kindOf((100 * index) / count), index, chance));
}

function kindOf(percent: number): ClipKind {
  let end = 0;
  for (const [kind, share] of shares) {
    end += share;
    if (percent < end) return kind;
  }
  return 'none';
}

/** A table, the document on its way in and out of focus, then as the kind says. */
function describeClip(kind: ClipKind, index: number, chance: () => number): Clip {
  const between = (from: number, to: number) => from + (to - from) * chance();
  const tilt = between(-20, 20);
  const held = {
    width: Math.min(between(650, 900), widestInside(tilt)),
    angle: tilt + (index % 10 === 0 ? 180 : 0),
    offset: [between(-60, 60), between(-8, 8)] as const,
  };
  if (kind === 'none') return { kind, lines: undefined, poses: [{ ms: 1 }] };
  if (kind === 'other') return { kind, lines: undefined, poses: [{ ...held, document: index % 2 ? 'paper' : 'screen', ms: 1 }] };
  const document = holders[index % holders.length]!;
  const faults = { soft: { blur: between(1.5, 3.5) }, glare: { glare: between(60, 220) }, dark: { light: between(0.04, 0.15) }, sharp: {} };
  const coming = { ...held, document, blur: 7, offset: [held.offset[0] - 90, held.offset[1] + 20] as const };
  return {
    kind,
    lines: printed[document],
    poses: [{ ms: 200 }, { ...coming, ms: 500 }, { ...held, document, ...faults[kind], ms: 1 }],
  };
}

/**
 * The largest width at which a tilted page lies inside a frame 720 pixels high, with some room.
 *
 * @param tilt degrees
 */
function widestInside(tilt: number): number {
  const [sine, cosine] = [Math.abs(Math.sin((tilt * Math.PI) / 180)), Math.cos((tilt * Math.PI) / 180)];
  return 690 / (sine + mostUpright * cosine);
}

/** Draws the pictures of a clip, by the names that its scenes get. */
export async function drawClip(
  { poses }: Clip,
  name: string,
): Promise<{ readonly file: string; readonly ms: number; readonly bytes: Buffer }[]> {
  return await Promise.all(
    poses.map(async ({ ms, ...pose }, index) => ({ file: `${name}-${index}.jpg`, ms, bytes: await drawFrame(pose) })),
  );
}

/** Lehmer's numbers with the multiplier of MINSTD (Park and Miller, 1988), 0 to 1. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

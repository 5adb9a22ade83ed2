import { type Homography, invertHomography, projectPoint } from '../../geometry/homography.ts';
import type { Point } from '../../geometry/point.ts';
import type { PicturePlanes } from '../../image/plane.ts';
import type { Network } from '../../runtime/network.ts';
import { decodeFaces, type Face, overlap, viewSide } from './decode-faces.ts';
import { drawView, type Square, type View } from './draw-view.ts';
import type { Search } from './views-of-page.ts';

/** A face, and the view from near by in which it was seen last. */
export type SeenFace = {
  /** In pixels of the view. */
  readonly face: Face;
  readonly view: View;
  /** How far the document is turned clockwise in the view, as far as the face tells it; radians. */
  readonly roll: number;
};

export type FaceTools = { readonly network: Network; readonly signal?: AbortSignal | undefined };

/** What may be a face from afar. */
const minGlimpse = 0.1;
/**
 * What is one from near by: on a document that lies upright, and where a picture is searched in
 * every direction, in which much looks like a face once.
 */
const minConfidence = { upright: 0.4, anyhow: 0.6 } as const;
/**
 * From near by a face is so much of the view; what is not sure in the first is seen in the next,
 * unless it was faint from afar and a sure one was seen before.
 */
const nearShares = [0.3, 0.2];
const sure = 0.7;
const faint = 0.3;
/** What is less from afar, and then less from near by, is no face from nearer still. */
const none = { afar: 0.4, near: 0.1 } as const;
/** No more are looked at from near by: documents show the holder a few times. */
const maxGlimpses = 6;

/**
 * Looks for faces in squares, and at each that may be one again from near by, which places it
 * better and tells it from what only looks alike.
 *
 * @param isUpright whether the plane is; else the view from near by is turned as the face is
 * @returns surest first
 */
export async function findFaces(planes: PicturePlanes, search: Search, isUpright: boolean, tools: FaceTools): Promise<SeenFace[]> {
  const glimpses: Glimpse[] = [];
  for (const square of search.squares) {
    const { answer } = await look(planes, search.toPicture, square, tools);
    for (const face of decodeFaces(answer, minGlimpse))
      glimpses.push({ square: squareAround(face, square, isUpright), confidence: face.confidence });
  }
  const seen: SeenFace[] = [];
  for (const glimpse of glimpses.sort((a, b) => b.confidence - a.confidence).slice(0, maxGlimpses)) {
    const isEnough = glimpse.confidence < faint && (seen[0]?.face.confidence ?? 0) > sure;
    const shares = isEnough ? nearShares.slice(0, 1) : nearShares;
    const found = await lookFromNear(planes, search.toPicture, glimpse, isUpright, shares, tools);
    if (found && !seen.some((other) => isSame(found, other))) seen.push(found);
  }
  return seen.sort((a, b) => b.face.confidence - a.face.confidence);
}

/** What may be a face, as seen from afar. */
type Glimpse = { readonly square: Square; readonly confidence: number };

async function lookFromNear(
  planes: PicturePlanes,
  toPicture: Homography,
  { square, confidence }: Glimpse,
  isUpright: boolean,
  shares: readonly number[],
  tools: FaceTools,
): Promise<SeenFace | undefined> {
  let best: SeenFace | undefined;
  for (const share of shares) {
    const { view, answer } = await look(planes, toPicture, { ...square, side: square.side / share }, tools);
    const [from, to] = [(viewSide * (1 - share)) / 2, (viewSide * (1 + share)) / 2];
    const isThere = (one: Face) => overlap(one, { left: from, top: from, right: to, bottom: to }) > 0.2;
    const found = decodeFaces(answer, isUpright ? minConfidence.upright : minConfidence.anyhow).find(isThere);
    if (found && found.confidence > (best?.face.confidence ?? 0)) best = { face: found, view, roll: isUpright ? 0 : rollOf(found) };
    if (best && best.face.confidence > sure) break;
    if (confidence < none.afar && !decodeFaces(answer, none.near).some(isThere)) break;
  }
  return best;
}

async function look(planes: PicturePlanes, toPicture: Homography, square: Square, { network, signal }: FaceTools) {
  signal?.throwIfAborted();
  const view = await drawView(planes, toPicture, square);
  return { view, answer: await network.run({ data: view.data, dims: [1, 1, viewSide, viewSide] }) };
}

/** What a face covers that was seen in another square of the same plane. */
function squareAround(face: Face, { centre, side, turn }: Square, isUpright: boolean): Square {
  const unit = side / viewSide;
  const [x, y] = [((face.left + face.right) / 2 - viewSide / 2) * unit, ((face.top + face.bottom) / 2 - viewSide / 2) * unit];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const height = Math.max(face.bottom - face.top, face.right - face.left) * unit;
  const roll = isUpright ? 0 : rollOf(face);
  return { centre: { x: centre.x + x * cos - y * sin, y: centre.y + x * sin + y * cos }, side: height, turn: turn + roll };
}

/** Heads are held and seen a little askew: a smaller turn says nothing of the document; radians. */
const minRoll = 0.14;

/** How far a face is turned clockwise: as its eyes are, and as its mouth lies below them. */
function rollOf({ eyes: [first, second], mouth }: Face): number {
  const eyes = Math.atan2(second.y - first.y, second.x - first.x);
  const down = Math.atan2((first.x + second.x) / 2 - mouth.x, mouth.y - (first.y + second.y) / 2);
  const roll = (eyes + down) / 2;
  return Math.abs(roll) < minRoll ? 0 : roll;
}

function isSame(one: SeenFace, other: SeenFace): boolean {
  const toOther = invertHomography(other.view.toPicture);
  if (!toOther) return false;
  const place = ({ x, y }: Point) => projectPoint(one.view.toPicture, x, y);
  const at = place({ x: (one.face.left + one.face.right) / 2, y: (one.face.top + one.face.bottom) / 2 });
  const { x, y } = projectPoint(toOther, at.x, at.y);
  return x > other.face.left && x < other.face.right && y > other.face.top && y < other.face.bottom;
}

import { type Homography, projectPoint } from '../geometry/homography.ts';
import type { Quad } from '../geometry/quad.ts';
import type { PicturePlanes } from '../image/plane.ts';
import type { ZoneReading } from '../reading.ts';
import type { Network } from '../runtime/network.ts';
import { frameOfZone, type PageFrame } from '../visual/page/page-frame.ts';
import { type Box, headHeight, portraitOfFace } from './box/portrait-of-face.ts';
import { snapToEdges } from './box/snap-to-edges.ts';
import { viewSide } from './faces/decode-faces.ts';
import { drawView } from './faces/draw-view.ts';
import { type FaceTools, findFaces, type SeenFace } from './faces/find-faces.ts';
import { partsOfFrame, partsOfPicture, wholeFrame, wholePicture } from './faces/views-of-page.ts';
import type { HolderReading, PortraitReading } from './portrait-reading.ts';
import { findSignature } from './signature/find-signature.ts';
import { type Placed, tellGhosts } from './tell-ghosts.ts';

/** What the portrait of a page is looked for with. */
export type HolderTools = {
  /** `picture` [1,1,192,192] to `faces` [1,2304,17]. */
  readonly network: Network;
  /** Asked before each run of the network. */
  readonly signal?: AbortSignal;
};

/**
 * Finds the portrait of the holder on a page, further ones, and the signature: on the document,
 * drawn upright, where a zone tells where it lies; else on the whole picture, turned four ways.
 */
export async function findHolder(
  planes: PicturePlanes,
  zone: ZoneReading | undefined,
  page: number,
  tools: HolderTools,
): Promise<HolderReading> {
  const frame = zone && frameOf(zone, planes);
  const seen = await seeFaces(planes, frame, zone, tools);
  const placed: PlacedPortrait[] = [];
  for (const one of seen) placed.push(await placePortrait(planes, one));
  const portraits = tellGhosts(placed).map(
    ({ kind, quad, faceShare, seen: { face } }): PortraitReading => ({ page, kind, quad, faceShare, confidence: face.confidence }),
  );
  const [main] = portraits;
  const signature = main && (await findSignature(planes, { portrait: main.quad, zoneLines: zone?.lineQuads }));
  return { portraits, signatures: signature ? [{ page, ...signature }] : [] };
}

/** A face that is so sure stands upright; then the picture is not turned further. */
const sure = 0.8;

async function seeFaces(
  planes: PicturePlanes,
  frame: PageFrame | undefined,
  zone: ZoneReading | undefined,
  tools: FaceTools,
): Promise<readonly SeenFace[]> {
  if (frame) {
    for (const search of [wholeFrame(frame), partsOfFrame(frame)]) {
      const seen = await findFaces(planes, search, true, tools);
      if (seen.length > 0) return seen;
    }
  }
  if (zone) return await findFaces(planes, partsOfPicture(planes, (zone.rotation_deg * Math.PI) / 180), false, tools);
  let best: readonly SeenFace[] = [];
  for (const turn of [0, 0.5, 1, 1.5]) {
    const seen = await findFaces(planes, wholePicture(planes, turn * Math.PI), false, tools);
    if ((seen[0]?.face.confidence ?? 0) > (best[0]?.face.confidence ?? 0)) best = seen;
    if ((best[0]?.face.confidence ?? 0) > sure) break;
  }
  return best;
}

function frameOf({ document: { format }, lines, lineQuads }: ZoneReading, planes: PicturePlanes): PageFrame | undefined {
  return format === null ? undefined : frameOfZone({ format, columns: lines[0]?.length ?? 0, lineQuads }, planes);
}

/** Around the portrait that is expected, so many times as high. */
const around = 2.4;

type PlacedPortrait = Placed & { readonly faceShare: number };

async function placePortrait(planes: PicturePlanes, seen: SeenFace): Promise<PlacedPortrait> {
  const { face, view, roll } = seen;
  const expected = portraitOfFace(face);
  const height = expected.bottom - expected.top;
  const centre = { x: (expected.left + expected.right) / 2, y: (expected.top + expected.bottom) / 2 };
  const close = await drawView(planes, view.toPicture, { centre, side: height * around, turn: roll });
  const perUnit = viewSide / (height * around);
  const half = { x: ((expected.right - expected.left) / 2) * perUnit, y: (height / 2) * perUnit };
  const middle = viewSide / 2;
  const box = snapToEdges(close.data, { left: middle - half.x, top: middle - half.y, right: middle + half.x, bottom: middle + half.y });
  return {
    seen,
    quad: placeBox(box, close.toPicture),
    faceShare: Math.min(1, (headHeight(face) * perUnit) / (box.bottom - box.top)),
  };
}

function placeBox({ left, top, right, bottom }: Box, toPicture: Homography): Quad {
  const place = (x: number, y: number) => projectPoint(toPicture, x, y);
  return [place(left, top), place(right, top), place(right, bottom), place(left, bottom)];
}

import type { FormatName } from '@ocr-web/mrz';
import { fitHomography, type Homography, invertHomography, projectPoint } from '../../geometry/homography.ts';
import type { Point } from '../../geometry/point.ts';
import type { Quad } from '../../geometry/quad.ts';
import { type DocumentSize, documentSize, zoneMiddle, zonePitch } from './document-sizes.ts';

/**
 * The plane of a document in millimetres: x to the right from the zone's first character, y down
 * from the zone's middle.
 */
export type PageFrame = {
  /** From millimetres to pixels of the picture. */
  readonly toPicture: Homography;
  /** What of the plane is looked at; lies within the picture as far as it is known. */
  readonly area: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Where the document's page lies in it; undefined where nothing tells. */
  readonly page: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | undefined;
  /** Where the zone's print lies in it; undefined where the picture shows none. */
  readonly zone: { readonly top: number; readonly bottom: number } | undefined;
};

type Size = { readonly width: number; readonly height: number };
type PlacedZone = { readonly format: FormatName; readonly columns: number; readonly lineQuads: readonly Quad[] };

/** Around the page, for edges that the zone's geometry misses; millimetres. */
const around = 3;
/** Above the page there may be its other side, or another page of the booklet: so many heights. */
const heightsAbove = 1.25;
/** Below a card there may be its front. */
const heightsBelow = 1.1;
/** Pages and stickers, whose other side shows nothing of the bearer. */
const pages: ReadonlySet<FormatName> = new Set(['TD3', 'MRVA', 'MRVB', 'IND-PASSPORT']);
/**
 * Beside a card there may be its front, so many widths away at most, where the picture has room for
 * most of one there and for less than half of one above and below.
 */
const widthsBeside = 1.1;
const roomBeside = 0.8;
const roomAbove = 0.5;
/** Half of the zone's print beyond the middle of its outer lines, millimetres. */
const halfLine = 1.8;
/** A picture without a zone is taken for one document that fills it; millimetres. */
const assumedWidth = 100;
/** No document that fills a picture is so many times as long as it is wide. */
const maxAspect = 5;

/**
 * The plane of the document that a zone belongs to.
 *
 * @param picture pixels
 * @returns undefined for a zone whose lines lie on a point
 */
export function frameOfZone(zone: PlacedZone, picture: Size): PageFrame | undefined {
  const size = documentSize(zone.format);
  const length = zone.columns * zonePitch - 0.25 * zonePitch;
  const toPicture = fitHomography(cornersInFrame(zone, size, length), cornersInPicture(zone.lineQuads));
  const toFrame = toPicture && invertHomography(toPicture);
  if (!toPicture || !toFrame) return undefined;
  const margin = (size.width - length) / 2;
  const page = { left: -margin, top: zoneMiddle - size.height, right: length + margin, bottom: zoneMiddle };
  const isCard = !pages.has(zone.format);
  const wanted = {
    left: page.left - around,
    top: page.top - (isCard ? heightsAbove : 0.15) * size.height,
    right: page.right + around,
    bottom: page.bottom + (isCard ? heightsBelow * size.height : around),
  };
  const half = ((zone.lineQuads.length - 1) / 2) * size.lineSpacing + halfLine;
  const sight = sightOf(toFrame, picture);
  const area = sight ? overlapOf(isCard ? withSides(wanted, page, sight) : wanted, sight) : page;
  return { toPicture, area, page, zone: { top: -half, bottom: half } };
}

/**
 * The plane of a document that lies upright and fills its picture, of unknown size.
 *
 * @returns undefined for a picture of a shape that no document has
 */
export function frameOfPicture({ width, height }: Size): PageFrame | undefined {
  if (Math.max(width, height) > maxAspect * Math.min(width, height)) return undefined;
  const pixels = width / assumedWidth;
  const area = { left: 0, top: 0, right: assumedWidth, bottom: height / pixels };
  return { toPicture: [pixels, 0, 0, 0, pixels, 0, 0, 0, 1], area, page: undefined, zone: undefined };
}

/** How many pixels of the picture a millimetre has, in the middle of the zone. */
export function pixelsPerMillimetre({ toPicture }: PageFrame): number {
  const from = projectPoint(toPicture, 20, 0);
  const to = projectPoint(toPicture, 60, 0);
  return Math.hypot(to.x - from.x, to.y - from.y) / 40;
}

/** The middles of the ends of the first and of the last line; of a single one its corners. */
function cornersInPicture(lineQuads: readonly Quad[]): Point[] {
  const [first, last] = [lineQuads[0]!, lineQuads.at(-1)!];
  if (lineQuads.length === 1) return [...first];
  return [middle(first[0], first[3]), middle(first[1], first[2]), middle(last[1], last[2]), middle(last[0], last[3])];
}

function cornersInFrame({ lineQuads }: PlacedZone, { lineSpacing }: DocumentSize, length: number): Point[] {
  const half = lineQuads.length === 1 ? zonePitch / 2 : ((lineQuads.length - 1) / 2) * lineSpacing;
  return [
    { x: 0, y: -half },
    { x: length, y: -half },
    { x: length, y: half },
    { x: 0, y: half },
  ];
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

type Box = PageFrame['area'];

/** What of the plane the picture shows; undefined where a corner lies beyond the horizon. */
export function sightOf(toFrame: Homography, { width, height }: Size): Box | undefined {
  const corners: Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ].map(([x, y]) => projectPoint(toFrame, x!, y!));
  // A corner beyond the horizon comes out on the other side.
  if (!corners.every(({ x, y }) => Math.hypot(x, y) < 2000)) return undefined;
  return boxAround(corners);
}

/** The smallest box that holds some points. */
export function boxAround(points: readonly Point[]): Box {
  const [across, down] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
}

/** An area with the other side of a card that lies beside it, if it can only be there. */
function withSides(wanted: Box, page: Box, sight: Box): Box {
  const [width, height] = [page.right - page.left, page.bottom - page.top];
  const isRoomAbove = page.top - sight.top > roomAbove * height || sight.bottom - page.bottom > roomAbove * height;
  if (isRoomAbove) return wanted;
  return {
    ...wanted,
    ...(page.left - sight.left > roomBeside * width && { left: page.left - widthsBeside * width }),
    ...(sight.right - page.right > roomBeside * width && { right: page.right + widthsBeside * width }),
  };
}

/** What two boxes share: of an area the part that is in sight. */
export function overlapOf(wanted: Box, sight: Box): Box {
  return {
    left: Math.max(wanted.left, sight.left),
    top: Math.max(wanted.top, sight.top),
    right: Math.min(wanted.right, sight.right),
    bottom: Math.min(wanted.bottom, sight.bottom),
  };
}

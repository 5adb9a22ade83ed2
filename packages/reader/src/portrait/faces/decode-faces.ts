import type { Point } from '../../geometry/point.ts';
import type { Tensor } from '../../runtime/network.ts';

/** A face in a square view; pixels of the view. */
export type Face = {
  /** From the brows to the chin, ear to ear. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Of the one that stands left in an upright picture, then the other. */
  readonly eyes: readonly [Point, Point];
  readonly mouth: Point;
  /** Probability that it is one, 0 to 1. */
  readonly confidence: number;
};

/** The side of the view that the network looks at, and of its cells; pixels. */
export const viewSide = 192;
const cellSide = 4;
const cellsAcross = viewSide / cellSide;
/** Logit, box (centre, size), then six points: eyes, nose, mouth, ears. */
const numbersPerCell = 17;
/** Two boxes that share so much of what they cover show the same face. */
const sameFace = 0.3;

/**
 * The faces in the network's answer: every cell of 4 pixels has one anchor of the size of the view
 * in its middle, and says how far a face is from it. Boxes of the same face are averaged, each
 * counting as much as it is sure (MediaPipe, `face_detection_full_range`: SsdAnchorsCalculator,
 * TensorsToDetectionsCalculator, NonMaxSuppressionCalculator with WEIGHTED).
 */
export function decodeFaces({ data }: Tensor, minConfidence: number): Face[] {
  const found: Face[] = [];
  for (let cell = 0; cell < cellsAcross * cellsAcross; cell++) {
    const confidence = 1 / (1 + Math.exp(-data[cell * numbersPerCell]!));
    if (confidence >= minConfidence) found.push(decodeCell(data, cell, confidence));
  }
  return mergeFaces(found.sort((a, b) => b.confidence - a.confidence));
}

function decodeCell(data: Float32Array, cell: number, confidence: number): Face {
  const at = cell * numbersPerCell;
  const [middleX, middleY] = [((cell % cellsAcross) + 0.5) * cellSide, (Math.floor(cell / cellsAcross) + 0.5) * cellSide];
  const [x, y] = [middleX + data[at + 1]!, middleY + data[at + 2]!];
  const [halfWidth, halfHeight] = [data[at + 3]! / 2, data[at + 4]! / 2];
  const point = (index: number): Point => ({ x: middleX + data[at + 5 + 2 * index]!, y: middleY + data[at + 6 + 2 * index]! });
  const box = { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight };
  return { ...box, eyes: [point(0), point(1)], mouth: point(3), confidence };
}

/** @param faces surest first */
function mergeFaces(faces: readonly Face[]): Face[] {
  const merged: Face[] = [];
  let rest = faces;
  while (rest[0]) {
    const best = rest[0];
    const same = rest.filter((face) => face === best || overlap(face, best) > sameFace);
    merged.push({ ...meanFace(same), confidence: best.confidence });
    rest = rest.filter((face) => !same.includes(face));
  }
  return merged;
}

function meanFace(faces: readonly Face[]): Face {
  const total = faces.reduce((sum, { confidence }) => sum + confidence, 0);
  const mean = (value: (face: Face) => number) => faces.reduce((sum, face) => sum + value(face) * face.confidence, 0) / total;
  const point = (of: (face: Face) => Point): Point => ({ x: mean((face) => of(face).x), y: mean((face) => of(face).y) });
  return {
    left: mean(({ left }) => left),
    top: mean(({ top }) => top),
    right: mean(({ right }) => right),
    bottom: mean(({ bottom }) => bottom),
    eyes: [point(({ eyes }) => eyes[0]), point(({ eyes }) => eyes[1])],
    mouth: point(({ mouth }) => mouth),
    confidence: faces[0]!.confidence,
  };
}

type Box = Pick<Face, 'left' | 'top' | 'right' | 'bottom'>;

/** What two boxes share of what both cover, 0 to 1. */
export function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (!(across > 0 && down > 0)) return 0;
  const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top);
  return (across * down) / (area(a) + area(b) - across * down);
}

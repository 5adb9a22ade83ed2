import { evaluatePolynomial } from '../../geometry/polynomial.ts';
import { chooseLayout } from '../choose-layout.ts';
import { traceTuning } from '../trace-tuning.ts';
import { type CropLine, lineGlyphHeight, lineLength, lineWeight } from './crop-line.ts';

const { maxSpacing, minOverlap, maxHeightRatio, maxMisalignment, minLengthShare, minOuterShare } = traceTuning.group;
/** Characters of a line of a TD1. */
const cardCharacters = 30;
/** No MRZ has more lines; of more, the heaviest neighbours are kept. */
const maxLines = 3;

/** Sorts the lines of a crop into zones, each from top to bottom. */
export function groupLines(lines: readonly CropLine[]): CropLine[][] {
  const sorted = [...lines].sort((a, b) => middleY(a) - middleY(b));
  const zones: CropLine[][] = [];
  for (const line of sorted) {
    const zone = nearestZone(zones, line);
    if (zone) zone.push(line);
    else zones.push([line]);
  }
  return zones.map(keepAlignedLines).map(keepBestRun).map(dropOtherPrint);
}

function middleY(line: CropLine): number {
  return evaluatePolynomial(line.centreline, (line.start + line.end) / 2);
}

/**
 * The zone whose last line is the nearest one above that this line can follow; the last but one
 * counts too, as other print may lie between.
 */
function nearestZone(zones: readonly CropLine[][], line: CropLine): CropLine[] | undefined {
  let nearest: { readonly zone: CropLine[]; readonly height: number } | undefined;
  for (const zone of zones) {
    for (const upper of zone.slice(-2)) {
      const height = middleY(upper);
      if (isNext(upper, line) && (nearest === undefined || height > nearest.height)) nearest = { zone, height };
    }
  }
  return nearest?.zone;
}

function isNext(upper: CropLine, lower: CropLine): boolean {
  const from = Math.max(upper.start, lower.start);
  const to = Math.min(upper.end, lower.end);
  if (to - from < minOverlap * Math.min(lineLength(upper), lineLength(lower))) return false;
  const x = (from + to) / 2;
  const spacing = evaluatePolynomial(lower.centreline, x) - evaluatePolynomial(upper.centreline, x);
  const heights = [evaluatePolynomial(upper.glyphHeight, x), evaluatePolynomial(lower.glyphHeight, x)];
  const glyphHeight = Math.max(...heights);
  return glyphHeight <= maxHeightRatio * Math.min(...heights) && spacing <= maxSpacing * glyphHeight;
}

/**
 * Keeps lines that start or end with the zone's heaviest line, which other text nearby does not.
 */
function keepAlignedLines(zone: readonly CropLine[]): CropLine[] {
  const heaviest = zone.reduce((best, line) => (lineWeight(line) > lineWeight(best) ? line : best));
  const allowed = maxMisalignment * lineGlyphHeight(heaviest);
  const long = zone.filter((line) => lineLength(line) >= minLengthShare * lineLength(heaviest));
  const aligned = long.filter((line) => Math.min(Math.abs(line.start - heaviest.start), Math.abs(line.end - heaviest.end)) <= allowed);
  if (aligned.length > 1) return aligned;
  // Only driving licences have a single line: a partly covered neighbour may start later and end
  // earlier.
  const inside = long.filter((line) => line !== heaviest && line.start > heaviest.start && line.end < heaviest.end);
  const neighbour = inside.reduce<CropLine | undefined>(
    (best, line) => (best && lineWeight(best) >= lineWeight(line) ? best : line),
    undefined,
  );
  return zone.filter((line) => line === heaviest || line === neighbour);
}

function keepBestRun(zone: readonly CropLine[]): CropLine[] {
  let best = zone.slice(0, maxLines);
  const weigh = (run: readonly CropLine[]) => run.reduce((sum, line) => sum + lineWeight(line), 0);
  for (let from = 1; from + maxLines <= zone.length; from++) {
    const run = zone.slice(from, from + maxLines);
    if (weigh(run) > weigh(best)) best = run;
  }
  return best;
}

/**
 * Drops a short line above or below the two of a passport or a visa: it would pull the zone's edge
 * towards its own end.
 */
function dropOtherPrint(zone: readonly CropLine[]): CropLine[] {
  const [first, middle, last] = zone;
  if (!(first && middle && last) || zone.length !== maxLines) return [...zone];
  const isShort = (outer: CropLine, other: CropLine) =>
    lineLength(outer) < minOuterShare * Math.min(lineLength(middle), lineLength(other)) && makeTwoLines(middle, other);
  if (isShort(first, last)) return [middle, last];
  if (isShort(last, first)) return [first, middle];
  return [...zone];
}

/**
 * Whether two neighbouring lines have the spacing of a format with two lines; the three of a card
 * lie closer.
 */
function makeTwoLines(one: CropLine, other: CropLine): boolean {
  const x = (Math.max(one.start, other.start) + Math.min(one.end, other.end)) / 2;
  const spacing = Math.abs(evaluatePolynomial(one.centreline, x) - evaluatePolynomial(other.centreline, x));
  const glyphHeight = (evaluatePolynomial(one.glyphHeight, x) + evaluatePolynomial(other.glyphHeight, x)) / 2;
  const layout = chooseLayout(2, Math.max(lineLength(one), lineLength(other)) / spacing, glyphHeight / spacing);
  return layout !== undefined && layout.characters > cardCharacters;
}

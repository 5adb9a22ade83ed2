import type { Document } from '@ocr-web/api/client';

type Point = { readonly x: number; readonly y: number };
type Quad = readonly Point[];
type Span = { readonly line: number; readonly start: number; readonly end: number; readonly quad: Quad };

/**
 * One character on its page: where it stands, in pixels of the page, and how sure it is, 0 to 1.
 */
export type PlacedCharacter = {
  readonly line: number;
  readonly column: number;
  readonly character: string;
  readonly confidence: number;
  readonly quad: Quad;
};

/**
 * Places every character of a document. Characters have one pitch within a line, so each one lies
 * in its share of the stretch that covers it, or in line with the nearest one.
 */
export function placeCharacters(document: Document): PlacedCharacter[] {
  const spans = listSpans(document);
  return document.lines.flatMap((text, line) => {
    const ofLine = spans.filter((span) => span.line === line && span.end > span.start);
    const whole = wholeLine(document, line, text.length);
    return [...text].map((character, column) => {
      const span = nearestSpan(ofLine, column) ?? whole;
      const confidence = document.character_confidences[line]?.[column] ?? document.confidence;
      return { line, column, character, confidence, quad: sliceSpan(span, column) };
    });
  });
}

function listSpans({ fields, numbers, checks }: Document): Span[] {
  const ofNumbers = Object.values(numbers).flatMap((number) => number?.spans ?? []);
  return [...fields.flatMap(({ spans }) => spans), ...ofNumbers, ...checks.flatMap(({ over }) => over)];
}

/** Lines without known fields share the height of their zone. */
function wholeLine({ quad, lines }: Document, line: number, length: number): Span {
  const [start, end, lastEnd, lastStart] = quad as [Point, Point, Point, Point];
  const [top, bottom] = [line / lines.length, (line + 1) / lines.length];
  const corners = [mix(start, lastStart, top), mix(end, lastEnd, top), mix(end, lastEnd, bottom), mix(start, lastStart, bottom)];
  return { line, start: 0, end: Math.max(length, 1), quad: corners };
}

/**
 * The stretch nearest to a column; of those that cover it the longest, whose pitch is best known.
 */
function nearestSpan(spans: readonly Span[], column: number): Span | undefined {
  const distance = ({ start, end }: Span) => Math.max(start - column, column - end + 1, 0);
  const length = ({ start, end }: Span) => end - start;
  return [...spans].sort((a, b) => distance(a) - distance(b) || length(b) - length(a))[0];
}

function sliceSpan({ start, end, quad }: Span, column: number): Quad {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad as [Point, Point, Point, Point];
  const [from, to] = [(column - start) / (end - start), (column + 1 - start) / (end - start)];
  return [mix(topLeft, topRight, from), mix(topLeft, topRight, to), mix(bottomLeft, bottomRight, to), mix(bottomLeft, bottomRight, from)];
}

function mix(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

import { findMrz, parseMrz, type TextZone } from '@ocr-web/mrz';

/** A zone, or lines that look like one and could not be read. */
export type FoundText = TextZone | { readonly lines: readonly string[] };

/** A zone has at most this many lines; so many without one may still be its beginning. */
const maxCarriedLines = 2;
/** A text without an empty line is searched in parts of so many characters. */
const maxBlockLength = 500_000;

/**
 * Finds the zones of a text that arrives line by line, each as soon as the empty line behind it has
 * come. What holds no zone is left out, unless it looks like one, or the whole text has none: then
 * its first lines are returned as they are.
 */
export async function* readZoneTexts(lines: AsyncIterable<string>): AsyncGenerator<FoundText, void, undefined> {
  let block: string[] = [];
  let length = 0;
  let hasFound = false;
  let first: readonly string[] | undefined;
  for await (const line of endWithEmptyLine(lines)) {
    block.push(line);
    length += line.length + 1;
    if (line.trim() !== '' && length < maxBlockLength) continue;
    const printed = block.filter((one) => one.trim() !== '');
    first ??= printed.length > 0 ? printed.map((one) => one.trim()) : undefined;
    const found = findTexts(block);
    const isBeginning = printed.length <= maxCarriedLines && line !== end && !found.some(isRead);
    if (isBeginning) continue;
    yield* found;
    hasFound ||= found.length > 0;
    block = [];
    length = 0;
  }
  if (!hasFound && first !== undefined) yield { lines: first };
}

const end = '\n';

async function* endWithEmptyLine(lines: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  yield* lines;
  yield end;
}

/** Zones and unread paragraphs that look like zones, in order. */
function findTexts(block: readonly string[]): FoundText[] {
  const zones = findMrz(block.join('\n'));
  const found: (readonly [start: number, text: FoundText])[] = zones.map((zone) => [zone.spans[0]?.[0] ?? 0, zone]);
  for (const { start, stop, lines } of listParagraphs(block)) {
    const isTaken = zones.some(({ spans }) => spans.some(([from, to]) => from < stop && to > start));
    if (!isTaken && looksLikeZone(lines)) found.push([start, { lines }]);
  }
  return found.sort(([one], [other]) => one - other).map(([, text]) => text);
}

function isRead(text: FoundText): boolean {
  return 'spans' in text || parseMrz(text.lines, { today: '2000-01-01', keepLines: true }).format !== null;
}

function looksLikeZone(lines: readonly string[]): boolean {
  return lines.some((line) => /[<«].*[<«]/.test(line.slice(0, 200)));
}

/** Lines between empty lines, with where they stand in the joined text. */
function listParagraphs(block: readonly string[]): { start: number; stop: number; lines: string[] }[] {
  const paragraphs: { start: number; stop: number; lines: string[] }[] = [];
  let at = 0;
  let isOpen = false;
  for (const line of block) {
    const stop = at + line.length;
    const isEmpty = line.trim() === '';
    if (!isEmpty && !isOpen) paragraphs.push({ start: at, stop, lines: [] });
    const last = paragraphs.at(-1);
    if (!isEmpty && last !== undefined) {
      last.stop = stop;
      last.lines.push(line.trim());
    }
    isOpen = !isEmpty;
    at = stop + 1;
  }
  return paragraphs;
}

import type { Format } from '@ocr-web/mrz';
import { keepCharacters } from '../../align/keep-characters.ts';
import type { LineScorer } from '../../align/line-scorer.ts';

/** Narrow letters leave room for a few fillers more. */
const maxSurplus = 6;

/** A format that is laid over some of the lines of a zone. */
type Overlay = { readonly format: Pick<Format, 'fields' | 'lineLengths'>; readonly firstLine: number };

/**
 * The lines of a zone without the fillers that name lines have beyond the length of their format,
 * as where a name was pasted in narrow letters. Such fillers say nothing, but a letter dropped in
 * their place would be missed.
 *
 * @returns undefined unless a name line ends in more fillers than its format has room for
 */
export function omitSurplusFillers({ format, firstLine }: Overlay, lines: readonly LineScorer[]): LineScorer[] | undefined {
  const { fields, lineLengths } = format;
  const shortened = lines.map((scorer, index) => {
    const line = index - firstLine;
    const length = lineLengths[line] ?? 0;
    const endsInNames = fields.some((field) => field.kind === 'names' && field.line === line && field.end === length);
    return endsInNames && hasSurplus(scorer.text, length) ? { ...scorer, likely: keepCharacters(scorer.likely, length) } : scorer;
  });
  return shortened.some((scorer, index) => scorer !== lines[index]) ? shortened : undefined;
}

/** Whether fillers, and nothing else, follow the last character that there is room for. */
function hasSurplus(text: string, length: number): boolean {
  return text.length > length && text.length <= length + maxSurplus && /^<+$/.test(text.slice(length - 1));
}

import { describeIssue, type MrzDocument, parseMrz, repairMrz, scoreDocument } from '@ocr-web/mrz';
import { v1Result } from '@ocr-web/results';
import type { FoundText } from './read-zone-texts.ts';

interface Options {
  /** ISO date, for the century of dates. */
  readonly today: string;
  readonly isRepaired: boolean;
}

/**
 * What a text says under the keys of v1, and its lines with everything odd about them. Typed text
 * is certain, so its score depends on the checks alone. Lines of no known format say nothing but
 * themselves.
 */
export function describeText(text: FoundText, options: Options): Record<string, unknown> {
  const printed = parseMrz('spans' in text ? text : text.lines, { today: options.today, keepLines: true });
  if (!options.isRepaired) return describe(printed);
  const { status, lines, changes, issues } = repairMrz(printed.lines);
  const adjustments = 'spans' in text ? text.issues : [];
  const document = status === 'proposed' ? parseMrz({ lines, issues: [...adjustments, ...issues] }, { today: options.today }) : printed;
  const { mrz, ...data } = describe(document);
  return {
    ...data,
    mrz: { ...mrz, repair: { status, changes: changes.map(({ isForced: _, ...change }) => change), printed: printed.lines } },
  };
}

function describe(document: MrzDocument) {
  const zones = document.format === null ? [] : [{ document, score: scoreDocument(document, 1) }];
  const { status: _, ...data } = v1Result({ zones });
  const issues = document.issues.map((issue) => ({ ...issue, message: describeIssue(issue) }));
  return { ...data, mrz: { format: document.format, lines: document.lines, issues } };
}

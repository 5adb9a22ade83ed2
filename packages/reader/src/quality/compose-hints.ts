import type { ZoneReading } from '../reading.ts';
import type { Hint, HintCode } from './hint.ts';
import { isWellRead, type QualityIssue } from './quality-issue.ts';
import { writeMessage } from './write-message.ts';

/** Reported even if a document was well read. */
const alwaysSaid: ReadonlySet<HintCode> = new Set(['mirrored', 'several_documents', 'page_not_read', 'file_incomplete']);

/**
 * Turns the issues of all pages of a file into hints. If a document was well read, there is nothing
 * to improve: that the back of a card or a cover letter has no zone does not matter then.
 *
 * @param pages the issues of each page
 * @param zones of all pages, in the order of the reading; issues refer to these objects
 */
export function composeHints(pages: readonly { readonly issues: readonly QualityIssue[] }[], zones: readonly ZoneReading[]): Hint[] {
  const cut = new Set(pages.flatMap(({ issues }) => issues.flatMap(({ code, zone }) => (code === 'mrz_cut_off' && zone ? [zone] : []))));
  const isDone = zones.some((zone) => isWellRead(zone) && !cut.has(zone));
  return pages.flatMap(({ issues }, page) =>
    issues
      .filter(({ code }) => !isDone || alwaysSaid.has(code))
      .map((issue): Hint => {
        const { code, zone, line, found, needed } = issue;
        return {
          code,
          message: writeMessage(issue, page),
          page,
          ...(zone && { document: zones.indexOf(zone) }),
          ...(line !== undefined && { line }),
          ...(found !== undefined && { found }),
          ...(needed !== undefined && { needed }),
        };
      }),
  );
}

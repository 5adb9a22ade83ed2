import type { ZoneReading } from '../reading.ts';
import { type Finding, isWellRead } from './finding.ts';
import type { Hint, HintCode } from './hint.ts';
import { writeMessage } from './write-message.ts';

/** What a person should know however well a document was read. */
const alwaysSaid: ReadonlySet<HintCode> = new Set(['several_documents', 'page_not_read']);

/**
 * Puts in words what was found on the pages of a file. Where a document was well read, nothing has to be done better: that the back of a
 * card or a covering letter has no zone is no news then.
 *
 * @param pages what was found on each
 * @param zones of all pages, in the order of the reading
 */
export function composeHints(pages: readonly { readonly findings: readonly Finding[] }[], zones: readonly ZoneReading[]): Hint[] {
  const isDone = zones.some(isWellRead);
  return pages.flatMap(({ findings }, page) =>
    findings
      .filter(({ code }) => !isDone || alwaysSaid.has(code))
      .map((finding): Hint => {
        const { code, zone, line, found, needed } = finding;
        return {
          code,
          message: writeMessage(finding, page),
          page,
          ...(zone && { document: zones.indexOf(zone) }),
          ...(line !== undefined && { line }),
          ...(found !== undefined && { found }),
          ...(needed !== undefined && { needed }),
        };
      }),
  );
}

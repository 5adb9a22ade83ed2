import { characterValue } from './alphabet.ts';
import type { Coverage, Format, Span } from './formats/format.ts';
import { isPossibleDate } from './parse/read-date.ts';
import type { CheckResult } from './run-checks.ts';

/**
 * Why a value may be believed.
 * `proved`: a printed check that covers it holds. `contradicted`: one that covers it does not, or the value cannot be.
 * `not printed`: there is nothing there. `unprovable`: no printed check covers it.
 */
export type EvidenceStatus = 'proved' | 'contradicted' | 'not printed' | 'unprovable';

/** Characters that could be others without any check noticing. Counted from 0. */
export interface BlindSpot {
  readonly line: number;
  readonly column: number;
  /** One character, or two neighbours. */
  readonly printed: string;
  /** What could stand there instead: characters of equal value modulo 10, or the two neighbours the other way round. */
  readonly unseen: readonly string[];
}

export interface Evidence {
  readonly status: EvidenceStatus;
  /** Names of the checks that prove or contradict it. */
  readonly by: readonly string[];
  /** What a proof cannot see. Two or more changes at once escape one check digit in ten cases besides. Empty unless `proved`. */
  readonly blind: readonly BlindSpot[];
}

const none: readonly never[] = /* @__PURE__ */ Object.freeze([]);
export const notPrinted: Evidence = /* @__PURE__ */ Object.freeze({ status: 'not printed', by: none, blind: none } as const);
const unprovable: Evidence = /* @__PURE__ */ Object.freeze({ status: 'unprovable', by: none, blind: none } as const);

/** Evidence for printed characters from the checks that cover them; a field's own check decides before those it shares with others. */
export function proveSpans(
  format: Format,
  lines: readonly string[],
  spans: readonly Span[],
  coverage: Coverage,
  checks: readonly CheckResult[],
  isDate: boolean,
): Evidence {
  const own = coverage.own < 0 ? undefined : (checks[coverage.own] as CheckResult);
  if (own?.holds === false) return { status: 'contradicted', by: [own.name], blind: none };
  const holding: string[] = own?.holds === true ? [own.name] : [];
  for (const index of coverage.shared) {
    const { holds, name } = checks[index] as CheckResult;
    if (holds === true) holding.push(name);
    else if (holds === false && own?.holds !== true) return { status: 'contradicted', by: [name], blind: none };
  }
  if (holding.length === 0) return unprovable;
  return { status: 'proved', by: holding, blind: findBlindSpots(format, lines, spans, isDate) };
}

/** The same evidence, contradicted by one more reason. */
export function contradict(evidence: Evidence, reason: string): Evidence {
  return { status: 'contradicted', by: evidence.status === 'contradicted' ? [...evidence.by, reason] : [reason], blind: none };
}

/**
 * What check digits cannot see within stretches of the lines. In a date the calendar helps: 0 for `<` or back always leaves half a day,
 * month or year, and of exchanged neighbours only those count that leave a date.
 */
export function findBlindSpots(format: Format, lines: readonly string[], spans: readonly Span[], isDate: boolean): BlindSpot[] {
  const spots: BlindSpot[] = [];
  for (const [line, start, end] of spans) {
    const text = lines[line] as string;
    const unseenAt = format.unseen[line] as Format['unseen'][number];
    for (let column = start; column < end; column++) {
      const unseen = isDate ? undefined : (unseenAt[column] as readonly (readonly string[])[])[text.charCodeAt(column)];
      if (unseen !== undefined && unseen.length > 0) spots.push({ line, column, printed: text.charAt(column), unseen });
      if (column + 1 < end && isBlindSwap(format, text, line, column) && (!isDate || isPossibleDate(swap(text, start, column)))) {
        const printed = text.slice(column, column + 2);
        spots.push({ line, column, printed, unseen: [printed.charAt(1) + printed.charAt(0)] });
      }
    }
  }
  return spots;
}

/** Neighbours whose values differ by 5 modulo 10 may change places: the weights of neighbours differ by 2, 4 or 6. */
function isBlindSwap(format: Format, text: string, line: number, column: number): boolean {
  const left = text.charCodeAt(column);
  const right = text.charCodeAt(column + 1);
  if ((characterValue(left) - characterValue(right)) % 5 !== 0 || (characterValue(left) - characterValue(right)) % 2 === 0) return false;
  const masks = format.masks[line] as readonly Uint8Array[];
  return masks[column]?.[right] === 1 && masks[column + 1]?.[left] === 1;
}

/** The six characters of a date from `start`, those at `column` and after it exchanged. */
function swap(text: string, start: number, column: number): string {
  return text.slice(start, column) + text.charAt(column + 1) + text.charAt(column) + text.slice(column + 2, start + 6);
}

import { characterValue } from './alphabet.ts';
import type { BlindSpot, Coverage, Format, Span } from './formats/format.ts';
import { isPossibleDate } from './parse/read-date.ts';
import type { CheckResult } from './run-checks.ts';

/**
 * Why a value may be believed. `proved`: a printed check that covers it holds. `contradicted`: one
 * that covers it does not, or the value cannot be. `not printed`: there is nothing there.
 * `unprovable`: no printed check covers it.
 */
export type EvidenceStatus = 'proved' | 'contradicted' | 'not printed' | 'unprovable';

export interface Evidence {
  readonly status: EvidenceStatus;
  /** Names of the checks that prove or contradict it. */
  readonly by: readonly string[];
  /**
   * What a proof cannot see. Two or more changes at once escape one check digit in ten cases
   * besides. Empty unless `proved`.
   */
  readonly blind: readonly BlindSpot[];
}

const none: readonly never[] = /* @__PURE__ */ Object.freeze([]);
export const notPrinted: Evidence = /* @__PURE__ */ Object.freeze({ status: 'not printed', by: none, blind: none } as const);
const unprovable: Evidence = /* @__PURE__ */ Object.freeze({ status: 'unprovable', by: none, blind: none } as const);

/**
 * Evidence for printed characters from the checks that cover them; a field's own check decides
 * before those it shares with others.
 */
export function proveSpans(
  format: Format,
  lines: readonly string[],
  spans: readonly Span[],
  coverage: Pick<Coverage, 'own' | 'shared'>,
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
 * What check digits cannot see within stretches of the lines. In a date the calendar helps: 0 for
 * `<` or back always leaves half a day, month or year, and of exchanged neighbours only those count
 * that leave a date.
 */
function findBlindSpots(format: Format, lines: readonly string[], spans: readonly Span[], isDate: boolean): BlindSpot[] {
  const spots: BlindSpot[] = [];
  for (const [line, start, end] of spans) {
    const text = lines[line] as string;
    const table = format.blindSpots[line] as readonly (BlindSpot | undefined)[];
    let previous = characterValue(text.charCodeAt(start));
    for (let column = start; column < end; column++) {
      const code = text.charCodeAt(column);
      const value = characterValue(code);
      if ((value - previous + 40) % 10 === 5 && canSwap(format, text, line, column - 1)) {
        if (!isDate || isPossibleDate(swap(text, start, column - 1))) spots.push(swappedPair(text, line, column - 1));
      }
      previous = value;
      const spot = isDate ? undefined : table[128 * column + code];
      if (spot !== undefined) spots.push(spot);
    }
  }
  return spots;
}

/** Whether the format allows neighbours in each other's place. */
function canSwap(format: Format, text: string, line: number, column: number): boolean {
  const mask = format.masks[line] as Uint8Array;
  return mask[128 * column + text.charCodeAt(column + 1)] === 1 && mask[128 * (column + 1) + text.charCodeAt(column)] === 1;
}

/**
 * Neighbours whose values differ by 5 modulo 10 may change places unseen: the weights of neighbours
 * differ by 2, 4 or 6.
 */
function swappedPair(text: string, line: number, column: number): BlindSpot {
  const printed = text.slice(column, column + 2);
  return { line, column, printed, unseen: [printed.charAt(1) + printed.charAt(0)] };
}

/** The six characters of a date from `start`, those at `column` and after it exchanged. */
function swap(text: string, start: number, column: number): string {
  return text.slice(start, column) + text.charAt(column + 1) + text.charAt(column) + text.slice(column + 2, start + 6);
}

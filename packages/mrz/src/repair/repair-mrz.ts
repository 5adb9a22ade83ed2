import type { CheckName, Format } from '../formats/format.ts';
import { identifyFormat } from '../identify-format.ts';
import type { Issue } from '../issue.ts';
import { findNationalRule } from '../national/find-national-rule.ts';
import { type CheckResult, runChecks } from '../run-checks.ts';
import { applyChanges, type Change, isForeign, listChanges, placesOf } from './list-changes.ts';

/** One character that a proposal replaces. */
export interface CharacterRepair extends Change {
  /** The check digit that singles it out. */
  readonly check: CheckName;
  /** True where the format does not allow the character and only one similar one. */
  readonly isForced: boolean;
}

/**
 * What check digits propose. `holds`: nothing to repair. `proposed`: with these changes every check
 * digit holds, and with no others. `ambiguous`: several ways lead there. `none`: none does, or the
 * lines do not have the size of a format.
 */
export interface MrzRepair {
  readonly status: 'holds' | 'proposed' | 'ambiguous' | 'none';
  /** The lines with the changes; as they were unless `proposed`. */
  readonly lines: readonly string[];
  readonly changes: readonly CharacterRepair[];
  /** The changes as issues: `parseMrz` takes a proposal and believes less what was changed. */
  readonly issues: readonly Issue[];
}

/** More ways to combine changes are not tried. */
const maxCombinations = 1000;

/**
 * Proposes to replace characters that OCR-B makes alike (0 and O, 1 and I, 8 and B …) so that every
 * check digit holds, and only where exactly one way leads there. A character that no check digit
 * covers is never touched. What check digits cannot tell apart (G and 6) stays. Where the wrong
 * character is no similar one, or several are wrong, a proposal may be wrong too.
 * @param lines of the size of a format, in capitals, as `findMrz` and `parseMrz` return them.
 */
export function repairMrz(lines: readonly string[]): MrzRepair {
  const format = identifyFormat(lines);
  if (format === undefined || !isRepairable(format, lines)) return unchanged('none', lines);
  const forced = listForced(format, lines);
  const cleared = applyChanges(lines, forced);
  const failed = runChecks(format, cleared).filter(({ holds }) => holds === false);
  if (failed.length === 0 && forced.length === 0) return unchanged('holds', lines);
  const ways = failed.length === 0 ? [[]] : findWays(format, cleared, failed);
  if (ways.length !== 1) return unchanged(ways.length === 0 ? 'none' : 'ambiguous', lines);
  const chosen = ways[0] as readonly Change[];
  const changes = [
    ...forced.map((change) => toRepair(format, lines, change, true)),
    ...chosen.map((change) => toRepair(format, cleared, change, false)),
  ];
  return { status: 'proposed', lines: applyChanges(cleared, chosen), changes, issues: changes.map(toIssue) };
}

/** Some issuers compute check digits in a way of their own: failed ones then mean nothing. */
function isRepairable(format: Format, lines: readonly string[]): boolean {
  if (lines.some((text, line) => text.length !== format.lineLengths[line])) return false;
  const head = (lines[format.heads.line] as string).slice(0, 5);
  return findNationalRule(format.name, head.slice(0, 2), head.slice(2).replaceAll('<', ''))?.ownCheckDigits !== true;
}

function unchanged(status: MrzRepair['status'], lines: readonly string[]): MrzRepair {
  return { status, lines, changes: [], issues: [] };
}

/**
 * Covered characters that the format does not allow, each with the only similar one that it does.
 */
function listForced(format: Format, lines: readonly string[]): Change[] {
  const all = listChanges(format, lines, runChecks(format, lines).flatMap(placesOf));
  const foreign = unique(all, ({ line, column, to }) => `${line},${column},${to}`).filter((change) => isForeign(format, lines, change));
  return foreign.filter(({ line, column }) => foreign.filter((other) => other.line === line && other.column === column).length === 1);
}

/**
 * Every way to make all checks hold: for each field whose own digit fails one change in it, or all
 * characters of one kind; where only composites fail, one change in what they cover.
 */
function findWays(format: Format, lines: readonly string[], failed: readonly CheckResult[]): Change[][] {
  const ofFields = failed.filter(({ field }) => field !== undefined);
  const deciding = ofFields.length > 0 ? ofFields : failed.slice(0, 1);
  let ways: Change[][] = [[]];
  for (const check of deciding) {
    const own = listWays(format, lines, check);
    if (ways.length * own.length > maxCombinations) return [];
    ways = ways.flatMap((before) => own.map((changes) => [...before, ...changes]));
  }
  const holding = ways.filter((changes) => runChecks(format, applyChanges(lines, changes)).every(({ holds }) => holds !== false));
  return unique(holding, (changes) => applyChanges(lines, changes).join());
}

/** The changes after which one check holds. */
function listWays(format: Format, lines: readonly string[], check: CheckResult): Change[][] {
  const single = listChanges(format, lines, placesOf(check));
  const alike = unique(single, ({ from, to }) => from + to).map((one) =>
    single.filter(({ from, to }) => from === one.from && to === one.to),
  );
  const ways = [...single.map((change) => [change]), ...alike.filter((changes) => changes.length > 1)];
  const index = format.checks.findIndex(({ name }) => name === check.name);
  return ways.filter((changes) => runChecks(format, applyChanges(lines, changes))[index]?.holds === true);
}

function toRepair(format: Format, lines: readonly string[], change: Change, isForced: boolean): CharacterRepair {
  const isWithin = (check: CheckResult): boolean =>
    placesOf(check).some(([line, start, end]) => line === change.line && start <= change.column && change.column < end);
  const covering = runChecks(format, lines).filter(isWithin);
  return { ...change, check: (covering.find(({ field }) => field !== undefined) ?? (covering[0] as CheckResult)).name, isForced };
}

function toIssue({ line, column, from, isForced }: CharacterRepair): Issue {
  return { code: isForced ? 'repair.alphabet' : 'repair.check', line, column, length: 1, text: from };
}

function unique<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

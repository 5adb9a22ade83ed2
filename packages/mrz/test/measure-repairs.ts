import { allowedCharacters, checksOf, type Format, filler, formats, generateMrz, repairMrz } from '../src/index.ts';
import { similarCharacters } from '../src/repair/similar-characters.ts';
import { mulberry32 } from './properties.contract.ts';

export interface Outcomes {
  readonly restored: number;
  /** No proposal. */
  readonly left: number;
  /** A proposal that is not what was printed. */
  readonly wrong: number;
}

type Others = (format: Format, line: number, column: number, printed: string) => string;

const similar: Others = (_format, _line, _column, printed) => similarCharacters(printed);
const dissimilar: Others = (format, line, column, printed) =>
  [...allowedCharacters(format, line, column)].filter((one) => one !== filler && !similarCharacters(printed).includes(one)).join('');

/**
 * What repairs make of made-up documents of every format in which one similar character, two of
 * them, or one character that is not similar stands in what check digits cover.
 */
export function measureRepairs(documentsOfEach: number, seed: number): Record<'similar' | 'twoSimilar' | 'dissimilar', Outcomes> {
  const random = mulberry32(seed);
  const documents = formats
    .filter(({ checks }) => checks.length > 0)
    .flatMap((format) => Array.from({ length: documentsOfEach }, () => generateMrz(format, random)));
  const measure = (damage: (format: Format, lines: readonly string[]) => string[]): Outcomes =>
    countOutcomes(documents.map(({ format, lines }) => [lines, damage(format, lines)] as const));
  return {
    similar: measure((format, lines) => damageOne(format, lines, random, similar)),
    twoSimilar: measure((format, lines) => damageOne(format, damageOne(format, lines, random, similar), random, similar)),
    dissimilar: measure((format, lines) => damageOne(format, lines, random, dissimilar)),
  };
}

function damageOne(format: Format, lines: readonly string[], random: () => number, othersOf: Others): string[] {
  const spans = checksOf(format, lines).flatMap(({ over, position }) => [
    ...over,
    [position.line, position.column, position.column + 1] as const,
  ]);
  const places = spans.flatMap(([line, start, end]) => Array.from({ length: end - start }, (_, at) => [line, start + at] as const));
  const choices = places.flatMap(([line, column]) => {
    const printed = (lines[line] as string).charAt(column);
    const others = printed === filler ? [] : [...othersOf(format, line, column, printed)].filter((other) => other !== printed);
    return others.map((other) => [line, column, other] as const);
  });
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) return [...lines];
  const [line, column, other] = choice;
  const text = lines[line] as string;
  return lines.with(line, text.slice(0, column) + other + text.slice(column + 1));
}

function countOutcomes(pairs: readonly (readonly [printed: readonly string[], damaged: readonly string[]])[]): Outcomes {
  const counts = { restored: 0, left: 0, wrong: 0 };
  for (const [printed, damaged] of pairs) {
    const { status, lines } = repairMrz(damaged);
    if (status !== 'proposed') counts.left++;
    else if (lines.join() === printed.join()) counts.restored++;
    else counts.wrong++;
  }
  return counts;
}

import type { InterpretedZone } from '../interpret/interpret-lines.ts';

/** What a reading says, if anything. */
type Read = { readonly interpreted: Pick<InterpretedZone, 'interpretation' | 'probabilityOf'> | undefined };

/**
 * Of several readings of the same print the one whose text is most probable in all of them. Each
 * counts as much as the square of the probability that it gives its own text, so that looks which
 * show little do not outvote one that shows the print.
 *
 * @param readings at least one; of equally supported ones the first is chosen
 */
export function chooseAgreed<Reading extends Read>(readings: readonly Reading[]): Reading {
  const texts = readings.map(({ interpreted }) => interpreted?.interpretation.lines.join('\n') ?? '');
  const probability = (at: number, text: string) => readings[at]!.interpreted?.probabilityOf(text) ?? 0;
  const support = (text: string) => texts.reduce((sum, own, at) => sum + probability(at, own) ** 2 * probability(at, text), 0);
  const supports = texts.map(support);
  return readings[supports.indexOf(Math.max(...supports))]!;
}

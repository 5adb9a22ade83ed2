import { labelTexts } from '../../tables/label-texts.ts';
import { cardLabels } from '../../tables/labels/card-labels.ts';
import { nationalLabels } from '../../tables/labels/national-labels.ts';
import { otherLabels } from '../../tables/labels/other-labels.ts';
import type { VisualKey } from '../../visual-reading.ts';
import { bitsOf, type LabelBits } from './bound-distance.ts';
import { plainLetters } from './compare-letters.ts';

/** A label of the table in plain letters, and how much less it is believed than others. */
export type KnownLabel = {
  readonly key: VisualKey | 'other';
  readonly letters: string;
  readonly bits: LabelBits;
  readonly rare: number;
  readonly ambiguous: number;
};

/** Labels that few documents have are believed less: most have a likely one of another kind. */
const rare = 0.08;
/** In one language these name another value than in the next: what stands beside them decides. */
const ambiguous = 0.05;
const ambiguousTexts: ReadonlySet<string> = new Set(['name', 'nom', 'nome', 'idno', 'dni', 'nie', 'cino']);
const rareKeys: ReadonlySet<string> = new Set(['birth_name', 'address', 'eye_colour', 'support_number', 'card_access_number']);

/** All labels, each once. */
export const knownLabels: readonly KnownLabel[] = [
  ...[labelTexts, nationalLabels, cardLabels].flatMap((labels) => Object.entries(labels)),
  ['other', otherLabels],
]
  .flatMap(([key, texts]) => texts!.split('|').map((text) => ({ key: key as VisualKey | 'other', letters: plainLetters(text) })))
  .filter(({ letters }, index, all) => letters !== '' && all.findIndex((label) => label.letters === letters) === index)
  .map(({ key, letters }) => ({
    key,
    letters,
    bits: bitsOf(letters),
    rare: rareKeys.has(key) ? rare : 0,
    ambiguous: ambiguousTexts.has(letters) ? ambiguous : 0,
  }));

/** Letters that codes have, and classes of visas: fewer are no beginning of a label. */
const minOfBeginning = 4;

/** All labels, and what they begin with. */
export const labelBeginnings: ReadonlySet<string> = new Set(
  knownLabels.flatMap(({ letters }) => [letters, ...Array.from(letters, (_, at) => letters.slice(0, at)).slice(minOfBeginning)]),
);

/** What a label is less likely by; one that is there letter for letter is not doubted. */
export function costOfRare(label: KnownLabel, likeness: number): number {
  return label.ambiguous + (likeness === 1 ? 0 : label.rare);
}

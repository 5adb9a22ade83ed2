import type { Measured } from '../reader/measure-pictures.ts';

/** What stands in a set's labels.json. */
export interface SetLabel {
  readonly file: string;
  /** Of the only zone, or the first one. */
  readonly mrz: readonly string[] | null;
  /** Of every zone, the first one included, where the label vouches that there is no other. */
  readonly mrzs?: readonly (readonly string[])[];
  /** Characters of one line of `mrz` that something hides: columns from 0, `to` excluded. */
  readonly covered?: { readonly line: number; readonly from: number; readonly to: number };
  readonly format: string | null;
  /** The sweep's name and the value of the condition that it varies; nothing in the other sets. */
  readonly tags?: Readonly<Record<string, number | string>>;
  readonly kind: string;
  readonly difficulty: string;
}

/** A picture's label and what the reader made of it. */
export interface Judged {
  readonly label: SetLabel;
  readonly picture: Measured;
}

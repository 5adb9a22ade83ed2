export type CountryKind = 'state' | 'british' | 'organisation' | 'person' | 'specimen' | 'withdrawn' | 'unlisted';

/** One code of the table: a state, an organisation that issues documents, or a kind of person without a state. */
export interface Country {
  readonly code: string;
  readonly kind: CountryKind;
  readonly name: string;
}

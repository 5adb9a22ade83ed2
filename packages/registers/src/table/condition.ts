import type { Context } from './context.ts';
import { partyRole } from './party-role.ts';

/**
 * When a field is obligatory. Each condition is a question about what is known; docs/registers.md
 * shows its words.
 */
export const conditions = {
  always: { words: 'always', holds: () => true },
  never: { words: 'optional', holds: () => false },
  adult: { words: 'from the age of 18', holds: ({ age }) => age === undefined || age >= 18 },
  minor: { words: 'below the age of 18', holds: ({ age }) => age !== undefined && age < 18 },
  spanish_card: { words: 'with NIF and NIE', holds: (context) => isSpanishCard(context) },
  spanish_identity_card: {
    words: 'with NIF',
    holds: (context) => isSpanishCard(context) && context.guest('document_type')?.value === 'identity_card',
  },
  lives_in_spain: { words: 'where pais is ESP', holds: ({ guest }) => guest('residence_country')?.value === 'ESP' },
  lives_abroad: { words: 'where pais is not ESP', holds: ({ guest }) => guest('residence_country')?.value !== 'ESP' },
  without_email: { words: 'without correo', holds: ({ guest }) => guest('email') === undefined },
  born_in_italy: { words: 'born in Italy', holds: ({ guest }) => guest('birth_country')?.value === 'ITA' },
  shows_document: { words: 'for types 16, 17 and 18', holds: (context) => partyRole(context)?.value.endsWith('_member') !== true },
  flats: { words: 'in the variant flats', holds: () => false },
  soap: { words: 'in the variant soap', holds: () => false },
} as const satisfies Readonly<Record<string, { readonly words: string; readonly holds: (context: Context) => boolean }>>;

export type Condition = keyof typeof conditions;

/** Whether the document is a DNI, or a Spanish card with a NIE. */
export function isSpanishCard({ guest }: Context): boolean {
  const type = guest('document_type')?.value;
  return guest('document_issuer')?.value === 'ESP' && (type === 'identity_card' || type === 'residence_permit');
}

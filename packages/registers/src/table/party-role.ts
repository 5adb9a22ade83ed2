import type { Found } from '../model/found.ts';
import type { Asked } from './asked.ts';
import { type Context, derived } from './context.ts';

/**
 * What a guest is among those who stay. Where the desk does not say it, the party does: the first
 * of a family or a group is its head. Several guests without a party leave it open.
 */
export function partyRole({ guest, stay, guestCount, index }: Context): Found | undefined {
  const said = guest('party_role');
  if (said) return said;
  const party = stay('party');
  if (party?.value === 'separate' || (guestCount === 1 && party === undefined)) return derived('single', party);
  if (party === undefined) return undefined;
  const kind = party.value === 'family' ? 'family' : 'group';
  return derived(index === 0 ? `head_of_${kind}` : `${kind}_member`, party);
}

/** Who travels together is one question, whatever the number of guests. */
export function askForParty({ stay }: Context): Asked {
  return stay('party') ? { of: 'guest', fact: 'party_role' } : { of: 'stay', fact: 'party' };
}

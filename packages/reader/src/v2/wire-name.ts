/** Names of the domain as v2 writes them: in small letters with underscores. */
const wireNames = { birthDate: 'birth_date', expiryDate: 'expiry_date', givenNames: 'given_names', cardNumber: 'card_number' } as const;

export type WireName<Name extends string> = Name extends keyof typeof wireNames ? (typeof wireNames)[Name] : Name;

/** The name of a field or check in v2. */
export function wireName<Name extends string>(name: Name): WireName<Name> {
  return (Object.hasOwn(wireNames, name) ? wireNames[name as keyof typeof wireNames] : name) as WireName<Name>;
}

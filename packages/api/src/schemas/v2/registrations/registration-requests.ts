import { type Static, Type } from 'typebox';
import { identifier } from '../identifier.ts';
import { RegistrationGuestValues, RegistrationProperty, RegistrationStay } from './registration-values.ts';

export const RegisterName = Type.Enum(['ses', 'alloggiati', 'siba', 'ubyport', 'evisitor'], {
  description: 'ses: Spain. alloggiati: Italy. siba: Portugal. ubyport: Czechia. evisitor: Croatia.',
});

/** A guest: what shows the document, and what is typed or was read besides. */
export const RegistrationGuest = Type.Object(
  {
    scan_id: Type.Optional({ ...identifier, description: 'A completed scan of yours.' }),
    document: Type.Optional(Type.Integer({ minimum: 0, maximum: 999_999, default: 0, description: 'Which document of the scan.' })),
    lines: Type.Optional(
      Type.Array(Type.String({ maxLength: 100 }), {
        minItems: 1,
        maxItems: 3,
        description: 'The lines of a machine readable zone, where it was read elsewhere. Only without `scan_id`.',
      }),
    ),
    visual: Type.Optional(RegistrationGuestValues),
    desk: Type.Optional(RegistrationGuestValues),
  },
  { $id: 'RegistrationGuest', additionalProperties: false },
);

/** Body of a check against a register. */
export const CreateRegistrationRequest = Type.Object(
  {
    register: RegisterName,
    variant: Type.Optional(
      Type.Enum(['portal', 'soap', 'hotel', 'flats', 'file'], {
        description: "The kind of file: soap for the call of ses, flats for alloggiati. The register's usual one by default.",
      }),
    ),
    language: Type.Optional(Type.Enum(['en', 'es', 'it', 'pt'], { default: 'en', description: 'Language of the messages.' })),
    local_time: Type.Optional(
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$',
        description: 'The time at the lodging, which some files carry. That of the service in UTC by default.',
      }),
    ),
    property: Type.Optional(RegistrationProperty),
    stay: Type.Optional(RegistrationStay),
    reference: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        pattern: '^[^\\u0000-\\u001f\\u007f]{1,200}$',
        description: 'Adds a guest for each scan of yours with this reference that `guests` does not name, oldest first.',
      }),
    ),
    guests: Type.Optional(Type.Array(RegistrationGuest, { maxItems: 100, description: 'In the order of the file.' })),
  },
  {
    $id: 'CreateRegistrationRequest',
    examples: [
      {
        register: 'ubyport',
        local_time: '2026-11-23T18:00:00',
        property: {
          name: 'Hotel Specimen',
          cz_idub: '123456789012',
          cz_abbreviation: 'VODPO',
          district: 'Strakonice',
          municipality: 'Vodňany',
          postal_code: '38901',
        },
        stay: { arrival_date: '2026-11-23', departure_date: '2026-11-26', purpose: '10' },
        guests: [
          {
            lines: ['P<D<<SPECIMEN<<HANS<<<<<<<<<<<<<<<<<<<<<<<<<', 'C01X000017D<<8501019M3001019<<<<<<<<<<<<<<08'],
            desk: { municipality: 'Berlin', address: 'Musterstraße 1', residence_country: 'DEU' },
          },
        ],
      },
    ],
  },
);

export type RegistrationGuestBody = Static<typeof RegistrationGuest>;
export type CreateRegistrationBody = Static<typeof CreateRegistrationRequest>;

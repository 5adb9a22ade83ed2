import { type Static, Type } from 'typebox';

const V1StatusSchema = Type.Enum(['NEW', 'PRO', 'COM', 'ERR'], {
  description: 'NEW: stored, not processed yet. PRO: being processed. COM: processing completed. ERR: the picture could not be processed.',
});

const text = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
const verdict = (description: string) => Type.Boolean({ description });

/** What a finished scan says, in the order in which v1 prints it. Without a machine readable zone the values are null. */
const resultProperties = {
  mrz_detected: Type.Boolean({ description: 'Whether the picture shows a machine readable zone.' }),
  status: V1StatusSchema,
  type_doc: text('Document code: P, ID, V, or as printed.'),
  country: text('Issuing state or organisation, as printed without fillers; the German D as DEU.'),
  date_of_birth: text('Six digits YYMMDD, as printed.'),
  expiration_date: text('Six digits YYMMDD, as printed.'),
  names: text('Given names.'),
  surname: text('Surname.'),
  nationality: text('Nationality, as printed without fillers; the German D as DEU.'),
  number: text('Document number; DNI or NIE on Spanish cards.'),
  sex: text('M, F, or X.'),
  valid_composite: verdict('The composite check digit holds; where the format prints none, every printed check holds.'),
  valid_date_of_birth: verdict('The check digit of the date of birth holds and the date is possible.'),
  valid_expiration_date: verdict('The check digit of the expiry date holds and the date is possible.'),
  valid_number: verdict('The check digit of the number holds.'),
  valid_score: Type.Union([Type.Integer({ minimum: 0, maximum: 100 }), Type.Null()], {
    description: 'How good the extraction is, 0 to 100. 100 only if every printed check holds and every character is sure.',
  }),
};

const V1Result = Type.Object(resultProperties);

/** The one answer of v1. The order of its keys is part of the contract, and it is the order written here. */
export const V1Scan = Type.Object(
  {
    id: Type.Integer({ description: 'Number of the scan, unique over the service.' }),
    picture_file: Type.String({ description: 'Signed address of the picture, valid for 3600 seconds.' }),
    ...resultProperties,
  },
  { $id: 'V1Scan' },
);

export type V1Status = Static<typeof V1StatusSchema>;
export type V1ResultBody = Static<typeof V1Result>;
export type V1ScanBody = Static<typeof V1Scan>;

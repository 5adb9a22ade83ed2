import { type Static, Type } from 'typebox';

const V1StatusSchema = Type.Enum(['NEW', 'PRO', 'COM', 'ERR'], {
  description: 'NEW: stored, not processed yet. PRO: being processed. COM: processed. ERR: the picture could not be processed.',
});

const text = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
const verdict = (description: string) => Type.Boolean({ description });

/**
 * What a finished scan says, in the order in which v1 prints it. Without a machine readable zone
 * the values are null.
 */
const resultProperties = {
  mrz_detected: Type.Boolean({ description: 'Whether the picture shows a machine readable zone.' }),
  status: V1StatusSchema,
  type_doc: text('Document code: P, ID, V, or as printed.'),
  country: text('Issuing state or organisation, as printed, without fillers. The German D becomes DEU.'),
  date_of_birth: text('Six digits YYMMDD, as printed.'),
  expiration_date: text('Six digits YYMMDD, as printed.'),
  names: text('Given names.'),
  surname: text('Surname.'),
  nationality: text('Nationality, as printed, without fillers. The German D becomes DEU.'),
  number: text('Document number. On Spanish cards the DNI or NIE.'),
  sex: text('M, F, or X.'),
  valid_composite: verdict('The composite check digit is correct. In formats without one: every printed check digit is correct.'),
  valid_date_of_birth: verdict('The check digit of the date of birth is correct and the date is possible.'),
  valid_expiration_date: verdict('The check digit of the expiry date is correct and the date is possible.'),
  valid_number: verdict('The check digit of the number is correct.'),
  valid_score: Type.Union([Type.Integer({ minimum: 0, maximum: 100 }), Type.Null()], {
    description: 'Quality of the extraction, 0 to 100. It is 100 only if every check digit is correct and every character is certain.',
  }),
};

const V1Result = Type.Object(resultProperties);
export type V1ResultBody = Static<typeof V1Result>;

/** What v1 says about a picture before it is read, key by key in its order. */
export const unreadV1Result = {
  mrz_detected: false,
  status: 'NEW',
  type_doc: null,
  country: null,
  date_of_birth: null,
  expiration_date: null,
  names: null,
  surname: null,
  nationality: null,
  number: null,
  sex: null,
  valid_composite: false,
  valid_date_of_birth: false,
  valid_expiration_date: false,
  valid_number: false,
  valid_score: null,
} as const satisfies V1ResultBody;

const signedAddress =
  'https://ocr.example.org/pictures/4yQ7rNfKq1w0pVbXcZ2dLhTgJmSe9uAoRiB6xCtYlEk?X-Amz-Algorithm=OCRWEB-HMAC-SHA256&X-Amz-Date=20261123T120000Z&X-Amz-Expires=3600&X-Amz-Signature=50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c';

const finishedExample = {
  id: 458,
  picture_file: signedAddress,
  mrz_detected: true,
  status: 'COM',
  type_doc: 'P',
  country: 'UTO',
  date_of_birth: '740812',
  expiration_date: '120415',
  names: 'ANNA MARIA',
  surname: 'ERIKSSON',
  nationality: 'UTO',
  number: 'L898902C3',
  sex: 'F',
  valid_composite: true,
  valid_date_of_birth: true,
  valid_expiration_date: true,
  valid_number: true,
  valid_score: 100,
};

/**
 * The one answer of v1. The order of its keys is part of the contract, and it is the order written
 * here.
 */
export const V1Scan = Type.Object(
  {
    id: Type.Integer({ description: 'Number of the scan, unique within the service.' }),
    picture_file: Type.String({ description: 'Signed URL of the picture, valid for 3600 seconds.' }),
    ...resultProperties,
  },
  { $id: 'V1Scan', examples: [{ id: 458, picture_file: signedAddress, ...unreadV1Result }, finishedExample] },
);

export type V1Status = Static<typeof V1StatusSchema>;
export type V1ScanBody = Static<typeof V1Scan>;

import { type Static, Type } from 'typebox';
import { nullable } from '../nullable.ts';
import { RegisterName } from './registration-requests.ts';

const Text = Type.String();
const Level = Type.Enum(['property', 'stay', 'guest'], { description: 'Where the value belongs.' });

/** What is wrong with a registration, or worth a look. */
export const RegistrationIssue = Type.Object(
  {
    severity: Type.Enum(['refusal', 'warning'], { description: 'A refusal keeps the file from being written.' }),
    code: Type.String({ description: 'Stable identifier, for programs.', examples: ['missing', 'contradicted', 'shortened'] }),
    of: Level,
    guest: nullable(Type.Integer({ minimum: 0 }), 'Index of the guest. null for the stay and the property.'),
    field: Type.String({ description: 'The value to type or to change.', examples: ['address'] }),
    register_field: Type.String({ description: 'What the register calls it.', examples: ['direccion'] }),
    value: nullable(Text, 'The value that it is about.'),
    expected: nullable(Text, 'What would fit, or what was written.'),
    message: Type.String({ description: 'What is wrong, for people.' }),
    way_out: Type.String({ description: 'What to do, for people.' }),
  },
  { $id: 'RegistrationIssue' },
);

const CheckedGuest = Type.Object(
  {
    index: Type.Integer({ minimum: 0 }),
    scan_id: nullable(Type.Integer({ minimum: 1 }), 'The scan that shows the document.'),
    reported: Type.Boolean({ description: 'false for a guest whom the register does not want: it is for foreigners.' }),
    values: Type.Array(
      Type.Object({
        field: Text,
        value: Text,
        source: Type.Enum(['zone', 'visual', 'desk', 'property'], { description: 'Where it comes from. zone: the machine readable zone.' }),
        doubt: nullable(Text, 'Why it must not be filed as it stands.'),
      }),
      { description: 'What is known of the guest.' },
    ),
  },
  { $id: 'RegistrationCheckedGuest' },
);

/** What a register says of a stay. */
export const Registration = Type.Object(
  {
    object: Type.Literal('registration'),
    register: RegisterName,
    variant: Text,
    valid: Type.Boolean({ description: 'Whether there is a file.' }),
    guests: Type.Array(CheckedGuest),
    issues: Type.Array(RegistrationIssue),
    file: nullable(
      Type.Object({
        name: Text,
        media_type: Text,
        content: Type.String({ contentEncoding: 'base64', description: 'The bytes of the file in base64.' }),
      }),
      'The file to upload. null as long as anything is refused.',
    ),
  },
  {
    $id: 'Registration',
    examples: [
      {
        object: 'registration',
        register: 'ubyport',
        variant: 'file',
        valid: false,
        guests: [
          {
            index: 0,
            scan_id: 458,
            reported: true,
            values: [{ field: 'surname', value: 'SPECIMEN', source: 'zone', doubt: null }],
          },
        ],
        issues: [
          {
            severity: 'refusal',
            code: 'missing',
            of: 'stay',
            guest: null,
            field: 'purpose',
            register_field: 'účel pobytu',
            value: null,
            expected: null,
            message: 'Purpose of the stay (2 digits) is missing.',
            way_out: 'Type it.',
          },
        ],
        file: null,
      },
    ],
  },
);

export type RegistrationIssueBody = Static<typeof RegistrationIssue>;
export type RegistrationBody = Static<typeof Registration>;

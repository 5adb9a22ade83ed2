import { type Static, Type } from 'typebox';

const fileIndex = Type.Integer({ minimum: 0, description: '0 for the scan that was asked for, 1 for the other one.' });
const pageIndex = Type.Integer({ minimum: 0, description: 'Index of the page.' });

/** Two sides of one document that were read on two pages or in two files. */
export const Sides = Type.Object(
  {
    sides: Type.Array(
      Type.Object({
        file: fileIndex,
        page: pageIndex,
        document: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
          description: 'Index of the document in `documents` of that scan; null where that side shows no zone.',
        }),
      }),
      { minItems: 2, maxItems: 2 },
    ),
    agrees: Type.Array(Type.Enum(['document_number', 'personal_number', 'surname', 'given_names', 'birth_date', 'expiry_date']), {
      description: 'What both sides say alike: why they are one document. Nothing that both say clearly differs.',
    }),
    fields: Type.Record(
      Type.String(),
      Type.Object({
        value: Type.String({ description: 'Dates that both sides could say as ISO dates, everything else as it was read.' }),
        source: Type.Enum(['zone', 'print', 'barcode'], { description: 'What says it: the zone before a barcode, that before print.' }),
        file: fileIndex,
        page: pageIndex,
      }),
      { description: 'What the document says on both sides.' },
    ),
  },
  { $id: 'Sides' },
);

const sidesExample = {
  sides: [
    { file: 0, page: 0, document: null },
    { file: 1, page: 0, document: 0 },
  ],
  agrees: ['document_number', 'birth_date'],
  fields: {
    document_number: { value: 'D23145890', source: 'zone', file: 1, page: 0 },
    given_names: { value: 'ANNA MARÍA', source: 'print', file: 0, page: 0 },
  },
};

/** Answer of a request for the sides of two scans. */
export const SidesList = Type.Object({ sides: Type.Array(Sides) }, { $id: 'SidesList', examples: [{ sides: [sidesExample] }] });

export type SidesBody = Static<typeof Sides>;
export type SidesListBody = Static<typeof SidesList>;

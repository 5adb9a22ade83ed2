import { type Static, Type } from 'typebox';
import { identifier } from '../identifier.ts';
import { ScanStatus } from './scan.ts';

const referenceLimits = { maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]{0,200}$' };
export const reference = Type.Optional(
  Type.String({
    ...referenceLimits,
    description: 'Your own reference. It is returned with the scan, and lists can be filtered by it. An empty text is none.',
  }),
);
const position = (description: string) => Type.Integer({ minimum: 0, maximum: 999_999, description });

/** Bytes of a file: whatever they are, they are looked at later. */
export const FileContent = Type.Unsafe<Uint8Array>({ contentMediaType: 'application/octet-stream' });

/** Body of a create in JSON. */
export const CreateScanRequest = Type.Object(
  {
    file: Type.String({ description: 'The file, as a data URI or plain base64. The type is detected from the content.' }),
    reference,
  },
  {
    $id: 'CreateScanRequest',
    // One grey pixel: small enough to be shown here, and taken as it stands.
    examples: [
      {
        file: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
        reference: 'booking-77',
      },
    ],
  },
);

/** Body of a create as a form, multipart or urlencoded. */
export const CreateScanForm = Type.Object({ file: FileContent, reference }, { $id: 'CreateScanForm' });

const minutes = (minimum: number, description: string) => Type.Optional(Type.Integer({ minimum, maximum: 5_256_000, description }));

/** How long what a create sends is kept; a part of its query. */
export const retention = {
  // Not 0: what is over before it begins cannot be answered with.
  retain: minutes(
    1,
    'After how many minutes everything is deleted. The token or the service has a default, the service an upper bound, and `expires_at` tells what holds.',
  ),
  retain_picture: minutes(
    0,
    'For how many minutes the file is kept once it is read, and never longer than its result. `0` deletes it as soon as it is read.',
  ),
};

const visual = Type.Optional(
  Type.Boolean({
    description:
      'Also read what is printed for people and compare it with the zone; the answer has it as `result.visual`. Refused where the service has it turned off.',
  }),
);

const portrait = Type.Optional(
  Type.Boolean({
    description:
      "Also find where the holder's portrait and signature are: `result.portraits`, `result.signatures`. Needs the scope `portrait`; refused where the service has it turned off.",
  }),
);

const barcodes = Type.Optional(
  Type.Boolean({
    description: 'Also read barcodes; the answer has them as `result.barcodes`. Refused where the service has it turned off.',
  }),
);

/** Query of a create; the reference also where the body is the file itself. */
export const CreateScanQuery = Type.Object({ reference, ...retention, visual, portrait, barcodes });

const prefer = Type.Optional(
  Type.String({
    description:
      '`wait=N` holds the answer until the scan has finished, but no longer than N seconds. `respond-async` answers at once (RFC 7240).',
    examples: ['wait=20'],
  }),
);

export const idempotencyKey = Type.Optional(
  Type.String({
    pattern: '^[\\x21-\\x7e]{1,255}$',
    description:
      'A text of your choice, 1 to 255 visible ASCII characters. Repeating a request with the same key and body returns the same answer and creates nothing new.',
  }),
);

export const CreateScanHeaders = Type.Object({ prefer, 'idempotency-key': idempotencyKey });

export const ReadScanHeaders = Type.Object({
  prefer,
  'if-none-match': Type.Optional(
    Type.String({ description: 'The ETag of an earlier answer. You get 304 as long as nothing has changed.' }),
  ),
});

export const ScanParams = Type.Object({ id: identifier });
export const DocumentParams = Type.Object({ id: identifier, index: position('Index of the document in `documents`, from 0.') });
export const PortraitParams = Type.Object({ id: identifier, index: position('Index of the portrait in `portraits`, from 0.') });
export const SignatureParams = Type.Object({ id: identifier, index: position('Index of the signature in `signatures`, from 0.') });
export const PageParams = Type.Object({ id: identifier, index: position('Index of the page in `pages`, from 0.') });

/** The other scan. */
export const JoinScansQuery = Type.Object({
  with: Type.Unsafe<number>({ ...identifier, description: 'Id of the scan of the other side.' }),
});

/** Which scans to list, and how many at a time. */
export const ListScansQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ description: 'The next_cursor of the previous page.' })),
  status: Type.Optional(ScanStatus),
  reference: Type.Optional(Type.String({ ...referenceLimits, description: 'Only scans with exactly this reference.' })),
  created_after: Type.Optional(Type.String({ format: 'date-time', description: 'Only scans created after this time.' })),
  created_before: Type.Optional(Type.String({ format: 'date-time', description: 'Only scans created before this time.' })),
});

/** Which scans to delete. */
export const DeleteScansQuery = Type.Object({
  reference: Type.String({ ...referenceLimits, minLength: 1, description: 'Everything with exactly this reference.' }),
});

export type DeleteScansParameters = Static<typeof DeleteScansQuery>;
export type CreateScanBody = Static<typeof CreateScanRequest>;
export type CreateScanFormBody = Static<typeof CreateScanForm>;
export type CreateScanParameters = Static<typeof CreateScanQuery>;
export type ListScansParameters = Static<typeof ListScansQuery>;
export type JoinScansParameters = Static<typeof JoinScansQuery>;
export type ScanPath = Static<typeof ScanParams>;
export type DocumentPath = Static<typeof DocumentParams>;

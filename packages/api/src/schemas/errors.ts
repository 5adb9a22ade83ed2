import { type Static, Type } from 'typebox';

/** Every refusal that is not about one field. */
export const DetailError = Type.Object({ detail: Type.String() }, { $id: 'DetailError', examples: [{ detail: 'Not found.' }] });

/** A refused field: its name and one or more sentences. */
export const FieldErrors = Type.Record(Type.String(), Type.Array(Type.String()), {
  $id: 'FieldErrors',
  examples: [{ picture_file: ['This field is required.'] }],
});

export type DetailErrorBody = Static<typeof DetailError>;
export type FieldErrorsBody = Static<typeof FieldErrors>;

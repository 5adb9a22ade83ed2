import { type TSchema, Type } from 'typebox';

/** A value that may be null: there is none, or nobody knows it. */
export function nullable<Schema extends TSchema>(schema: Schema, description?: string) {
  return Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
}

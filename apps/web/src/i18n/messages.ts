import type { en } from './en.ts';

type Translation<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends string
    ? string
    : Table[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Translation<Table[Key]>;
};

/** Everything that the page says, in one language. The compiler finds what a translation lacks. */
export type Messages = Translation<typeof en>;

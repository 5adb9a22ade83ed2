import type { en } from './en.ts';

type Table<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Table<Words[Key]> };

/** Everything that these screens say. The compiler finds what a translation lacks. */
export type GuestWords = Table<typeof en>;

import type { Issue } from '../issues/issue.ts';
import type { Level } from '../model/fact.ts';
import type { Found } from '../model/found.ts';
import type { Asked } from './asked.ts';
import type { Condition } from './condition.ts';
import type { Context } from './context.ts';
import type { Form } from './form.ts';

/** One field of a register. */
export interface RegisterField {
  /** As the register's documents spell it. */
  readonly name: string;
  readonly of: Level;
  /** The fact that fills it, and that is to be typed where it is missing. */
  readonly fact: string;
  readonly required: Condition;
  readonly form: Form;
  /** Where the value comes from when it is not the fact itself. */
  readonly from?: (context: Context) => Found | undefined;
  /** What to ask for instead of the fact, where something else decides first. */
  readonly asks?: (context: Context) => Asked;
  /** Columns of a file with fixed widths. */
  readonly width?: number;
  /** True where only the descriptions and programs of third parties say so (docs/registers.md). */
  readonly isSecondary?: boolean;
}

/** A file to upload. */
export interface RegisterFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Values as they stand in the file, by the register's names of fields. */
export type Filled = Readonly<Record<string, string>>;

/** Everything that a file is made of. */
export interface FilledRegistration {
  readonly property: Filled;
  readonly stay: Filled;
  readonly guests: readonly Filled[];
}

/** How a file is wanted: in which of the register's variants, and at what local time it is made. */
export interface WriteOptions {
  readonly variant: string;
  /** YYYY-MM-DDTHH:MM:SS */
  readonly now: string;
}

/** A document that says what a register wants. */
export interface Citation {
  readonly title: string;
  readonly address: string;
  /** `official`: of the authority. `secondary`: of somebody who has implemented it. */
  readonly kind: 'official' | 'secondary';
}

/** A register of guests: its fields as a table, and what turns them into a file. */
export interface Register {
  readonly name: string;
  readonly country: string;
  readonly title: string;
  /** Kinds of file that it takes, the usual one first. */
  readonly variants: readonly string[];
  readonly citations: readonly Citation[];
  /** What of the whole table only third parties say. */
  readonly unseen?: string;
  readonly fields: readonly RegisterField[];
  /** Whether the register wants to know of a guest; of all where there is no rule. */
  readonly wants?: (context: Context) => boolean;
  /** What no single field can tell. */
  readonly rules: readonly RegisterRule[];
  readonly write: (filled: FilledRegistration, options: WriteOptions) => RegisterFile;
}

/** A rule over fields or guests, with the issues that it finds. */
export type RegisterRule = (guests: readonly Context[], shared: Context) => readonly Omit<Issue, 'severity'>[];

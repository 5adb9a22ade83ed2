import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Stands in a statement where each use of it has another value. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** The values of a statement by their names. */
type Values = Readonly<Record<string, unknown>>;

type Compilable<Row> = { readonly compile: (sql: Kysely<Tables>) => CompiledQuery<Row> };

const known = new WeakMap<object, WeakMap<Kysely<Tables>, Map<string, CompiledQuery>>>();

/**
 * Runs a statement whose text is made once for a database: it is always the same, and making it
 * takes as long as sending it.
 *
 * @param subject which statement it is: an object that is the same as long as the text is, but for
 *   what the names of the values change in it
 * @param values of this use
 * @param build makes the statement, of values by the same names. They may become parameters only:
 *   they say nothing of this use
 */
export async function runTemplate<Row, Named extends Values>(
  sql: Kysely<Tables>,
  subject: object,
  values: Named,
  build: (slots: Named) => Compilable<Row>,
): Promise<readonly Row[]> {
  const databases = known.get(subject) ?? new WeakMap<Kysely<Tables>, Map<string, CompiledQuery>>();
  known.set(subject, databases);
  const templates = databases.get(sql) ?? new Map<string, CompiledQuery>();
  databases.set(sql, templates);
  const names = Object.keys(values);
  const key = names.join();
  const template = templates.get(key) ?? build(slotsOf<Named>(names)).compile(sql);
  templates.set(key, template);
  const parameters = template.parameters.map((parameter) => (parameter instanceof Slot ? values[parameter.name] : parameter));
  const { rows } = await sql.executeQuery<Row>({ ...template, parameters } as CompiledQuery<Row>);
  return rows;
}

function slotsOf<Named extends Values>(names: readonly string[]): Named {
  return Object.fromEntries(names.map((name) => [name, new Slot(name)])) as Named;
}

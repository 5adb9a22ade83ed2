/** The part of JSON Schema that the API's schemas use. */
export type JsonSchema = {
  readonly type?: string;
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** Values under any name, all of one kind. */
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
};

/**
 * A schema as a TypeScript type, with its descriptions as comments.
 *
 * @param nameOf what a nested schema is called, where it has a name
 */
export function renderSchemaType(schema: JsonSchema, nameOf: (schema: JsonSchema) => string | undefined, indent = ''): string {
  const nested = (inner: JsonSchema) => nameOf(inner) ?? renderSchemaType(inner, nameOf, indent);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(nested).join(' | ');
  if (schema.items) return `Array<${nested(schema.items)}>`;
  const [anyName] = Object.values(schema.patternProperties ?? {});
  if (anyName) return `Record<string, ${nested(anyName)}>`;
  if (schema.properties) return renderObject(schema, nameOf, indent);
  const simple = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }[schema.type ?? ''];
  if (!simple) throw new Error(`No type for the schema ${JSON.stringify(schema)}.`);
  return simple;
}

function renderObject(schema: JsonSchema, nameOf: (schema: JsonSchema) => string | undefined, indent: string): string {
  const inside = `${indent}  `;
  const lines = Object.entries(schema.properties ?? {}).map(([name, value]) => {
    const comment = value.description === undefined ? '' : `${inside}/** ${value.description.replaceAll('*/', '* /')} */\n`;
    const mark = schema.required?.includes(name) ? '' : '?';
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    return `${comment}${inside}${key}${mark}: ${nameOf(value) ?? renderSchemaType(value, nameOf, inside)};\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

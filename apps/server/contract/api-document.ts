import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Media = { readonly schema: object; readonly examples?: Readonly<Record<string, { readonly value: unknown }>> };
type Content = Readonly<Record<string, Media>>;
type Parameter = { readonly name: string; readonly in: string; readonly schema: object };
type Answer = {
  readonly headers?: Readonly<Record<string, { readonly $ref?: string; readonly schema?: object; readonly required?: boolean }>>;
  readonly content?: Content;
};

/** One operation of the document, with where it was found. */
export type Operation = {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** The schemes, one of which is needed, each with the scopes that the token needs. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Answer>>;
};

/** The document as the tests use it. */
export type ApiDocument = {
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, { readonly examples?: readonly unknown[] }>>;
  /** Returns what a reference leads to, or what is none. */
  readonly resolve: (node: { readonly $ref?: string }) => unknown;
  /**
   * Returns what is wrong with a value by a schema of the document, or undefined. Checked by Ajv,
   * which the service does not use.
   */
  readonly findFault: (schema: object, value: unknown) => string | undefined;
};

type Raw = { paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>; components: { schemas: ApiDocument['schemas'] } };

/** Fetches the document of a running service. */
export async function fetchApiDocument(url: string): Promise<ApiDocument> {
  const raw = (await (await fetch(`${url}/openapi.json`)).json()) as Raw;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('binary', true);
  const operations = Object.entries(raw.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
  return {
    operations,
    schemas: raw.components.schemas,
    resolve: (node) => (node.$ref === undefined ? node : follow(raw, node.$ref)),
    findFault: (schema, value) => {
      // References point into the document, so the components travel along.
      const validate = ajv.compile({ ...schema, components: raw.components });
      return validate(value) ? undefined : ajv.errorsText(validate.errors);
    },
  };
}

function follow(raw: Raw, reference: string): unknown {
  const steps = reference.slice(2).split('/');
  return steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], raw);
}

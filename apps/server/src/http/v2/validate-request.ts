import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import { ServiceError } from '../../errors/service-error.ts';
import { readParameters } from './read-parameters.ts';

type Refusal = { readonly field: string; readonly detail: string };

/**
 * Checks the parts of a request by their schemas and names everything that is wrong with one.
 *
 * Query parameters come as text and are turned into what the schema asks for; a body is taken as it
 * is. A path that cannot be is a path that leads nowhere.
 */
export const validateRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  const isText = httpPart === 'querystring' || httpPart === 'params';
  return (data: unknown) => {
    const value = isText ? validator.Default(readParameters(schema, data)) : data;
    if (validator.Check(value)) return isText ? { value } : true;
    if (httpPart === 'params') return { error: new ServiceError('not_found', 'Not found.') };
    return { error: toServiceError(validator.Errors(value)) };
  };
};

function toServiceError(found: readonly TLocalizedValidationError[]): ServiceError {
  const errors = found.flatMap(toRefusals).filter(({ field }, index, all) => all.findIndex((one) => one.field === field) === index);
  const detail = errors.map((error) => `${error.field}: ${error.detail}`).join(' ');
  return new ServiceError('field.invalid', detail, { errors });
}

function toRefusals(error: TLocalizedValidationError): Refusal[] {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  if (error.keyword === 'required') {
    return error.params.requiredProperties.map((name) => ({
      field: path === '' ? name : `${path}.${name}`,
      detail: 'This field is required.',
    }));
  }
  // A field that the schema does not know is reported twice: by itself, and by what it stands in.
  if (error.keyword === 'additionalProperties') return [];
  const detail = error.keyword === 'boolean' ? 'There is no such field.' : `It ${error.message}.`;
  return [{ field: path === '' ? 'body' : path, detail }];
}

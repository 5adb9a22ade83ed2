import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import { ServiceError } from '../../errors/service-error.ts';
import { describeRefusals } from './describe-refusals.ts';
import { readParameters } from './read-parameters.ts';

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
  const errors = found.flatMap(describeRefusals).filter(({ field }, index, all) => all.findIndex((one) => one.field === field) === index);
  return new ServiceError('field.invalid', errors.map(({ detail }) => detail).join(' '), { errors });
}

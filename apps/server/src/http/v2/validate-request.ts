import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { ServiceError } from '../../errors/service-error.ts';
import { describeRefusals, describeUnknown, type Refusal } from './describe-refusals.ts';
import { readParameters } from './read-parameters.ts';

/**
 * Checks the parts of a request by their schemas and names everything that is wrong with one.
 *
 * Query parameters come as text and are turned into what the schema asks for; one that the schema
 * does not know is refused, since a filter with a slip in its name would filter nothing. A body is
 * taken as it is. A path that cannot be is a path that leads nowhere.
 */
export const validateRequest: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  const isText = httpPart === 'querystring' || httpPart === 'params';
  return (data: unknown) => {
    const value = isText ? validator.Default(readParameters(schema, data)) : data;
    const unknown = httpPart === 'querystring' ? describeUnknown(schema, data) : [];
    if (unknown.length === 0 && validator.Check(value)) return isText ? { value } : true;
    if (httpPart === 'params') return { error: new ServiceError('not_found', 'Not found.') };
    return { error: toServiceError([...unknown, ...validator.Errors(value).flatMap(describeRefusals)]) };
  };
};

function toServiceError(refusals: readonly Refusal[]): ServiceError {
  const errors = refusals.filter(({ field }, index, all) => all.findIndex((one) => one.field === field) === index);
  return new ServiceError('field.invalid', errors.map(({ detail }) => detail).join(' '), { errors });
}

import { DetailError, FieldErrors } from '@ocr-web/api';
import { Type } from 'typebox';
import type { ContentSchema } from '../openapi/operation-schema.ts';

const descriptions = {
  400: 'The body cannot be parsed, or the picture is not acceptable.',
  403: 'The address was altered or has expired.',
  404: 'There is nothing here.',
  406: 'The request accepts no JSON.',
  408: 'The body came too slowly while others waited.',
  413: 'The body or the picture is too large.',
  415: 'The content type is not supported.',
  429: "Too many scans are waiting, or the token's rate limit or its scans of the day are used up.",
  500: 'The service failed. It has been logged under the request id.',
  503: 'Too many uploads at the same time, or the storage of the service cannot be reached.',
  507: 'The service has too little space left.',
} as const;

const BadRequest = Type.Union([DetailError, FieldErrors]);

/** Describes refusals in the shape of version 1 for the schema of a route. */
export function v1Refusals(...statuses: readonly (keyof typeof descriptions)[]): Readonly<Record<number, ContentSchema>> {
  const describe = (status: keyof typeof descriptions) => ({
    description: descriptions[status],
    content: { 'application/json': { schema: status === 400 ? BadRequest : DetailError } },
  });
  return Object.fromEntries(statuses.map((status) => [status, describe(status)]));
}

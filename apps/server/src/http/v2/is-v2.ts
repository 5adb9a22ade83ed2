import type { FastifyRequest } from 'fastify';

/** Where v2 begins. */
export const v2Prefix = '/api/v2';

/** Tells whether a request is meant for v2, by its address alone: it may have failed before it found its route. */
export function isV2({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return url.startsWith(`${v2Prefix}/`) || url === v2Prefix || url.startsWith(`${v2Prefix}?`);
}

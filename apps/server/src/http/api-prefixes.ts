import type { FastifyRequest } from 'fastify';

/** Where each version begins. */
export const v1Prefix = '/api/v1';
export const v2Prefix = '/api/v2';

/**
 * Tells whether a request is meant for a version, by its address alone: it may have failed before
 * it found its route.
 */
export function isUnder(prefix: string, { url }: Pick<FastifyRequest, 'url'>): boolean {
  return url.startsWith(`${prefix}/`) || url === prefix || url.startsWith(`${prefix}?`);
}

import type { ScanSummary } from '../../../../scans/scan.ts';

/**
 * Returns the entity tag of a scan. A weak one: the signed address of the file is new in every
 * answer, and nothing else is while the scan stays as it is.
 */
export function scanEtag({ id, status, finishedAt }: Pick<ScanSummary, 'id' | 'status' | 'finishedAt'>): string {
  return `W/"${id}-${status}-${finishedAt?.getTime().toString(36) ?? '0'}"`;
}

/**
 * Tells whether an `If-None-Match` header names the tag (RFC 9110, section 13.1.2: compared
 * weakly).
 */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

/**
 * What is written down, by what it is about. A closed list: `ocr-web audit` and its readers know
 * it.
 */
export const auditActions = [
  'scan.created',
  'scan.result_read',
  'scan.picture_read',
  'scan.portrait_read',
  'scan.deleted',
  'scan.expired',
  'batch.created',
  'batch.deleted',
  'batch.expired',
  'webhook.created',
  'webhook.changed',
  'webhook.deleted',
  'delivery.resent',
  'token.created',
  'token.changed',
  'token.rotated',
  'token.revoked',
  'token.purged',
  'keys.rotated',
] as const;

export type AuditAction = (typeof auditActions)[number];

/**
 * Who did it: a token by its id, the operator on the command line, the service by itself, or
 * whoever has a signed address.
 */
export type AuditActor = { readonly token: string } | 'operator' | 'service' | 'signed address';

/**
 * Who did what to which thing. Has no identity value by its type: ids, and words of closed lists.
 */
export type AuditEvent = {
  readonly actor: AuditActor;
  readonly action: AuditAction;
  /** Id of the scan, batch, webhook, token or master key. */
  readonly subject: number | string;
};

/** Writes an actor as a column keeps it. */
export function renderActor(actor: AuditActor): string {
  return typeof actor === 'string' ? actor : `token ${actor.token}`;
}

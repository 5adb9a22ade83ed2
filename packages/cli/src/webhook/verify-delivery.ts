import type { IncomingMessage } from 'node:http';
import { isOcrWebError, verifyWebhook } from '@ocr-web/api/client';

/** A request that came to the listener, and whether it is genuine. */
export type VerifiedDelivery = {
  readonly receivedAt: Date;
  /** The webhook-id, the same over all attempts. */
  readonly id: string | undefined;
  /** `not checked`: there is no secret to check with. */
  readonly verdict: 'genuine' | 'not genuine' | 'not checked';
  /** Why it is not genuine. */
  readonly reason: string | undefined;
  /** The body, parsed if it is JSON, else as text. */
  readonly event: unknown;
};

/** Checks a delivery's signature and time, as every receiver should. */
export async function verifyDelivery(
  { headers }: Pick<IncomingMessage, 'headers'>,
  body: Buffer,
  secret: string | undefined,
  now: Date,
): Promise<VerifiedDelivery> {
  const known = { receivedAt: now, id: [headers['webhook-id']].flat()[0], event: parse(body.toString('utf8')) };
  if (secret === undefined) return { ...known, verdict: 'not checked', reason: undefined };
  try {
    await verifyWebhook({ secret, headers, body, now });
    return { ...known, verdict: 'genuine', reason: undefined };
  } catch (error) {
    if (!isOcrWebError(error) && !(error instanceof SyntaxError)) throw error;
    return { ...known, verdict: 'not genuine', reason: error.message };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

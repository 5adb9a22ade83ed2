import { isIP } from 'node:net';
import type { OutboundPolicy } from './outbound-policy.ts';
import { hostOf } from './resolve-host.ts';

/**
 * Returns the URL, or a sentence about what is wrong with it. What its host's name stands for is
 * looked at before each attempt.
 */
export function validateWebhookUrl(text: string, { allowPrivate, isBlockedAddress }: OutboundPolicy): URL | string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const schemes = allowPrivate ? ['https:', 'http:'] : ['https:'];
  if (!url || !schemes.includes(url.protocol)) {
    const prefixes = schemes.map((scheme) => `${scheme}//`).join(' or ');
    return `Must be an address that begins with ${prefixes}, such as https://hotel.example/ocr-web.`;
  }
  if (url.username !== '' || url.password !== '') return 'Must not hold a user name or a password: deliveries are signed instead.';
  if (text.includes('#')) return 'Must not hold a fragment (#): it would not be sent.';
  const host = hostOf(url);
  const isLocalName = /(^|\.)localhost\.?$/.test(host);
  if (isIP(host) !== 0 ? isBlockedAddress(host) : isLocalName && !allowPrivate) {
    return 'Must name a public host: this service does not send to private, loopback and reserved addresses.';
  }
  return url;
}

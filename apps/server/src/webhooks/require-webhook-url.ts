import { ServiceError } from '../errors/service-error.ts';
import { judgeWebhookUrl } from './judge-webhook-url.ts';
import type { ReachPolicy } from './reach-policy.ts';

/** Returns the URL as it is stored. @throws ServiceError `field.invalid` with what is wrong */
export function requireWebhookUrl(text: string, policy: ReachPolicy): string {
  const url = judgeWebhookUrl(text, policy);
  if (typeof url === 'string') throw new ServiceError('field.invalid', url, { field: 'url' });
  return url.href;
}

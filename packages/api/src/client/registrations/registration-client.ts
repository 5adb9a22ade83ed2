import type { RegistrationBody } from '../../schemas/v2/registrations/registration.ts';
import type { CreateRegistrationBody } from '../../schemas/v2/registrations/registration-requests.ts';
import { readJson } from '../transport/read-answer.ts';
import type { CallOptions } from '../transport/resource-calls.ts';
import type { Transport } from '../transport/transport.ts';

/** Calls about registers of guests. All reject with OcrWebError, or with the signal's reason. */
export type RegistrationClient = {
  /**
   * Checks a stay against a register. Nothing is kept by the service, so that it may be sent as
   * often as something is typed; the file is in the answer once nothing is refused.
   */
  readonly check: (registration: CreateRegistrationBody, options?: CallOptions) => Promise<RegistrationBody>;
};

export function openRegistrationClient({ send }: Pick<Transport, 'send'>): RegistrationClient {
  return {
    check: (registration, { signal } = {}) => {
      const headers = { 'content-type': 'application/json' };
      const request = { method: 'POST' as const, path: '/api/v2/registrations', headers, body: JSON.stringify(registration) };
      return send({ ...request, repeatable: true, signal }, readJson<RegistrationBody>);
    },
  };
}

import { type CreateRegistrationBody, CreateRegistrationRequest, Registration } from '@ocr-web/api';
import { checkRegistration, registers } from '@ocr-web/registers';
import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../../../errors/service-error.ts';
import { findGuests } from '../../../registrations/find-guests.ts';
import type { AppDeps } from '../../app-deps.ts';
import { getCaller } from '../../authentication/authenticate.ts';
import { discloseResult } from '../../disclose-scan.ts';
import { problemResponses } from '../problem-responses.ts';
import { renderRegistration } from './render-registration.ts';

const schema = {
  operationId: 'createRegistration',
  tags: ['Registrations'],
  summary: 'Check a stay against a register of guests',
  description:
    'Checks the guests of a stay against what a register demands. Either something is refused, and each refusal names guest, field, reason and way out; or the answer holds the file to upload. Nothing is stored, and nothing is sent to the register.',
  body: CreateRegistrationRequest,
  response: {
    200: { description: 'What the register would say.', content: { 'application/json': { schema: Registration } } },
    ...problemResponses('body.malformed', 'body.too_large', 'body.unsupported', 'field.invalid', 'not_found', 'scan.not_completed'),
  },
};

/** `POST /api/v2/registrations` */
export function registerCreateRegistration(v2: FastifyInstance, deps: Pick<AppDeps, 'scans' | 'audit'>): void {
  v2.route<{ Body: CreateRegistrationBody }>({
    method: 'POST',
    url: '/registrations',
    schema,
    handler: async (request, reply) => {
      const { body } = request;
      const now = deps.scans.now();
      const register = registers[body.register];
      const variant = body.variant ?? register.variants[0] ?? '';
      if (!register.variants.includes(variant)) {
        throw invalid('variant', `${register.name} has ${register.variants.join(' and ')}.`);
      }
      const found = await findGuests(deps.scans, getCaller(request).ownerId, body, now);
      const { it_state_codes: itStateCodes, hr_document_types: hrDocumentTypes, ...values } = body.property ?? {};
      const registration = { property: { values, itStateCodes, hrDocumentTypes }, stay: body.stay ?? {}, guests: found };
      const local = body.local_time ?? now.toISOString().slice(0, 19);
      const checked = checkRegistration(register, registration, { variant, now: local });
      const disclosed = new Map(found.flatMap(({ scan }) => (scan ? [[scan.id, scan] as const] : [])));
      for (const scan of disclosed.values()) await discloseResult(deps, request, scan);
      return reply.send(renderRegistration(checked, { register: body.register, variant, language: body.language ?? 'en', guests: found }));
    },
  });
}

function invalid(field: string, detail: string): ServiceError {
  return new ServiceError('field.invalid', detail, { field });
}

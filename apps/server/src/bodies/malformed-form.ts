import { ServiceError } from '../errors/service-error.ts';

/**
 * The refusal of a form that is not as RFC 7578 has it, or that goes beyond a limit; the reason
 * ends the sentence.
 */
export function malformedForm(reason = 'the form is not valid.'): ServiceError {
  return new ServiceError('body.malformed', `Multipart form parse error - ${reason}`);
}

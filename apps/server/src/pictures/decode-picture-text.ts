import { ServiceError } from '../errors/service-error.ts';
import { decodeBase64, decodeBase64InLines } from './decode-base64.ts';

const refusal = 'Not valid base64. Send a data URI such as "data:image/jpeg;base64,..." or the bare base64 text.';

/**
 * Decodes a data URI in base64 (RFC 2397) or bare base64 text, with or without padding and line
 * breaks. The declared media type is not looked at: the bytes decide.
 *
 * @param field what the client calls it, for the refusal
 * @throws ServiceError `field.invalid` for blank text, for a data URI that is not base64, and for
 *   what is not base64
 */
export function decodePictureText(text: string, field: string): Buffer {
  if (/^\s*$/.test(text)) throw new ServiceError('field.invalid', 'This field may not be blank.', { field });
  const encoded = takeBase64(text.trimStart());
  if (encoded === undefined) throw new ServiceError('field.invalid', refusal, { field });
  const bytes = decodeBase64(encoded) ?? decodeBase64InLines(encoded);
  if (bytes === undefined) throw new ServiceError('field.invalid', refusal, { field });
  return bytes;
}

function takeBase64(text: string): string | undefined {
  if (!/^data:/i.test(text)) return text;
  const comma = text.indexOf(',');
  return comma > 0 && comma < 1000 && /;\s*base64$/i.test(text.slice(0, comma)) ? text.slice(comma + 1) : undefined;
}

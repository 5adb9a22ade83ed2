import { ServiceError } from '../errors/service-error.ts';

const refusal = 'Not valid base64. Send a data URI such as "data:image/jpeg;base64,..." or the bare base64 text.';

/**
 * Decodes a data URI in base64 (RFC 2397) or bare base64 text, with or without padding and line breaks. The declared media type is not
 * looked at: the bytes decide.
 *
 * @param field what the client calls it, for the refusal
 * @throws ServiceError `field.invalid` for blank text, for a data URI that is not base64, and for what is not base64
 */
export function decodePictureText(text: string, field: string): Buffer {
  if (/^\s*$/.test(text)) throw new ServiceError('field.invalid', 'This field may not be blank.', { field });
  const encoded = takeBase64(text.trimStart());
  if (encoded === undefined) throw new ServiceError('field.invalid', refusal, { field });
  const dense = /\s/.test(encoded) ? encoded.replace(/\s+/g, '') : encoded;
  const digits = dense.length - (dense.endsWith('==') ? 2 : dense.endsWith('=') ? 1 : 0);
  const bytes = Buffer.from(dense, 'base64');
  // Buffer skips what is not base64 instead of refusing it, so anything skipped shows as bytes missing.
  if (digits % 4 === 1 || bytes.length !== Math.floor((digits * 3) / 4)) throw new ServiceError('field.invalid', refusal, { field });
  return bytes;
}

function takeBase64(text: string): string | undefined {
  if (!/^data:/i.test(text)) return text;
  const comma = text.indexOf(',');
  return comma > 0 && comma < 1000 && /;\s*base64$/i.test(text.slice(0, comma)) ? text.slice(comma + 1) : undefined;
}

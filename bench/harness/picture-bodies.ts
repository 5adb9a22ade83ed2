/** A request body that is made once and sent many times. */
export type Body = { readonly contentType: string; readonly bytes: Buffer };

const boundary = 'ocr-web-bench-7d1f0c52';

/** A form (RFC 7578) with one part for each file. */
export function formBody(field: string, files: readonly (readonly [name: string, bytes: Buffer])[]): Body {
  const parts = files.flatMap(([name, bytes]) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return { contentType: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]) };
}

/** The JSON of v1: the picture as a data URL in base64. */
export function jsonBody(jpeg: Buffer): Body {
  const text = JSON.stringify({ picture_file: `data:image/jpeg;base64,${jpeg.toString('base64')}` });
  return { contentType: 'application/json', bytes: Buffer.from(text) };
}

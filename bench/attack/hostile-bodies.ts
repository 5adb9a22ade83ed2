import { gzipSync } from 'node:zlib';

/** A request body with its content type, and how it is encoded. */
export type HostileBody = { readonly type: string; readonly encoding?: string; readonly bytes: Buffer };

/** Just below what a request with a picture may have. */
const size = 27_000_000;
const form = 'multipart/form-data; boundary=b';
const json = 'application/json';

/** Bodies that cost a careless parser millions of steps or objects. By name. */
export const hostileBodies: Readonly<Record<string, () => HostileBody>> = {
  boundaries: () => ({ type: form, bytes: repeat('--b\r\n', size) }),
  fields: () => ({ type: form, bytes: repeat('--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n', size) }),
  'urlencoded-fields': () => ({ type: 'application/x-www-form-urlencoded', bytes: repeat('a=&', 3_000_000) }),
  headers: () => ({ type: form, bytes: Buffer.concat([Buffer.from('--b\r\n'), repeat('X-A: b\r\n', size)]) }),
  'one-header': () => ({ type: form, bytes: Buffer.concat([Buffer.from('--b\r\nX-A: '), repeat('a', size)]) }),
  'json-nested': () => ({ type: json, bytes: Buffer.concat([Buffer.from('{"picture_file":'), repeat('[', 10_000_000)]) }),
  'json-closed': () => ({
    type: json,
    bytes: Buffer.concat([Buffer.from('{"picture_file":'), repeat('[', 10_000_000), repeat(']', 10_000_000), Buffer.from('}')]),
  }),
  'json-keys': () => ({
    type: json,
    bytes: Buffer.from(`{${Array.from({ length: 2_000_000 }, (_, index) => `"${index.toString(36)}":0`).join(',')}}`),
  }),
  'base64-end': () => ({ type: json, bytes: base64(`${'A'.repeat(27_900_000)}!`) }),
  'base64-spaces': () => ({ type: json, bytes: base64(' '.repeat(27_900_000)) }),
  'base64-padding': () => ({ type: json, bytes: base64('='.repeat(27_900_000)) }),
  gzip: () => ({ type: json, encoding: 'gzip', bytes: gzipSync(base64('A'.repeat(500_000_000))) }),
};

function base64(text: string): Buffer {
  return Buffer.from(`{"picture_file":"data:image/jpeg;base64,${text}"}`);
}

function repeat(text: string, bytes: number): Buffer {
  return Buffer.alloc(bytes - (bytes % text.length), text);
}

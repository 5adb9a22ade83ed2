import { gzipSync } from 'node:zlib';

/** A request body with its content type, and how it is encoded. */
export type HostileBody = { readonly type: string; readonly encoding?: string; readonly bytes: Buffer };

/** Just below what a request with a picture may have. */
const size = 27_000_000;
const form = 'multipart/form-data; boundary=b';
const json = 'application/json';
const urlencoded = 'application/x-www-form-urlencoded';
const textFile = '--b\r\nContent-Disposition: form-data; name="picture_file"; filename="a.txt"\r\n\r\n';

/** Bodies that cost a careless parser millions of steps or objects. By name. */
export const hostileBodies: Readonly<Record<string, () => HostileBody>> = {
  boundaries: () => ({ type: form, bytes: repeat('--b\r\n', size) }),
  fields: () => ({ type: form, bytes: repeat('--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n', size) }),
  'urlencoded-fields': () => ({ type: urlencoded, bytes: repeat('a=&', size) }),
  'urlencoded-ampersands': () => ({ type: urlencoded, bytes: repeat('&', size) }),
  'urlencoded-equals': () => ({ type: urlencoded, bytes: urlencodedFile('=') }),
  'urlencoded-escapes': () => ({ type: urlencoded, bytes: urlencodedFile('%41') }),
  'urlencoded-escaped-escapes': () => ({ type: urlencoded, bytes: urlencodedFile('%2541') }),
  'urlencoded-blanks': () => ({ type: urlencoded, bytes: Buffer.concat([Buffer.from('picture_file='), repeat('aa+a+', size)]) }),
  'urlencoded-name': () => ({ type: urlencoded, bytes: repeat('%41', size) }),
  'base64-file': () => ({ type: form, bytes: Buffer.concat([Buffer.from(textFile), repeat('QUJD', size), Buffer.from('\r\n--b--\r\n')]) }),
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

/** Under the name of each version, of which the other one takes no notice. */
function urlencodedFile(text: string): Buffer {
  const half = repeat(text, size / 2);
  return Buffer.concat([Buffer.from('picture_file='), half, Buffer.from('&file='), half]);
}

function repeat(text: string, bytes: number): Buffer {
  return Buffer.alloc(bytes - (bytes % text.length), text);
}

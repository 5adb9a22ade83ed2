import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

export type S3Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of credentials that were lent for a while. */
  readonly sessionToken?: string | undefined;
};

export type UnsignedRequest = {
  readonly method: string;
  /** Its path is encoded as it is sent; it has no query. */
  readonly url: URL;
  /** By their names in small letters; all of them are signed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * Signs requests to a store with Signature Version 4, the body included:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 *
 * The key that signs is that of a day and is made once for it.
 */
export class RequestSigner {
  readonly #region: string;
  #known: { readonly name: string; readonly key: KeyObject } | undefined;

  constructor(region: string) {
    this.#region = region;
  }

  /** Returns all headers of the request, its signature among them. */
  sign({ method, url, headers, body }: UnsignedRequest, credentials: S3Credentials, now: Date): Record<string, string> {
    const time = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
    const day = time.slice(0, 8);
    const bodySum = sha256(body);
    const signed: Record<string, string> = {
      ...headers,
      host: url.host,
      'x-amz-content-sha256': bodySum,
      'x-amz-date': time,
      ...(credentials.sessionToken !== undefined && { 'x-amz-security-token': credentials.sessionToken }),
    };
    const names = Object.keys(signed).sort();
    const lines = names.map((name) => `${name}:${signed[name]?.trim()}\n`).join('');
    const canonical = [method, url.pathname, '', lines, names.join(';'), bodySum].join('\n');
    const scope = `${day}/${this.#region}/s3/aws4_request`;
    const signature = createHmac('sha256', this.#keyOf(credentials.secretAccessKey, day))
      .update([algorithm, time, scope, sha256(canonical)].join('\n'))
      .digest('hex');
    const parts = [`Credential=${credentials.accessKeyId}/${scope}`, `SignedHeaders=${names.join(';')}`, `Signature=${signature}`];
    return { ...signed, authorization: `${algorithm} ${parts.join(', ')}` };
  }

  #keyOf(secret: string, day: string): KeyObject {
    const name = `${day} ${secret}`;
    if (this.#known?.name === name) return this.#known.key;
    let key = Buffer.from(`AWS4${secret}`);
    for (const part of [day, this.#region, 's3', 'aws4_request']) key = createHmac('sha256', key).update(part).digest();
    this.#known = { name, key: createSecretKey(key) };
    return this.#known.key;
  }
}

function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

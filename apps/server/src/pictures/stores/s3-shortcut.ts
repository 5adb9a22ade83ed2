import { buffer } from 'node:stream/consumers';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** A request for one object, tried once. */
export type ObjectRequest = {
  readonly method: 'GET' | 'PUT';
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
};

/**
 * Sends a request for an object once.
 *
 * @returns the body of the answer; undefined for whatever did not end well, which the client itself
 *   has to try again or to explain
 */
export type SendDirectly = (request: ObjectRequest) => Promise<Buffer | undefined>;

/**
 * Makes a shorter way to the objects of a bucket for what each picture needs: Amazon's signer and
 * connections, without what its client runs through before and after each request. That takes as
 * much processor time again as all the rest of it. A client is needed for everything that is rarer:
 * further attempts, clocks that are wrong, other regions, the names of errors.
 */
export async function openS3Shortcut(client: S3Client, bucket: string): Promise<SendDirectly> {
  const region = await client.config.region();
  const signer = await client.config.signer({ name: 'sigv4', signingName: 's3', signingRegion: region, properties: {} });
  const base = await addressOf(client, bucket);
  const port = base.port === '' ? {} : { port: Number(base.port) };
  return async ({ method, key, headers = {}, body }) => {
    const length = body && { 'content-length': String(body.length) };
    const request = {
      method,
      protocol: base.protocol,
      hostname: base.hostname,
      ...port,
      path: base.pathname + key,
      query: {},
      headers: { host: base.host, ...headers, ...length },
      body,
    };
    try {
      // The client learns by how much this clock is wrong when a request of its own is refused.
      const signingDate = new Date(Date.now() + client.config.systemClockOffset);
      const signed = await signer.sign(request, { signingDate, signingRegion: region, signingService: 's3' });
      const { response } = await client.config.requestHandler.handle(signed as Parameters<typeof client.config.requestHandler.handle>[0]);
      const answer = await buffer(response.body);
      return response.statusCode === 200 ? answer : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Where the objects of a bucket are: what stands before their keys, as the client itself says. */
async function addressOf(client: S3Client, bucket: string): Promise<URL> {
  const key = 'key';
  const address = new URL(await getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key })));
  return new URL(address.pathname.slice(0, -key.length), address);
}

import type { Ids, Rivals } from './start-rivals.ts';

type Asked = readonly [method: string, path: string, token: string];

/** Two requests that must be answered alike, in time too; or, for a control, are not. */
export type Question = {
  readonly name: string;
  /** The statuses that either may be answered with. */
  readonly status: readonly number[];
  /** The request of each turn for what nobody has, and that for somebody else's. */
  readonly none: (turn: number) => Asked;
  readonly foreign: (turn: number) => Asked;
  readonly isControl?: boolean;
};

/** Makes the questions to a service with two owners: every kind of id, every way to look it up. */
export function timingQuestions({ scans, batches, webhooks, guestToken, ownerToken }: Rivals): Question[] {
  const about = (name: string, method: string, ids: Ids, path: (id: string) => string): Question => {
    const request =
      (from: readonly string[]) =>
      (turn: number): Asked => [method, path(from[turn % from.length]!), guestToken];
    return { name, status: [404], none: request(ids.none), foreign: request(ids.foreign) };
  };
  const control = (name: string, ids: Ids, path: (id: string) => string): Question => ({
    ...about(name, 'GET', { ...ids, foreign: ids.own }, path),
    status: [200, 404],
    isControl: true,
  });
  const scan = (id: string) => `/api/v2/scans/${id}`;
  const batch = (id: string) => `/api/v2/batches/${id}`;
  const webhook = (id: string) => `/api/v2/webhooks/${id}`;
  return [
    about('v1 scan', 'GET', scans, (id) => `/api/v1/tools/ocr/data/${id}/`),
    about('scan', 'GET', scans, scan),
    about('scan, deleted', 'DELETE', scans, scan),
    about('scan, its picture', 'GET', scans, (id) => `${scan(id)}/picture`),
    about('scan, a crop', 'GET', scans, (id) => `${scan(id)}/documents/0/crop`),
    about('scan, its events', 'GET', scans, (id) => `${scan(id)}/events`),
    about('batch', 'GET', batches, batch),
    about('batch, deleted', 'DELETE', batches, batch),
    about('batch, its results', 'GET', batches, (id) => `${batch(id)}/results`),
    about('webhook', 'GET', webhooks, webhook),
    about('webhook, its deliveries', 'GET', webhooks, (id) => `${webhook(id)}/deliveries`),
    wrongTokens(ownerToken),
    control('control: own scan', scans, scan),
    control('control: own batch', batches, batch),
  ];
}

/** A wrong token of which nothing is right, and one of which all but the last digit is. */
function wrongTokens(token: string): Question {
  const digit = (text: string) => ((Number.parseInt(text, 16) + 1) % 16).toString(16);
  const nothingRight = token.replaceAll(/[0-9a-f]/g, digit);
  const nearlyRight = token.slice(0, -1) + digit(token.at(-1)!);
  const request = (text: string) => (): Asked => ['GET', '/api/v2/scans', text];
  return { name: 'token, all but the last digit right', status: [401], none: request(nothingRight), foreign: request(nearlyRight) };
}

/** A test that says something about the embedded default only, and why. */
export type EmbeddedOnly = {
  readonly file: string;
  /** The beginning of its name. */
  readonly test: string;
  readonly reason: string;
};

const acceptance = 'apps/server/acceptance';
const looksIntoFolder = 'It looks into the data folder. chaos.cluster.test.ts looks into database and store.';

/**
 * What `npm run test:acceptance:servers` and `npm run test:contract:servers` leave out. Everything
 * else that starts a server also runs on PostgreSQL and S3.
 */
export const embeddedOnly: readonly EmbeddedOnly[] = [
  {
    file: `${acceptance}/fsync.acceptance.test.ts`,
    test: '',
    reason: "It counts the fsync calls of the embedded database; a server's are its own.",
  },
  {
    file: `${acceptance}/kill.acceptance.test.ts`,
    test: 'kill -9 at random moments',
    reason: looksIntoFolder,
  },
  {
    file: `${acceptance}/batches.acceptance.test.ts`,
    test: '1,000 pictures in one request',
    reason: looksIntoFolder,
  },
  { file: `${acceptance}/batches.acceptance.test.ts`, test: 'kill -9 in the middle of an upload', reason: looksIntoFolder },
  { file: `${acceptance}/batches.acceptance.test.ts`, test: 'kill -9 while an archive is read', reason: looksIntoFolder },
  {
    file: `${acceptance}/first-start.acceptance.test.ts`,
    test: 'the key of what is stored lies beside',
    reason: 'Processes that share a database are given their key.',
  },
  {
    file: `${acceptance}/first-start.acceptance.test.ts`,
    test: 'a second server on the same folder',
    reason: 'Servers are made for several processes: nothing is locked.',
  },
  {
    file: `${acceptance}/supervision.acceptance.test.ts`,
    test: 'a start right after that waits for the folder and the port',
    reason: 'What it waits for is the lock of the data folder. On servers, whoever starts it tries again.',
  },
  ...['before erasure', 'after erasure', 'logs, metrics and traces'].map((test) => ({
    file: `${acceptance}/erasure.acceptance.test.ts`,
    test,
    reason: looksIntoFolder,
  })),
  {
    file: `${acceptance}/restore.acceptance.test.ts`,
    test: 'a folder that was copied whole',
    reason: 'It copies the data folder. restore.cluster.test.ts restores a database and a bucket.',
  },
  {
    file: 'packages/cli/test/backup.acceptance.test.ts',
    test: '',
    reason: 'ocr-web backup copies the data folder. restore.cluster.test.ts restores a database and a bucket.',
  },
  {
    file: 'packages/cli/test/cli.acceptance.test.ts',
    test: 'token commands go through the server that runs',
    reason: 'It is about the socket in the data folder. On servers the commands ask the database: roles.cluster.test.ts.',
  },
];

/** An answer that only the embedded default gives, and why. */
type EmbeddedAnswer = { readonly operationIds: readonly string[]; readonly statuses: readonly number[]; readonly reason: string };

/** The documented answers that statuses.contract.test.ts cannot have on PostgreSQL and S3. */
const embeddedAnswers: readonly EmbeddedAnswer[] = [
  {
    operationIds: ['createScan', 'createBatch', 'v1CreatePicture'],
    statuses: [507],
    reason: 'Space on servers is for whoever runs them to watch.',
  },
];

/** Tells whether only the embedded default gives an answer. */
export function isEmbeddedAnswer(operationId: string, status: number): boolean {
  return embeddedAnswers.some(({ operationIds, statuses }) => operationIds.includes(operationId) && statuses.includes(status));
}

/** Returns why a test is left out on servers, where it is. */
export function findEmbeddedOnly(file: string, test: string): EmbeddedOnly | undefined {
  return embeddedOnly.find((entry) => entry.file === file && test.startsWith(entry.test));
}

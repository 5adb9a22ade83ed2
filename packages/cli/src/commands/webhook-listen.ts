import { once } from 'node:events';
import { UsageError } from '../cli-error.ts';
import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { parseWholeNumber } from '../command-line/parse-arguments.ts';
import { connectToServer } from '../connect-to-server.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';
import { receiveDeliveries } from '../webhook/receive-deliveries.ts';
import { registerListener } from '../webhook/register-listener.ts';
import { describeDelivery, renderDelivery } from '../webhook/render-delivery.ts';

/** `ocr-web webhook listen`: shows what a service sends, and answers as told. */
export function createWebhookListenCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Receive webhooks on this machine until Ctrl-C: verify, print and answer each one',
    arguments: {
      server: { type: 'string', valueHint: 'URL', description: 'Create a webhook at this service while listening (or OCR_WEB_SERVER)' },
      token: {
        type: 'string',
        valueHint: 'TOKEN',
        description: "The service's token (better: OCR_WEB_TOKEN, which process lists do not show)",
      },
      url: { type: 'string', valueHint: 'URL', description: 'Address at which the service reaches this listener, such as a tunnel' },
      secret: {
        type: 'string',
        valueHint: 'SECRET',
        description: 'Secret of a webhook that you created yourself (or OCR_WEB_WEBHOOK_SECRET)',
      },
      host: { type: 'string', valueHint: 'HOST', default: '127.0.0.1', description: 'Address to listen on' },
      port: { type: 'string', valueHint: 'N', default: '8900', description: 'Port to listen on; 0 picks a free one' },
      status: { type: 'string', valueHint: 'N', description: 'Always answer with this status, to see how the service reacts' },
      delay: { type: 'string', valueHint: 'MS', default: '0', description: 'Milliseconds to wait before each answer' },
      json: { type: 'boolean', description: 'One JSON object a line for each delivery' },
    },
    examples: [
      'ocr-web webhook listen --server http://127.0.0.1:8080',
      'ocr-web webhook listen --secret whsec_T0NSIFdlYiBleGFtcGxlLCBuZXZlciBhIHNlY3JldCE=',
      'ocr-web webhook listen --port 9000 --status 503 --delay 2000 --json',
    ],
    notes: `With --server, the webhook is created for you, its secret verifies the deliveries, and it is deleted
at the end. The service must be allowed to reach this machine: start it with
OCR_WEB_WEBHOOK_ALLOW_PRIVATE=true, or name a public address that leads here with --url.

Without --status, the answer is 204, or 400 if a delivery is not genuine. The service repeats a
delivery unless the answer is 2xx.`,
    run: (args) => listen(args, terminal),
  });
}

type ListenArguments = {
  readonly server?: string | undefined;
  readonly token?: string | undefined;
  readonly url?: string | undefined;
  readonly secret?: string | undefined;
  readonly host: string;
  readonly port: string;
  readonly status?: string | undefined;
  readonly delay: string;
  readonly json?: boolean | undefined;
};

async function listen(args: ListenArguments, terminal: Terminal): Promise<ExitCode> {
  const { environment, stdout, stderr, signal, now } = terminal;
  const server = args.server ?? environment.OCR_WEB_SERVER;
  let secret = parseSecret(args.secret ?? environment.OCR_WEB_WEBHOOK_SECRET);
  const client = server && secret === undefined ? connectToServer(server, args.token ?? environment.OCR_WEB_TOKEN) : undefined;
  const receiver = await receiveDeliveries({
    host: args.host,
    port: parseWholeNumber('--port', args.port, 0, 65_535),
    secret: () => secret,
    status: args.status === undefined ? undefined : parseWholeNumber('--status', args.status, 200, 599),
    delayMs: parseWholeNumber('--delay', args.delay, 0, 600_000),
    now,
    onDelivery: (delivery) => writeLine(stdout, args.json ? JSON.stringify(describeDelivery(delivery)) : renderDelivery(delivery)),
  });
  try {
    const url = args.url ?? receiver.url;
    await writeLine(stderr, `Listening on ${receiver.url} until Ctrl-C.`);
    const registration = client && (await registerListener(client, url, signal));
    secret ??= registration?.secret;
    await writeLine(stderr, registration ? `${server} sends to ${url} (webhook ${registration.id}) until then.` : explain(url, secret));
    if (!signal.aborted) await once(signal, 'abort');
    await registration?.remove().catch(() => writeLine(stderr, `The webhook ${registration.id} could not be deleted.`));
    return exitCode.done;
  } finally {
    await receiver.close();
  }
}

function parseSecret(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^whsec_[A-Za-z0-9+/]{16,}={0,2}$/.test(text))
    throw new UsageError('The secret must be "whsec_" followed by base64, as the service showed it.');
  return text;
}

function explain(url: string, secret: string | undefined): string {
  if (secret !== undefined) return 'Deliveries are verified with your secret.';
  const body = JSON.stringify({ url });
  return `No webhook sends here yet, and nothing is verified. Create one:

curl -s -H "Authorization: Bearer $OCR_WEB_TOKEN" -H 'Content-Type: application/json' -d '${body}' "$OCR_WEB_SERVER/api/v2/webhooks"

and pass the secret from its answer with --secret, or let --server URL do both.`;
}

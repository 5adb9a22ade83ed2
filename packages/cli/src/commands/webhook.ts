import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import type { Terminal } from '../terminal.ts';
import { createWebhookListenCommand } from './webhook-listen.ts';

/** `ocr-web webhook`: for those who write a receiver. */
export function createWebhookCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Test webhooks',
    subCommands: { listen: createWebhookListenCommand(terminal) },
    examples: ['ocr-web webhook listen --server http://127.0.0.1:8080'],
    notes: 'docs/webhooks.md explains how webhooks work and how to verify them.',
  });
}

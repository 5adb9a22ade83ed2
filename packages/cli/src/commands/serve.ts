import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { superviseService } from '../supervise-service.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `ocr-web serve`: the service, until it is told to stop. Its settings are environment variables
 * only.
 */
export function createServeCommand({ environment, stderr }: Terminal): Command {
  return defineCliCommand({
    description: 'Serve the HTTP API until Ctrl-C',
    examples: ['ocr-web serve', 'OCR_WEB_PORT=9000 OCR_WEB_DATA_DIR=/var/lib/ocr-web ocr-web serve'],
    notes: `The first start makes a token and prints it once, with a curl command that reads a specimen. Logs go to standard error as JSON lines.
Settings are environment variables that begin with OCR_WEB_; docs/configuration.md lists them with their defaults.`,
    run: () => superviseService(environment, (line) => stderr.write(line)),
  });
}

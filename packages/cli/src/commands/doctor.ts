import { type Command, defineCliCommand } from '../command-line/define-command.ts';
import { examine } from '../doctor/examine.ts';
import { type Finding, renderFinding } from '../doctor/finding.ts';
import { exitCode } from '../exit-code.ts';
import { type Terminal, writeLine } from '../terminal.ts';

/** `ocr-web doctor`: what keeps the service from working here, and what to do about it. */
export function createDoctorCommand(terminal: Terminal): Command {
  return defineCliCommand({
    description: 'Check Node, settings, models, reader, data folder, database, pictures and port, and suggest fixes',
    arguments: { json: { type: 'boolean', description: 'One JSON object: { healthy, findings: [{ check, status, detail, advice }] }' } },
    examples: ['ocr-web doctor', 'OCR_WEB_DATA_DIR=/var/lib/ocr-web ocr-web doctor --json'],
    notes: `It changes nothing (no folder is created, no database migrated) and can run beside a server. The
exit code is ${exitCode.done} if nothing failed, even with warnings, else ${exitCode.failed}.`,
    async run({ json }) {
      const findings: Finding[] = [];
      for await (const finding of examine(terminal)) {
        terminal.signal.throwIfAborted();
        findings.push(finding);
        if (!json) await writeLine(terminal.stdout, renderFinding(finding));
      }
      const healthy = findings.every(({ status }) => status !== 'failed');
      if (json) await writeLine(terminal.stdout, JSON.stringify({ healthy, findings }));
      return healthy ? exitCode.done : exitCode.failed;
    },
  });
}

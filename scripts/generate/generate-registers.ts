/**
 * Writes docs/generated/registers.md, what each register of guests takes and what it makes of hard
 * guests: `node scripts/generate/generate-registers.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerNames, registers } from '../../packages/registers/src/index.ts';
import { hardGuests } from '../../packages/registers/test/hard-guests.ts';
import { describeFields } from './registers/describe-fields.ts';
import { describeGuest } from './registers/describe-guests.ts';

writeFileSync(
  join(import.meta.dirname, '../../docs/generated/registers.md'),
  `# What registers of guests take

Written by \`node scripts/generate/generate-registers.ts\` from the tables in packages/registers/src/registers and the guests in
packages/registers/test/hard-guests.ts; [registers.md](../registers.md) explains it. "Whose" names who may say a value: the zone of the document,
its visual zone, the desk, the lodging; the earlier one wins. _secondary_ marks what only third parties say.

${registerNames.map((name) => describeFields(registers[name])).join('\n\n')}

## Hard guests

Made-up documents, the desk's answers already typed where no document can know them (address, telephone). "Asked for": what is refused until the
desk says it. "Said": warnings that come with the file. "Written": fields that show how the guest is filed.

${hardGuests.map(describeGuest).join('\n\n')}
`,
);

import { conditions, type Form, factsOf, labelOf, type Register, type RegisterField } from '../../../packages/registers/src/index.ts';
import { windows1250Letter } from '../../../packages/registers/src/text/windows-1250.ts';

/** The fields of a register as a table in Markdown, and where they are from. */
export function describeFields(register: Register): string {
  const { title, country, variants, citations, unseen, fields } = register;
  const secondary = unseen === undefined ? '' : `\nOf every field _secondary_: ${unseen}.\n`;
  return `## ${title}

\`${register.name}\`, ${country}. Kinds of file: ${variants.map((variant) => `\`${variant}\``).join(', ')}.

Sources:

${citations.map((one) => `- ${one.kind === 'official' ? 'official' : '_secondary_'}: [${one.title}](${one.address})`).join('\n')}
${secondary}
| field | of | form | obligatory | filled from | whose |
|---|---|---|---|---|---|
${fields.map((field) => describeField(field)).join('\n')}`;
}

function describeField(field: RegisterField): string {
  const { name, of, fact, required, width, form, isSecondary } = field;
  const size = width === undefined ? '' : `${width} ${width === 1 ? 'column' : 'columns'}: `;
  const source = (factsOf[of][fact]?.sources ?? []).join(', ');
  const filled = `${labelOf(of, fact, 'en')} (\`${fact}\`)${isSecondary ? ' _secondary_' : ''}`;
  return `| ${[name, of, `${size}${describeForm(form)}`, conditions[required].words, filled, source].join(' | ')} |`;
}

function describeForm(form: Form): string {
  switch (form.kind) {
    case 'text':
      return `up to ${form.max} ${form.isCapital ? 'capitals' : 'characters'} of ${form.letter === windows1250Letter ? 'Windows-1250' : code(form.letter)}`;
    case 'exact':
      return `${code(form.pattern)}, as \`${form.example}\``;
    case 'list':
      return Object.entries(form.values)
        .map(([word, value]) => (word === value ? word : `${word}: ${value}`))
        .join(', ');
    case 'state':
      return 'three letters of ICAO Doc 9303';
    case 'day':
      return `day as ${form.style}`;
    case 'time':
      return 'HH:MM';
  }
}

function code(pattern: RegExp): string {
  return `\`${pattern.source.replaceAll('|', '\\|')}\``;
}

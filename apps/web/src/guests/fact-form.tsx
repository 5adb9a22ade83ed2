import type { Level } from '@ocr-web/registers';
import { useState } from 'preact/hooks';
import { FactField } from './fact-field.tsx';
import { checked } from './night.ts';
import { words } from './words/guest-words.ts';

type FactFormProps = { readonly of: Level; readonly index?: number | undefined };

/**
 * Asks for what is missing, and for nothing else. What was asked for stays, so that it can be
 * corrected.
 */
export function FactForm({ of, index }: FactFormProps) {
  const issues = checked.value.issues.filter((issue) => issue.of === of && issue.guest === index && issue.field !== 'guests');
  const refused = issues.filter(({ severity }) => severity === 'refusal').map(({ field }) => field);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const fresh = refused.filter((field) => !asked.includes(field));
  if (fresh.length > 0) setAsked([...asked, ...fresh]);
  const facts = [...new Set([...asked, ...fresh])];
  if (facts.length === 0) return <p class="soft">{words.value.nothingMissing}</p>;
  return (
    <div class="facts-form">
      {facts.map((fact) => (
        <FactField key={fact} of={of} index={index} fact={fact} issue={issues.find(({ field }) => field === fact)} />
      ))}
    </div>
  );
}

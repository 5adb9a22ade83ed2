import { type Issue, type IssueCode, type Level, registers } from '@ocr-web/registers';
import { useState } from 'preact/hooks';
import { FactField } from './fact-field.tsx';
import { checked, registerName } from './night.ts';
import { words } from './words/guest-words.ts';

type FactFormProps = { readonly of: Level; readonly index?: number | undefined };

/** Warnings after which there is nothing to type. */
const settled: ReadonlySet<IssueCode> = new Set<IssueCode>(['letters_replaced', 'not_reported']);

/**
 * Asks for what is missing or to be compared, and for nothing else. What was asked for stays, so
 * that it can be corrected; everything else that the register takes is behind a button.
 */
export function FactForm({ of, index }: FactFormProps) {
  const [isOpen, setOpen] = useState(false);
  const issues = checked.value.issues.filter((issue) => issue.of === of && issue.guest === index && issue.field !== 'guests');
  const facts = useAsked(issues.filter(({ code }) => !settled.has(code)).map(({ field }) => field));
  const others = factsOfRegister(of).filter((fact) => !facts.includes(fact));
  const shown = isOpen ? [...facts, ...others] : facts;
  return (
    <>
      {shown.length === 0 && <p class="soft">{words.value.nothingMissing}</p>}
      <div class="facts-form">
        {shown.map((fact) => (
          <FactField key={fact} of={of} index={index} fact={fact} issue={firstIssue(issues, fact)} />
        ))}
      </div>
      {others.length > 0 && (
        <button type="button" class="button quiet facts-edit" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.value.edit}
        </button>
      )}
    </>
  );
}

/** Everything that was asked for since the form was opened, in its order. */
function useAsked(now: readonly string[]): readonly string[] {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const fresh = now.filter((field) => !asked.includes(field));
  if (fresh.length > 0) setAsked([...asked, ...fresh]);
  return [...new Set([...asked, ...fresh])];
}

function factsOfRegister(level: Level): readonly string[] {
  const facts = registers[registerName.value].fields.filter(({ of }) => of === level).map(({ fact }) => fact);
  return [...new Set(facts)];
}

/** A refusal tells more than a warning of the same value. */
function firstIssue(issues: readonly Issue[], fact: string): Issue | undefined {
  const all = issues.filter(({ field }) => field === fact);
  return all.find(({ severity }) => severity === 'refusal') ?? all[0];
}

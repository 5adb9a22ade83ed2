import { describeIssue, factsOf, type Issue, type Level, labelOf, languages } from '@ocr-web/registers';
import { useId } from 'preact/hooks';
import { knownValue, typedValue, typeValue } from './night.ts';
import { screenLanguage, words } from './words/guest-words.ts';

type FactFieldProps = {
  readonly of: Level;
  readonly index: number | undefined;
  readonly fact: string;
  readonly issue: Issue | undefined;
};

/** One value to type, with what is wrong with it and the way out. */
export function FactField({ of, index, fact, issue }: FactFieldProps) {
  const id = useId();
  const language = screenLanguage.value;
  const value = typedValue(of, index, fact) ?? (issue?.severity === 'refusal' ? '' : knownValue(of, index, fact));
  const said = issue && describeIssue(issue, language);
  const isWrong = value !== '' && issue?.severity === 'refusal';
  const common = {
    id,
    name: fact,
    value,
    'aria-describedby': `${id}-why`,
    'aria-invalid': isWrong,
    onInput: (event: Event) => typeValue(of, index, fact, (event.currentTarget as HTMLInputElement).value),
  };
  const { kind, choices } = factsOf[of][fact] ?? { kind: 'text' as const };
  return (
    <div class="field" data-fact={fact}>
      <label for={id}>{labelOf(of, fact, language)}</label>
      {choices ? (
        <select {...common}>
          <option value="">{words.value.choose}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {languages[language].choices[choice] ?? choice}
            </option>
          ))}
        </select>
      ) : (
        <TypedInput kind={kind} {...common} />
      )}
      <p class={isWrong ? 'field-error' : 'field-why'} id={`${id}-why`}>
        {said && (value !== '' || issue?.code !== 'missing') ? `${said.message} ${said.wayOut}` : ''}
      </p>
    </div>
  );
}

type TypedInputProps = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** An input for days, times or text, as the browser has them. */
function TypedInput({ kind, ...common }: TypedInputProps) {
  if (kind === 'day') return <input type="date" {...common} />;
  if (kind === 'time') return <input type="time" {...common} />;
  return <input type="text" autocomplete="off" {...common} />;
}

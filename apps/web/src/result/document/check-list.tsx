import type { Document } from '@ocr-web/api/client';
import { Icon, type IconName } from '../../controls/icon.tsx';
import { messages } from '../../i18n/language.ts';

type Check = Document['checks'][number];

/** Which check digits are printed, and whether they hold. */
export function CheckList({ document }: { readonly document: Document }) {
  if (document.checks.length === 0) return null;
  const { result, checkNames } = messages.value;
  return (
    <section class="card" aria-labelledby="checks-title">
      <h3 id="checks-title">{result.checks}</h3>
      <ul class="checks">
        {document.checks.map((check) => (
          <li key={`${check.name}-${check.line}-${check.column}`} class={`evidence ${classOf(check)}`}>
            <Icon name={iconOf(check)} />
            <span>
              <strong>{checkNames[check.name]}</strong> {describe(check)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function classOf({ holds }: Check): string {
  return holds === null ? 'not_printed' : holds ? 'proved' : 'contradicted';
}

function iconOf({ holds }: Check): IconName {
  return holds === null ? 'dash' : holds ? 'check' : 'cross';
}

function describe({ holds, printed, expected }: Check): string {
  const { result } = messages.value;
  if (holds === null) return result.checkNone;
  if (holds) return result.checkHolds;
  return expected === null ? result.checkFailsUnknown(printed) : result.checkFails(printed, String(expected));
}

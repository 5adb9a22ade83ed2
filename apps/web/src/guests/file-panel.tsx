import { describeIssue, type Issue } from '@ocr-web/registers';
import { Icon } from '../controls/icon.tsx';
import { downloadBytes } from '../result/copy/copy-text.ts';
import { checked, guests, startAgain } from './night.ts';
import { screenLanguage, words } from './words/guest-words.ts';

/** The end of the night: what is still missing, or the file. */
export function FilePanel() {
  const { file: title, noGuests, missing, valid, download, changed, startAgain: again } = words.value;
  const { file, issues } = checked.value;
  const refusals = issues.filter(({ severity }) => severity === 'refusal');
  const warnings = issues.filter(({ severity }) => severity === 'warning');
  if (guests.value.length === 0) return <p class="soft">{noGuests}</p>;
  return (
    <section class="card file-panel" aria-labelledby="file-title">
      <h2 id="file-title">{title}</h2>
      {/* A screen reader hears when the last gap is closed. */}
      <p role="status">{file ? valid : missing}</p>
      <IssueList issues={refusals} />
      {warnings.length > 0 && (
        <>
          <h3>{changed}</h3>
          <IssueList issues={warnings} />
        </>
      )}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={!file}
          onClick={() => file && downloadBytes(file.bytes, file.name, file.mediaType)}
        >
          <Icon name="download" />
          {download}
        </button>
        <button type="button" class="button" onClick={startAgain}>
          {again}
        </button>
      </div>
    </section>
  );
}

function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const { guest: label } = words.value;
  if (issues.length === 0) return null;
  return (
    <ul class="issues">
      {issues.map((issue) => (
        <li key={[issue.code, issue.of, issue.guest, issue.field].join(' ')}>
          {issue.guest === undefined ? '' : `${label} ${issue.guest + 1}: `}
          {describeIssue(issue, screenLanguage.value).message}
        </li>
      ))}
    </ul>
  );
}

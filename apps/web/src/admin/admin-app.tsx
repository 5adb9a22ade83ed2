import { type Client, isOcrWebError } from '@ocr-web/api/client';
import { useEffect } from 'preact/hooks';
import { EmptyState } from '../controls/empty-state.tsx';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import { SignedInOnly } from '../scans/signed-in-only.tsx';
import { explainError } from '../session/explain-error.ts';
import { SessionButton } from '../session/session-button.tsx';
import { SignInDialog } from '../session/sign-in-dialog.tsx';
import { Brand } from '../shell/brand.tsx';
import { Footer } from '../shell/footer.tsx';
import { LiveRegion } from '../shell/live-region.tsx';
import { SkipLink } from '../shell/skip-link.tsx';
import { adminMessages } from './admin-messages.ts';
import { Dashboard } from './dashboard.tsx';
import { RangeBar } from './range-bar.tsx';
import { useStatistics } from './use-statistics.ts';

/** The page for operators. */
export function AdminApp() {
  const { title, lead, toPage } = adminMessages.value;
  const { product, navigation } = messages.value;
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <>
      <SkipLink />
      <header class="header">
        <div class="header-inner">
          <Brand href="./" />
          <nav aria-label={navigation}>
            <a href="./">{toPage}</a>
            <a href="./admin" aria-current="page">
              {title}
            </a>
          </nav>
          <SessionButton />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <div class="view wide">
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
          <SignedInOnly>{(client) => <Operation client={client} />}</SignedInOnly>
        </div>
      </main>
      <Footer />
      <LiveRegion />
      <SignInDialog />
    </>
  );
}

function Operation({ client }: { readonly client: Client }) {
  const { forbidden, forbiddenWhy } = adminMessages.value;
  const { statistics, failure, range, choose, refresh } = useStatistics(client);
  if (isOcrWebError(failure) && failure.status === 403)
    return (
      <EmptyState icon="alert" title={forbidden}>
        <p>{forbiddenWhy}</p>
      </EmptyState>
    );
  return (
    <>
      <RangeBar range={range} onChoose={choose} asOf={statistics?.to} onRefresh={refresh} />
      {failure !== undefined && <Notice kind="error">{explainError(failure)}</Notice>}
      {statistics ? (
        <Dashboard client={client} statistics={statistics} onChange={refresh} />
      ) : (
        failure === undefined && <p class="loading">{messages.value.loading}</p>
      )}
    </>
  );
}

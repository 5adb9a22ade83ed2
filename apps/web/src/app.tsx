import { useEffect } from 'preact/hooks';
import { BatchView } from './batches/batch-view.tsx';
import { BatchesView } from './batches/batches-view.tsx';
import { SendDialog } from './batches/send-dialog.tsx';
import { LazyGuestsView } from './guests/lazy-guests-view.tsx';
import { messages } from './i18n/language.ts';
import type { Messages } from './i18n/messages.ts';
import { DropAnywhere } from './read/drop-anywhere.tsx';
import { ReadView } from './read/read-view.tsx';
import { type Route, route } from './routing/route.ts';
import { ScanView } from './scans/scan-view.tsx';
import { ScansView } from './scans/scans-view.tsx';
import { SignInDialog } from './session/sign-in-dialog.tsx';
import { Footer } from './shell/footer.tsx';
import { Header } from './shell/header.tsx';
import { LiveRegion } from './shell/live-region.tsx';
import { SkipLink } from './shell/skip-link.tsx';

/** The page: header, the view that the address names, footer. */
export function App() {
  const { product, nav } = messages.value;
  const { view } = route.value;
  useEffect(() => {
    document.title = view === 'read' ? product : `${titleOf(view, nav)} · ${product}`;
  }, [view, product, nav]);
  return (
    <>
      <SkipLink />
      <Header />
      <main id="content" tabIndex={-1}>
        <CurrentView route={route.value} />
      </main>
      <Footer />
      <LiveRegion />
      <DropAnywhere />
      <SendDialog />
      <SignInDialog />
    </>
  );
}

function titleOf(view: Route['view'], nav: Messages['nav']): string {
  if (view === 'guests') return nav.guests;
  return view.startsWith('scan') ? nav.scans : nav.batches;
}

function CurrentView({ route: current }: { readonly route: Route }) {
  switch (current.view) {
    case 'read':
      return <ReadView />;
    case 'guests':
      return <LazyGuestsView />;
    case 'scans':
      return <ScansView />;
    case 'scan':
      return <ScanView key={current.id} id={current.id} />;
    case 'batches':
      return <BatchesView />;
    case 'batch':
      return <BatchView key={current.id} id={current.id} />;
  }
}

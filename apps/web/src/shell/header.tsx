import { messages } from '../i18n/language.ts';
import { hrefOf, type Route, route } from '../routing/route.ts';
import { SessionButton } from '../session/session-button.tsx';
import { Brand } from './brand.tsx';

type Entry = { readonly to: Route; readonly label: string; readonly views: readonly Route['view'][] };

/** The name, the ways to the views, and who is signed in. */
export function Header() {
  const { nav, navigation } = messages.value;
  const entries: readonly Entry[] = [
    { to: { view: 'read' }, label: nav.read, views: ['read'] },
    { to: { view: 'guests' }, label: nav.guests, views: ['guests'] },
    { to: { view: 'scans' }, label: nav.scans, views: ['scans', 'scan'] },
    { to: { view: 'batches' }, label: nav.batches, views: ['batches', 'batch'] },
  ];
  return (
    <header class="header">
      <div class="header-inner">
        <Brand href={hrefOf({ view: 'read' })} />
        <nav aria-label={navigation}>
          {entries.map(({ to, label, views }) => (
            <a key={to.view} href={hrefOf(to)} aria-current={views.includes(route.value.view) ? 'page' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <SessionButton />
      </div>
    </header>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../controls/notice.tsx';
import { messages } from '../i18n/language.ts';
import { explainError } from '../session/explain-error.ts';

type View = typeof import('./guests-view.tsx').GuestsView;

/** Loads the view of tonight's guests when somebody goes there: registers are no part of the first load. */
export function LazyGuestsView() {
  const [loaded, setLoaded] = useState<{ readonly View?: View; readonly failure?: string }>({});
  useEffect(() => {
    import('./guests-view.tsx').then(
      ({ GuestsView: View }) => setLoaded({ View }),
      (error: unknown) => setLoaded({ failure: explainError(error) }),
    );
  }, []);
  if (loaded.failure !== undefined) return <Notice kind="error">{loaded.failure}</Notice>;
  return loaded.View ? <loaded.View /> : <p class="loading">{messages.value.loading}</p>;
}

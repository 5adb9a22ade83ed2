import { useEffect, useState } from 'preact/hooks';

/** A picture on its way, with an address in this tab, or with what went wrong. */
export type Shown = { readonly url?: string; readonly error?: unknown };

/**
 * Loads a picture and gives it an address, which ends as soon as nothing shows it any more.
 *
 * @param load is called again when it is another function; see `useCallback`
 */
export function useObjectUrl(load: () => Promise<Blob>): Shown {
  const [shown, show] = useState<Shown>({});
  useEffect(() => {
    let url: string | undefined;
    let isLeft = false;
    show({});
    load().then(
      (blob) => {
        if (isLeft) return;
        url = URL.createObjectURL(blob);
        show({ url });
      },
      (error: unknown) => isLeft || show({ error }),
    );
    return () => {
      isLeft = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [load]);
  return shown;
}

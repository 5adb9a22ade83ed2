import { useEffect, useState } from 'preact/hooks';
import type { ReadFile } from '../readers/picture-reader.ts';

/** Address of the picture of a page: undefined while it is made, null where it cannot be shown. */
export function usePagePicture({ showPage }: ReadFile, page: number): string | null | undefined {
  const [shown, show] = useState<string | null>();
  useEffect(() => {
    let url: string | undefined;
    let isLeft = false;
    show(undefined);
    showPage(page).then(
      (blob) => {
        if (isLeft) return;
        url = URL.createObjectURL(blob);
        show(url);
      },
      () => isLeft || show(null),
    );
    return () => {
      isLeft = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [showPage, page]);
  return shown;
}

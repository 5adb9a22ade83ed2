import { useCallback } from 'preact/hooks';
import type { ReadFile } from '../../readers/picture-reader.ts';
import { useObjectUrl } from './use-object-url.ts';

/** Address of the picture of a page: undefined while it is made, null where it cannot be shown. */
export function usePagePicture({ showPage }: ReadFile, page: number): string | null | undefined {
  const { url, error } = useObjectUrl(useCallback(() => showPage(page), [showPage, page]));
  return error === undefined ? url : null;
}

import { isOcrWebError } from '@ocr-web/api/client';
import { useCallback } from 'preact/hooks';
import type { ReadFile } from '../../readers/picture-reader.ts';
import { useObjectUrl } from './use-object-url.ts';

/** The picture of a page: on its way, with an address, or why there is none. */
export type PagePicture = { readonly url?: string; readonly lack?: 'deleted' | 'missing' };

export function usePagePicture({ showPage }: ReadFile, page: number): PagePicture {
  const { url, error } = useObjectUrl(useCallback(() => showPage(page), [showPage, page]));
  if (error === undefined) return { ...(url !== undefined && { url }) };
  return { lack: isOcrWebError(error) && error.code === 'picture.deleted' ? 'deleted' : 'missing' };
}

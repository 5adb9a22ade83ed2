import { isOcrWebError } from '@ocr-web/api/client';
import { useCallback } from 'preact/hooks';
import type { ReadFile } from '../../readers/picture-reader.ts';
import { useObjectUrl } from './use-object-url.ts';

/** The picture of a page: on its way, with an address, or why there is none. */
export type PagePicture = { readonly url?: string; readonly lack?: 'deleted' | 'live' | 'missing' };

export function usePagePicture({ showPage }: ReadFile, page: number): PagePicture {
  const load = () => showPage?.(page) ?? Promise.reject(new Error('No picture of it is kept.'));
  const { url, error } = useObjectUrl(useCallback(load, [showPage, page]));
  if (error === undefined) return { ...(url !== undefined && { url }) };
  if (showPage === null) return { lack: 'live' };
  return { lack: isOcrWebError(error) && error.code === 'picture.deleted' ? 'deleted' : 'missing' };
}

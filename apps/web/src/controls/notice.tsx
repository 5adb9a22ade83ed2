import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type NoticeProps = { readonly kind: 'error' | 'advice'; readonly title?: string; readonly children?: ComponentChildren };

const icons: Readonly<Record<NoticeProps['kind'], IconName>> = { error: 'alert', advice: 'question' };

/** Something that a person has to know. An error is read out at once. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <Icon name={icons[kind]} />
      <div>
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

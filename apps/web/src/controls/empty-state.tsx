import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type EmptyStateProps = { readonly icon: IconName; readonly title: string; readonly children?: ComponentChildren };

/** Where there is nothing yet: what would be here, and how to get it. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2 class="empty-title">{title}</h2>
      {children}
    </div>
  );
}

import { messages } from '../i18n/language.ts';

/** The product's name with its sign. */
export function Brand({ href }: { readonly href: string }) {
  return (
    <a class="brand" href={href}>
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <rect width="64" height="64" rx="14" />
        <rect class="brand-frame" x="13" y="13" width="38" height="38" rx="5" />
        <circle cx="24" cy="26" r="5" />
        <path d="M35 23h9M35 29h9M19 38.5h26M19 45h26" />
      </svg>
      <span>{messages.value.product}</span>
    </a>
  );
}

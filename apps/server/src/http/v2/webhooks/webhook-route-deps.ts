import type { WebhookDeps } from '../../../webhooks/webhook.ts';
import type { AppDeps } from '../../app-deps.ts';

/** What the routes of webhooks need. */
export type WebhookRouteDeps = WebhookDeps & Pick<AppDeps, 'audit'>;

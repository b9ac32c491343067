import type { Check } from './check.ts';
import { lookAtEngine } from './look-at-engine.ts';
import { lookAtEnvironment } from './look-at-environment.ts';
import { lookAtProject, lookAtSession, lookAtStorage } from './look-at-project.ts';
import { lookAtProviders } from './look-at-providers.ts';
import { lookAtMigrations, lookAtPolicies } from './look-at-schema.ts';
import { lookAtWebhooksIn } from './look-at-webhooks-in.ts';
import { lookAtWebhooksOut } from './look-at-webhooks-out.ts';

/** In the order in which one trouble explains the next. */
export const checks: readonly Check[] = [
  ...[lookAtEnvironment, lookAtProject, lookAtSession, lookAtStorage],
  ...[lookAtMigrations, lookAtPolicies, lookAtEngine, lookAtProviders],
  ...[lookAtWebhooksIn, lookAtWebhooksOut],
];

import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import * as rows from '../database/webhook-endpoints.ts';
import { AiModelsError } from '../errors/index.ts';
import { isOnThisMachine, isPublicUrl } from '../shared/http/public-url.ts';
import { parseInput } from '../shared/parse-input.ts';
import { isUuid } from '../shared/uuid.ts';
import { type WebhookKind, webhookKinds } from './notice-kinds.ts';
import { requirePerson } from './require-person.ts';
import { describeWebhookError } from './webhook-error.ts';

/** Where a brand's machines hear what happened to its work; each call is a Standard Webhook. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly address: string;
  readonly kinds: readonly WebhookKind[];
  readonly isEnabled: boolean;
  /** Why we stopped calling: `gone` after a 410, `failing` after three notices in a row that could not be delivered. */
  readonly disabledReason: 'gone' | 'failing' | null;
  /** Why the last try failed: a word for programs, and a sentence for people; null where it went well. */
  readonly lastError: { readonly code: string; readonly message: string } | null;
  readonly lastSentAt: Date | null;
  readonly createdAt: Date;
}

export interface CreateWebhookEndpointOptions {
  /** An https address in the open internet; where the project runs on this machine, also an http address here. */
  readonly address: string;
  /** What it is told. Default: everything that a brand's machines can be told. */
  readonly kinds?: readonly WebhookKind[] | undefined;
}

/** With the secret that signs each call, `whsec_…`, which is shown this once. */
export interface CreatedWebhookEndpoint extends WebhookEndpoint {
  readonly secret: string;
}

export interface UpdateWebhookEndpointOptions {
  readonly address?: string | undefined;
  readonly kinds?: readonly WebhookKind[] | undefined;
  /** Switched on again, it begins anew. */
  readonly isEnabled?: boolean | undefined;
}

/** A project on one's own machine may call what else runs there, such as n8n. */
const addressSchema = ({ files }: AiModelsContext) =>
  z
    .url()
    .max(2000)
    .refine(
      (address) =>
        isPublicUrl(address)
          ? /^https:\/\/[^/?#@]*([/?#]|$)/.test(address)
          : isOnThisMachine(files.url) && isOnThisMachine(address),
      { error: 'Pass an https address in the open internet, without a name and a password in it.' },
    );
const kindsSchema = z.array(z.enum(webhookKinds)).min(1).max(webhookKinds.length);
const createSchema = (context: AiModelsContext) =>
  z.strictObject({
    address: addressSchema(context),
    kinds: kindsSchema.default([...webhookKinds]),
  });
const updateSchema = (context: AiModelsContext) =>
  z.strictObject({
    address: addressSchema(context).optional(),
    kinds: kindsSchema.optional(),
    isEnabled: z.boolean().optional(),
  });

/** For admins; to others there are none. */
export async function listWebhookEndpoints(context: AiModelsContext): Promise<readonly WebhookEndpoint[]> {
  return (await rows.listWebhookEndpointRows(requirePerson(context))).map(toEndpoint);
}

/** For admins. @throws InputError for an address that cannot be one of the open internet */
export async function createWebhookEndpoint(
  context: AiModelsContext,
  options: CreateWebhookEndpointOptions,
): Promise<CreatedWebhookEndpoint> {
  requirePerson(context);
  const wish = parseInput(createSchema(context), options, { subject: 'The webhook' });
  const { id, secret } = await rows.insertWebhookEndpoint(context, wish);
  const made = await rows.findWebhookEndpoint(context, id);
  if (made) return { ...toEndpoint(made), secret };
  throw notFound(context, id);
}

/** For admins. */
export async function updateWebhookEndpoint(
  context: AiModelsContext,
  id: string,
  changes: UpdateWebhookEndpointOptions,
): Promise<WebhookEndpoint> {
  requirePerson(context);
  const { address, kinds, isEnabled } = parseInput(updateSchema(context), changes, {
    subject: 'The changes',
  });
  const columns = {
    ...(address !== undefined && { address }),
    ...(kinds && { kinds }),
    ...(isEnabled !== undefined && { is_enabled: isEnabled }),
  };
  const hasChanges = Object.keys(columns).length > 0;
  const row = !isUuid(id)
    ? null
    : hasChanges
      ? await rows.changeWebhookEndpoint(context, id, columns)
      : await rows.findWebhookEndpoint(context, id);
  if (row) return toEndpoint(row);
  throw notFound(context, id);
}

/** For admins. What was not yet delivered there is forgotten. */
export async function deleteWebhookEndpoint(context: AiModelsContext, id: string): Promise<void> {
  requirePerson(context);
  if (isUuid(id) && (await rows.removeWebhookEndpoint(context, id))) return;
  throw notFound(context, id);
}

/** For admins: has it called with a `webhook.test`, whose id is the answer; five times a minute at most. */
export async function sendTestWebhook(context: AiModelsContext, id: string): Promise<{ noticeId: string }> {
  requirePerson(context);
  const row = isUuid(id) ? await rows.findWebhookEndpoint(context, id) : null;
  if (row) return { noticeId: await rows.tryWebhookEndpoint(context, id) };
  throw notFound(context, id);
}

function toEndpoint(row: rows.WebhookEndpointRow): WebhookEndpoint {
  const { disabled_reason: reason } = row;
  return {
    id: row.id,
    address: row.address,
    kinds: webhookKinds.filter((kind) => row.kinds.includes(kind)),
    isEnabled: row.is_enabled,
    disabledReason: reason === 'gone' || reason === 'failing' ? reason : null,
    lastError: row.last_error === null ? null : describeWebhookError(row.last_error),
    lastSentAt: row.last_sent_at === null ? null : new Date(row.last_sent_at),
    createdAt: new Date(row.created_at),
  };
}

const notFound = ({ brandId }: AiModelsContext, id: string) =>
  new AiModelsError({
    code: 'webhook_not_found',
    message: `Brand ${brandId} has no webhook ${id} for you.`,
    hint: 'Pass the id of a webhook of this brand; only admins see them.',
  });

import { randomUUID } from 'node:crypto';
import { type Actor, connect, demoPeople, type TestStack } from '@act/local-stack/testing';
import type { AiModelsContext, BrandFiles } from '../../context.ts';
import { openDatabase } from '../../database/open-database.ts';
import { createProviderRegistry } from '../../providers/provider-registry.ts';
import { createPictureTools } from '../picture-tools.ts';

export const brand = 'creativetechnologists';
export const otherBrand = 'acmecompany';

/** The world as a demo person, or the system, has it in a brand. */
export async function contextFor(
  stack: TestStack,
  actor: Exclude<Actor, 'anonymous' | 'secretKey'>,
  changes: Partial<AiModelsContext> = {},
): Promise<AiModelsContext> {
  const { fetch = globalThis.fetch } = changes;
  const files: BrandFiles = {
    url: `${stack.url}/storage/v1`,
    headers: () => stack.headersFor(actor),
    fetch,
  };
  const isSystem = typeof actor === 'object';
  const nothing = () => undefined;
  return {
    brandId: isSystem ? actor.system : brand,
    actor: isSystem ? 'system' : 'person',
    userId: isSystem ? null : demoPeople[actor].id,
    database: await openDatabase({
      url: stack.url,
      publishableKey: stack.secrets.publishableKey,
      accessToken: () => stack.tokenFor(actor),
      fetch,
    }),
    files,
    providers: createProviderRegistry([]),
    webhookUrl: null,
    pictureTools: createPictureTools,
    loraUrls: new Map(),
    workerName: 'test',
    pollIntervalMs: 10,
    fetch,
    now: () => new Date(),
    generateId: randomUUID,
    random: Math.random,
    logger: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    emit: nothing,
    ...changes,
  };
}

/** Every key that lies in a bucket, whoever may see it. */
export async function listKeys(stack: TestStack, bucket = 'training-data'): Promise<string[]> {
  const rows = await asSuperuser<{ name: string }>(
    stack,
    'select name from storage.objects where bucket_id = $1 order by name',
    [bucket],
  );
  return rows.map(({ name }) => name);
}

/** What no caller may do or see: policies do not bind it, triggers do. */
export async function asSuperuser<Row extends Record<string, unknown>>(
  { database }: TestStack,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  await using client = await connect(database.superuser);
  return (await client.query<Row>(sql, values)).rows;
}

/** Makes a brand's new rows private to whoever makes them. */
export async function makePrivate(stack: TestStack, brandId = brand): Promise<void> {
  await asSuperuser(stack, `update public.brands set default_visibility = 'owner' where id = $1`, [brandId]);
}

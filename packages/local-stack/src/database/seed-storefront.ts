import { existsSync } from 'node:fs';
import { z } from 'zod';
import { connect } from './connection.ts';
import type { DatabaseAddress } from './database-address.ts';
import { addDemoPerson } from './demo-people.ts';

/** What a storefront's `seed.ts` exports: the row of its brand, and people in it to look around as. */
const storefrontSeedSchema = z.strictObject({
  brand: z.strictObject({
    id: z.string(),
    name: z.string(),
    default_visibility: z.enum(['brand', 'owner']),
    settings: z.record(z.string(), z.unknown()),
  }),
  people: z.array(z.strictObject({ email: z.email(), role: z.enum(['admin', 'member', 'viewer']) })),
});

export type StorefrontSeed = z.output<typeof storefrontSeedSchema>;

/** What a storefront's brand begins with, where the storefront has a `seed.ts` that says so. */
export async function readSeed(file: URL): Promise<StorefrontSeed | null> {
  if (!existsSync(file)) return null;
  const module: { seed?: unknown } = await import(file.href);
  return storefrontSeedSchema.parse(module.seed);
}

/**
 * Makes a storefront's brand and its people, once: who deletes the brand does not get it back, and one that is there keeps
 * what its admins have changed.
 */
export async function seedStorefront(
  superuser: DatabaseAddress,
  { brand, people }: StorefrontSeed,
  password: string,
): Promise<void> {
  await using client = await connect(superuser);
  const known = await client.query('select from private.used_brand_ids where id = $1', [brand.id]);
  if (known.rowCount) return;
  await client.query('begin');
  await client.query(
    'insert into public.brands (id, name, default_visibility, settings) values ($1, $2, $3, $4)',
    [brand.id, brand.name, brand.default_visibility, JSON.stringify(brand.settings)],
  );
  for (const { email, role } of people) {
    await addDemoPerson(client, { email, roles: { [brand.id]: role } }, password);
  }
  await client.query('commit');
}

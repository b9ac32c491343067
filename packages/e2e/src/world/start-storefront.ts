import {
  demoPeople,
  type RunningProgram,
  readSeed,
  seedStorefront,
  startProgram,
  type TestStack,
} from '@act/local-stack/testing';

const brands = new URL('../../../../brands/', import.meta.url);

/** A storefront's production build on a free port, in front of a stack that listens. What its brand begins with is there. */
export async function startStorefront(
  stack: TestStack,
  storefront: string | URL = 'act-frontend',
): Promise<RunningProgram> {
  const folder = new URL(typeof storefront === 'string' ? `${storefront}/` : storefront, brands);
  const seed = await readSeed(new URL('seed.ts', folder));
  const { demoPassword: password } = stack.secrets;
  if (seed) await seedStorefront(stack.database.superuser, seed, password);
  const people = [
    ...Object.values(demoPeople).map(({ email, roles }) => ({ email, roles })),
    ...(seed?.people ?? []).map(({ email, role }) => ({ email, roles: { [seed?.brand.id ?? '']: role } })),
  ];
  return startProgram(new URL('start.ts', folder).href, {
    PORT: '0',
    SUPABASE_URL: stack.url,
    SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
    ACT_DEMO_PEOPLE: JSON.stringify(people.map((person) => ({ ...person, password }))),
    ACT_OUTBOX_URL: `${stack.url}/outbox`,
  });
}

import { expect, it } from 'vitest';
import { startStack } from '../testing/start-stack.ts';
import { connect } from './connection.ts';
import { type StorefrontSeed, seedStorefront } from './seed-storefront.ts';

const seed: StorefrontSeed = {
  brand: { id: 'foxes', name: 'Foxes', default_visibility: 'owner', settings: { signUp: { open: true } } },
  people: [
    { email: 'admin@foxes.test', role: 'admin' },
    { email: 'fox@foxes.test', role: 'member' },
  ],
};

it('makes the brand of a storefront with its people, and leaves it as its admins have it', async () => {
  await using stack = await startStack();
  const { superuser } = stack.database;
  await seedStorefront(superuser, seed, 'a password');
  await using client = await connect(superuser);
  await client.query(`update public.brands set name = 'Vixens' where id = 'foxes'`);
  await seedStorefront(superuser, seed, 'a password');
  const { rows } = await client.query(
    `select brand.name, default_visibility, email, brand_users.role from public.brands as brand
     join public.brand_users on brand_id = brand.id join auth.users on users.id = user_id
     where brand.id = 'foxes' order by email`,
  );
  expect(rows).toEqual([
    { name: 'Vixens', default_visibility: 'owner', email: 'admin@foxes.test', role: 'admin' },
    { name: 'Vixens', default_visibility: 'owner', email: 'fox@foxes.test', role: 'member' },
  ]);
});

it('does not bring back a brand that was deleted', async () => {
  await using stack = await startStack();
  const { superuser } = stack.database;
  await seedStorefront(superuser, seed, 'a password');
  await using client = await connect(superuser);
  await client.query(`delete from public.brands where id = 'foxes'`);
  await seedStorefront(superuser, seed, 'a password');
  expect((await client.query(`select from public.brands where id = 'foxes'`)).rowCount).toBe(0);
});

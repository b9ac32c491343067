import * as who from '../actors/actors.ts';
import { tableRules } from '../rules/table-rules.ts';
import { brand, otherBrand, people } from '../world/people.ts';
import { rowId } from '../world/seed.ts';
import { changedNothing, foundNothing, refused, type Scenario, worked } from './scenario.ts';

const outsiders = [who.newcomer, who.otherMember, who.otherAdmin];
const insiders = [who.viewer, who.member, who.memberOfBoth];

/** Ways to become what one is not. */
export const membershipScenarios: Scenario[] = [
  {
    name: 'self-join into a brand',
    wall: 'policies',
    run: async ({ session }, expect) => {
      for (const actor of [who.anonymous, ...outsiders, ...insiders]) {
        const values = [actor.userId, brand];
        const sql = `insert into public.brand_users (user_id, brand_id, role) values ($1, $2, 'admin')`;
        expect(actor.name, 'insert', refused(await session.attempt(actor, { sql, values }), '42501'));
        const upsert = `${sql} on conflict (user_id, brand_id) do update set role = 'admin'`;
        expect(actor.name, 'upsert', refused(await session.attempt(actor, { sql: upsert, values }), '42501'));
      }
    },
  },
  {
    name: 'somebody added who never said yes',
    wall: 'policies',
    run: async ({ session }, expect) => {
      for (const actor of [who.admin, who.adminOfBoth, who.otherAdmin]) {
        for (const brandId of [brand, otherBrand]) {
          const outcome = await session.attempt(actor, {
            sql: `insert into public.brand_users (user_id, brand_id, role) values ($1, $2, 'viewer')`,
            values: [people.newcomer.id, brandId],
          });
          expect(actor.name, `insert into ${brandId}`, refused(outcome, '42501'));
        }
      }
    },
  },
  {
    name: 'self-promote',
    wall: 'policies',
    run: async ({ session }, expect) => {
      for (const actor of [...outsiders, ...insiders]) {
        const own = {
          sql: `update public.brand_users set role = 'admin' where user_id = $1`,
          values: [actor.userId],
        };
        const { otherAdmin } = people;
        // An admin's own role in their own brand is theirs to set.
        const outcome = await session.attempt(actor, own);
        expect(
          actor.name,
          'update own role',
          actor.userId === otherAdmin.id ? changedNothing(outcome) : foundNothing(outcome),
        );
        const all = {
          sql: `update public.brand_users set role = 'admin' where brand_id = $1`,
          values: [brand],
        };
        expect(actor.name, 'update all roles', foundNothing(await session.attempt(actor, all)));
        const remove = { sql: 'delete from public.brand_users where brand_id = $1', values: [brand] };
        expect(actor.name, 'remove everybody', foundNothing(await session.attempt(actor, remove)));
      }
    },
  },
  {
    name: 'the last admin goes',
    wall: 'policies',
    run: async ({ session }, expect) => {
      const demote = {
        sql: `update public.brand_users set role = 'viewer' where brand_id = $1 and role = 'admin'`,
      };
      const values = [brand];
      expect(
        'admin',
        'demote all',
        refused(await session.attempt(who.admin, { ...demote, values }), 'PT409'),
      );
      const remove = { sql: `delete from public.brand_users where brand_id = $1 and role = 'admin'`, values };
      expect('admin', 'remove all', refused(await session.attempt(who.admin, remove), 'PT409'));
      const leave = { sql: 'select public.delete_my_data()' };
      const before = `delete from public.brand_users where user_id = '${people.adminOfBoth.id}'`;
      expect(
        'admin',
        'delete own data',
        refused(await session.attempt(who.admin, { ...leave, before }), 'PT409'),
      );
    },
  },
  {
    name: 'a membership that ended still counts',
    wall: 'policies',
    run: async ({ session, catalogue }, expect) => {
      const before = `delete from public.brand_users where user_id = '${people.member.id}'`;
      for (const { name, schema } of catalogue.tables) {
        const rule = tableRules[name];
        if (schema !== 'public' || rule?.brandColumn === null || !rule?.select.includes('viewer')) continue;
        const outcome = await session.attempt(who.member, { before, sql: `select 1 from public.${name}` });
        expect('former member', `select ${name}`, foundNothing(outcome));
      }
      const files = await session.attempt(who.member, { before, sql: 'select 1 from storage.objects' });
      expect('former member', 'list files', foundNothing(files));
    },
  },
  {
    name: "a row moved between one's own brands",
    wall: 'keys',
    run: async ({ session }, expect) => {
      const moves: Record<string, string> = {
        brand_assets: rowId(brand, 'brand', 'freeAsset'),
        lora_training_jobs: rowId(brand, 'brand', 'endedJob'),
        brand_models: rowId(brand, 'brand', 'model'),
        generations: rowId(brand, 'brand', 'endedGeneration'),
        generation_images: rowId(brand, 'brand', 'image'),
        brand_documents: rowId(brand, 'brand', 'document'),
      };
      for (const actor of [who.memberOfBoth, who.adminOfBoth]) {
        for (const [table, id] of Object.entries(moves)) {
          const sql = `update public.${table} set brand_id = $1 where id = $2`;
          const outcome = await session.attempt(actor, { sql, values: [otherBrand, id] });
          expect(actor.name, `move ${table}`, refused(outcome, '42501'));
        }
        const sql = 'update public.brand_users set brand_id = $1 where brand_id = $2';
        const outcome = await session.attempt(actor, { sql, values: [otherBrand, brand] });
        expect(actor.name, 'move brand_users', refused(outcome, '42501'));
      }
    },
  },
  {
    name: 'policies that ask themselves',
    wall: 'policies',
    run: async ({ session }, expect) => {
      for (const actor of [who.viewer, who.admin, who.memberOfBoth, who.newcomer]) {
        const outcome = await session.attempt(actor, { sql: 'select user_id from public.brand_users' });
        expect(actor.name, 'select brand_users', changedNothing(outcome));
      }
      const outcome = await session.attempt(who.admin, {
        sql: `update public.brand_users set role = 'viewer' where user_id = $1 and brand_id = $2`,
        values: [people.member.id, brand],
      });
      expect('admin', 'change a role', worked(outcome, brand));
    },
  },
  {
    name: 'a login becomes more than a token may name',
    wall: 'tokens',
    run: async ({ session }, expect) => {
      for (const role of [
        'act_worker',
        'act_owner',
        'act_storage',
        'supabase_admin',
        'supabase_storage_admin',
      ]) {
        // Back to the login itself, as a session that runs SQL text could.
        const outcome = await session.attempt(who.member, { sql: `reset role; set role ${role}` });
        expect('REST login', `set role ${role}`, refused(outcome, '42501'));
      }
    },
  },
];

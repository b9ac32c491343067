import { connect, type DatabaseAddress } from '@act/local-stack/testing';
import { DatabaseError } from 'pg';
import type { Actor } from '../actors/actors.ts';
import * as who from '../actors/actors.ts';
import { leak } from '../report/recorder.ts';
import { brand, people } from '../world/people.ts';
import { rowId } from '../world/seed.ts';
import { become } from '../world/session.ts';
import type { Scenario } from './scenario.ts';

interface Tried {
  actor: Actor;
  sql: string;
}

/** Each on a connection of its own, in a transaction that stays open for a while, so that all of them overlap. */
async function runAtOnce(database: DatabaseAddress, tried: Tried[], openSeconds: number): Promise<string[]> {
  await using cleanup = new AsyncDisposableStack();
  const clients = await Promise.all(tried.map(() => connect(database)));
  for (const client of clients) cleanup.use(client);
  return await Promise.all(
    clients.map(async (client, index) => {
      const { actor, sql } = tried[index] ?? { actor: who.anonymous, sql: '' };
      try {
        await client.query(`begin; ${become(actor)}; ${sql}; select pg_sleep(${openSeconds}); commit`);
        return 'done';
      } catch (error) {
        if (error instanceof DatabaseError && error.code) return error.code;
        throw error;
      }
    }),
  );
}

const parallelInserts = 50;
const free = 3;

/** Ways past a limit by being many. */
export const atOnceScenarios: Scenario[] = [
  {
    name: `a limit passed by ${parallelInserts} at once`,
    wall: 'policies',
    run: async (world, expect) => {
      await using copy = await world.copy();
      await using database = await connect(copy.database);
      const count = async () => {
        const { rows } = await database.query<{ running: number }>(
          `select count(*)::int as running from public.lora_training_jobs where brand_id = $1 and status in ('pending', 'training')`,
          [brand],
        );
        return rows[0]?.running ?? 0;
      };
      const before = await count();
      await database.query(
        `update public.brands set settings = jsonb_set(settings, '{training,maximumRunningJobs}', $2) where id = $1`,
        [brand, String(before + free)],
      );
      const sql = `insert into public.lora_training_jobs (brand_id, name, model_type, subject_kind, training_asset_ids)
        values ('${brand}', 'At once', 'flux', 'product', '{${rowId(brand, 'brand', 'usedAsset')}}')`;
      const answers = await runAtOnce(
        copy.database,
        Array.from({ length: parallelInserts }, (_, index) => ({
          actor: index % 2 === 0 ? who.member : who.colleague,
          sql,
        })),
        0.1,
      );
      const made = (await count()) - before;
      expect(
        'two members',
        'insert',
        made === free ? null : leak(`${made} were made where ${free} were free`),
      );
      const others = answers.filter((answer) => answer !== 'done' && answer !== 'PT429');
      expect(
        'two members',
        'refusals',
        others.length === 0 ? null : leak(`refused with ${others.join(', ')}`),
      );
    },
  },
  {
    name: 'the last admins demote each other at once',
    wall: 'policies',
    run: async (world, expect) => {
      for (const verb of ['demote', 'remove'] as const) {
        await using copy = await world.copy();
        const on = (id: string) => {
          const target = `where brand_id = '${brand}' and user_id = '${id}'`;
          return verb === 'demote'
            ? `update public.brand_users set role = 'viewer' ${target}`
            : `delete from public.brand_users ${target}`;
        };
        const hurrying = [
          { actor: who.admin, sql: on(people.adminOfBoth.id) },
          { actor: who.adminOfBoth, sql: on(people.admin.id) },
        ];
        const answers = await runAtOnce(copy.database, hurrying, 0.5);
        await using database = await connect(copy.database);
        const { rowCount } = await database.query(
          `select from public.brand_users where brand_id = $1 and role = 'admin'`,
          [brand],
        );
        const left = rowCount ?? 0;
        expect('two admins', verb, left > 0 ? null : leak(`nobody is left: ${answers.join(', ')}`));
      }
    },
  },
];

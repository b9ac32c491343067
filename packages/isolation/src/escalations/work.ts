import * as who from '../actors/actors.ts';
import { leak } from '../report/recorder.ts';
import { brand, otherBrand } from '../world/people.ts';
import { capabilityOf, heldFence, rowId } from '../world/seed.ts';
import type { Attempt, Outcome } from '../world/session.ts';
import { alike, changedNothing, refused, type Scenario, worked } from './scenario.ts';

const job = rowId(brand, 'brand', 'runningJob');
const generation = rowId(brand, 'brand', 'runningGeneration');
const nowhere = '99999999-0000-4000-8000-000000000099';

const move = (id: string, fence: number, changes: object = { progress: 50 }, to = 'training'): Attempt => ({
  sql: 'select public.move_training_job($1, $2, $3, $4, $5) as is_done',
  values: [id, String(fence), 'training', to, JSON.stringify(changes)],
});

/** Everything that works on a lease, each as `select … as is_done`. */
const leaseCalls: Record<string, (fence: number) => Attempt> = {
  move_training_job: (fence) => move(job, fence),
  move_generation: (fence) => ({
    sql: 'select public.move_generation($1, $2, $3, $4, $5) as is_done',
    values: [generation, String(fence), 'running', 'running', '{"progress": 50}'],
  }),
  extend_lease: (fence) => ({
    sql: 'select public.extend_lease($1, $2, 3000) as is_done',
    values: [job, String(fence)],
  }),
  'extend_lease of a generation': (fence) => ({
    sql: 'select public.extend_lease($1, $2, 3000) as is_done',
    values: [generation, String(fence)],
  }),
  release_lease: (fence) => ({
    sql: 'select public.release_lease($1, $2) as is_done',
    values: [job, String(fence)],
  }),
};

const saving = `update public.lora_training_jobs set status = 'saving' where id = '${job}'`;
/** What needs a job that is being saved, and refuses loudly. */
const savingCalls: Record<string, (fence: number) => Attempt> = {
  reserve_model_version: (fence) => ({
    before: saving,
    sql: `select public.reserve_model_version($1, $2, 'flux-lora')`,
    values: [job, String(fence)],
  }),
  register_model: (fence) => ({
    before: `${saving}; update private.model_counters set last_version = 9`,
    sql: 'select public.register_model($1, $2, $3)',
    values: [
      job,
      String(fence),
      JSON.stringify({
        name: 'flux-lora',
        version: 9,
        path: `models/${brand}/flux-lora-v9.safetensors`,
        sha256: 'f'.repeat(64),
        size_bytes: 1,
      }),
    ],
  }),
};

const ring = (capability: string): Attempt => ({
  // Somebody who is looked at now anyway is not looked at sooner.
  before: `update public.lora_training_jobs set due_at = now() + interval '1 hour'`,
  sql: `select public.ring_doorbell($1, 'replicate')::text as answer`,
  values: [capability],
});

const toldNothing = (outcome: Outcome) =>
  outcome.rows[0]?.answer === '' ? null : leak(`answered ${JSON.stringify(outcome.rows)}`);

const lapsed = `update public.lora_training_jobs set lease_expires_at = now() - interval '1 second';
  update public.generations set lease_expires_at = now() - interval '1 second'`;
const archived = `insert into public.training_datasets (id, brand_id, visibility, root_hash, items, image_count, archive_path)
  values ('${nowhere}', '${brand}', 'brand', '${'c'.repeat(64)}', '[]', 1, 'archives/${brand}/${'c'.repeat(64)}.zip')`;

/** What the system does without a lease, each for its own brand only. */
const ownCalls: Record<string, Attempt> = {
  take_lease: { before: lapsed, sql: `select public.take_lease($1, 'thief') as is_done`, values: [job] },
  'take_lease of a generation': {
    before: lapsed,
    sql: `select public.take_lease($1, 'thief') as is_done`,
    values: [generation],
  },
  drop_archive: { before: archived, sql: 'select public.drop_archive($1) as is_done', values: [nowhere] },
};

const asksPolicy: Attempt = { sql: 'select public.get_brand_policy($1)', values: [brand] };

/** Ways to move work that is somebody else's. */
export const workScenarios: Scenario[] = [
  {
    name: "another brand's work taken up",
    wall: 'tokens',
    run: async ({ session }, expect) => {
      for (const [name, call] of Object.entries(ownCalls)) {
        expect('system', name, worked(await session.attempt(who.system, call), brand));
        for (const actor of [who.otherSystem, ...who.hollowSystems]) {
          expect(actor.name, name, changedNothing(await session.attempt(actor, call)));
        }
      }
    },
  },
  {
    name: "another brand's policy asked for",
    wall: 'tokens',
    run: async ({ session }, expect) => {
      for (const actor of [who.otherSystem, ...who.hollowSystems, who.otherMember, who.newcomer]) {
        expect(actor.name, 'get_brand_policy', refused(await session.attempt(actor, asksPolicy), 'PT404'));
      }
    },
  },
  {
    name: "work moved under a stale lease, or for another's brand",
    wall: 'tokens',
    run: async ({ session }, expect) => {
      const expired = `update public.lora_training_jobs set lease_expires_at = now() - interval '1 second';
        update public.generations set lease_expires_at = now() - interval '1 second'`;
      const strangers = [who.otherSystem, ...who.hollowSystems];
      for (const [name, call] of Object.entries(leaseCalls)) {
        expect('system', name, worked(await session.attempt(who.system, call(heldFence)), brand));
        for (const fence of [heldFence - 1, heldFence + 1, 0]) {
          const outcome = await session.attempt(who.system, call(fence));
          expect('system', `${name}, fence ${fence}`, changedNothing(outcome));
        }
        for (const actor of strangers) {
          expect(actor.name, name, changedNothing(await session.attempt(actor, call(heldFence))));
        }
        // Giving back what is lost already loses nothing.
        if (name === 'release_lease') continue;
        const late = await session.attempt(who.system, { ...call(heldFence), before: expired });
        expect('system', `${name}, lease over`, changedNothing(late));
      }
      for (const [name, call] of Object.entries(savingCalls)) {
        expect('system', name, worked(await session.attempt(who.system, call(heldFence)), brand));
        expect(
          'system',
          `${name}, stale`,
          refused(await session.attempt(who.system, call(heldFence - 1)), 'PT409'),
        );
        for (const actor of strangers) {
          expect(actor.name, name, refused(await session.attempt(actor, call(heldFence)), 'PT409'));
        }
      }
      const missing = await session.attempt(who.otherSystem, move(nowhere, heldFence));
      const foreign = await session.attempt(who.otherSystem, move(job, heldFence));
      expect('system of another', 'a job or none', alike(foreign, missing));
    },
  },
  {
    name: 'a move that no training makes',
    wall: 'tokens',
    run: async ({ session }, expect) => {
      const attempt = (changes: object, to?: string) =>
        session.attempt(who.system, move(job, heldFence, changes, to));
      expect('system', 'training to queued', refused(await attempt({}, 'queued'), 'PT409'));
      expect('system', 'training to completed', refused(await attempt({}, 'completed'), 'PT409'));
      for (const column of [
        'brand_id',
        'user_id',
        'visibility',
        'fence',
        'training_asset_ids',
        'deleted_at',
      ]) {
        expect('system', `change ${column}`, refused(await attempt({ [column]: null }), 'PT400'));
      }
      const dataset = { dataset_id: rowId(otherBrand, 'brand', 'dataset') };
      expect('system', "another brand's dataset", refused(await attempt(dataset), '23503'));
      const url = { model_url: `models/${otherBrand}/flux-lora-v1.safetensors` };
      expect('system', "another brand's model_url", refused(await attempt(url), '23514'));
      const samples = { sample_images_urls: [`generated-content/${otherBrand}/1.png`] };
      expect('system', "another brand's samples", refused(await attempt(samples), '23514'));
    },
  },
  {
    name: 'a doorbell rung without its capability',
    wall: 'tokens',
    run: async ({ session }, expect) => {
      const right = capabilityOf(brand, 'brand');
      for (const actor of [who.anonymous, who.newcomer, who.otherAdmin, who.system]) {
        const rung = await session.attempt(actor, ring(right));
        expect(actor.name, 'the right one', worked(rung, brand));
        expect(actor.name, 'the right one', toldNothing(rung));
        for (const wrong of ['', `${right} `, right.toUpperCase(), '%', job, `${right}' or true`]) {
          const outcome = await session.attempt(actor, ring(wrong));
          expect(actor.name, `"${wrong}"`, changedNothing(outcome));
          expect(actor.name, `"${wrong}"`, toldNothing(outcome));
        }
      }
      const before = `update public.webhook_capabilities set expires_at = now() - interval '1 second'`;
      const late = await session.attempt(who.anonymous, { ...ring(right), before });
      expect('anonymous', 'an expired one', changedNothing(late));
    },
  },
  {
    name: 'the worker learns more than ids',
    wall: 'tokens',
    run: async ({ session }, expect) => {
      const columns = {
        "claim_work('worker-2')": 'brand_id,fence,kind,work_id',
        'due_pictures()': 'asset_id,brand_id',
        "claim_pictures('worker-2')": 'asset_id,brand_id',
        "claim_delivery('worker-2')": 'brand_id,delivery_id,fence',
        'dead_letters()': 'brand_id,error_code,failures,first_at,kind,last_at,next_try,work_id',
        'count_waiting()': 'lane,oldest_seconds,waiting',
      };
      const before = `update public.brand_assets set status = 'received';
        delete from private.picture_leases; delete from private.work_failures where kind <> 'training';
        update private.work_failures set next_try = now();
        update public.lora_training_jobs set lease_expires_at = now() - interval '1 second', due_at = now() where status = 'training'`;
      for (const [name, expected] of Object.entries(columns)) {
        const outcome = await session.attempt(who.worker, {
          before,
          sql: `select * from private.${name}`,
        });
        const found = Object.keys(outcome.rows[0] ?? {})
          .sort()
          .join(',');
        expect('worker login', name, found === expected ? null : leak(`answers ${found || outcome.message}`));
      }
    },
  },
];

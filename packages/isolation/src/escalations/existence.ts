import * as who from '../actors/actors.ts';
import { brand, otherBrand, people, privateBrand } from '../world/people.ts';
import { rowId } from '../world/seed.ts';
import { askForTraining, insertInto } from './attempts.ts';
import { alike, refused, type Scenario } from './scenario.ts';

const nowhere = 'no-such-brand';
const missing = '99999999-0000-4000-8000-000000000099';

/** Ways to learn what is there without seeing it. */
export const existenceScenarios: Scenario[] = [
  {
    name: 'a brand told by an error',
    wall: 'policies',
    run: async ({ session }, expect) => {
      const into = (brandId: string) => ({
        brand_users: insertInto('brand_users', {
          brand_id: brandId,
          user_id: people.newcomer.id,
          role: 'viewer',
        }),
        brand_assets: insertInto('brand_assets', {
          brand_id: brandId,
          name: 'x',
          file_url: `training-data/${brandId}/x.png`,
        }),
        brand_documents: insertInto('brand_documents', {
          brand_id: brandId,
          name: 'x',
          path: `brand-documents/${brandId}/x.pdf`,
        }),
        lora_training_jobs: askForTraining(brandId, [missing]),
        generations: insertInto('generations', { brand_id: brandId, model_id: missing, prompt: 'x' }),
        model_aliases: insertInto('model_aliases', {
          brand_id: brandId,
          name: 'spare',
          alias: 'best',
          model_id: missing,
        }),
      });
      for (const actor of [who.newcomer, who.otherMember, who.otherAdmin]) {
        const there = Object.entries(into(brand));
        const absent = Object.values(into(nowhere));
        for (const [index, [table, attempt]] of there.entries()) {
          const outcome = await session.attempt(actor, attempt);
          const other = await session.attempt(actor, absent[index] ?? attempt);
          expect(actor.name, `insert into ${table}`, refused(outcome, '42501'));
          expect(actor.name, `insert into ${table}, a brand or none`, alike(outcome, other));
        }
      }
    },
  },
  {
    name: 'a row told by a unique error',
    wall: 'policies',
    run: async ({ session }, expect) => {
      const add = (brandId: string, file: string) =>
        insertInto('brand_assets', { brand_id: brandId, name: 'x', file_url: `training-data/${file}` });
      const tried = [
        // In another brand, and in another person's folder of one's own brand.
        { actor: who.otherMember, brandId: brand, folder: brand },
        { actor: who.otherSystem, brandId: brand, folder: brand },
        { actor: who.colleague, brandId: privateBrand, folder: `${privateBrand}/${people.member.id}` },
        { actor: who.admin, brandId: privateBrand, folder: `${privateBrand}/${people.member.id}` },
        { actor: who.colleague, brandId: brand, folder: `${brand}/${people.member.id}` },
      ];
      for (const { actor, brandId, folder } of tried) {
        const taken = await session.attempt(actor, add(brandId, `${folder}/used.png`));
        const unused = await session.attempt(actor, add(brandId, `${folder}/unused.png`));
        expect(actor.name, `a file of ${folder}, there or not`, alike(taken, unused));
      }
      const key = (name: string) =>
        askForTraining(brand, [rowId(brand, 'brand', 'usedAsset')], { idempotency_key: name });
      const taken = await session.attempt(who.colleague, key('ended-owner'));
      const unused = await session.attempt(who.colleague, key('never-used'));
      expect('colleague', "somebody's idempotency key", alike(taken, unused));
    },
  },
  {
    name: 'a row told by a foreign-key error',
    wall: 'keys',
    run: async ({ session }, expect) => {
      const attempt = (job: string) =>
        insertInto('provider_attempts', {
          brand_id: otherBrand,
          job_id: job,
          attempt: '9',
          provider: 'replicate',
        });
      const event = (job: string) =>
        insertInto('training_events', { brand_id: otherBrand, job_id: job, kind: 'log' });
      for (const [table, wish] of Object.entries({ provider_attempts: attempt, training_events: event })) {
        const there = await session.attempt(who.otherSystem, wish(rowId(brand, 'brand', 'endedJob')));
        const absent = await session.attempt(who.otherSystem, wish(missing));
        expect('system of another', `${table}, a job or none`, alike(there, absent));
      }
      const read = (id: string) => ({
        sql: 'select 1 from public.lora_training_jobs where id = $1',
        values: [id],
      });
      const hidden = await session.attempt(who.colleague, read(rowId(brand, 'owner', 'endedJob')));
      expect(
        'colleague',
        "somebody's private job or none",
        alike(hidden, await session.attempt(who.colleague, read(missing))),
      );
    },
  },
];

import type { Actor } from '../actors/actors.ts';
import * as who from '../actors/actors.ts';
import { brand, otherBrand, people, privateBrand } from '../world/people.ts';
import { type RowName, rowId } from '../world/seed.ts';
import type { Attempt } from '../world/session.ts';
import { askForTraining, insertInto } from './attempts.ts';
import { alike, refused, type Scenario, worked } from './scenario.ts';

const nowhere = '99999999-0000-4000-8000-000000000099';

const own = (name: RowName) => rowId(brand, 'brand', name);
const foreign = (name: RowName) => rowId(otherBrand, 'brand', name);
const personal = (name: RowName) => rowId(brand, 'owner', name);

const generation = (model: string, second?: string): Attempt =>
  insertInto('generations', {
    brand_id: brand,
    model_id: model,
    prompt: 'Wish',
    ...(second && { second_model_id: second }),
  });
const alias = (model: string, name = 'best'): Attempt =>
  insertInto('model_aliases', { brand_id: brand, name: 'spare', alias: name, model_id: model });

interface ForeignWish {
  how: string;
  codes: string[];
  /** The same wish for what belongs to the caller, to another brand, to another person, or to nobody. */
  wish(id: string): Attempt;
  row: RowName;
  actors: Actor[];
}

const wishes: ForeignWish[] = [
  {
    how: 'training_asset_ids',
    codes: ['PT422'],
    wish: (id) => askForTraining(brand, [id]),
    row: 'usedAsset',
    actors: [who.colleague, who.memberOfBoth, who.adminOfBoth, who.admin],
  },
  {
    how: 'training_asset_ids among right ones',
    codes: ['PT422'],
    wish: (id) => askForTraining(brand, [own('freeAsset'), id]),
    row: 'usedAsset',
    actors: [who.colleague, who.memberOfBoth],
  },
  {
    how: 'model_id',
    codes: ['PT422'],
    wish: (id) => generation(id),
    row: 'model',
    actors: [who.colleague, who.memberOfBoth, who.adminOfBoth],
  },
  {
    how: 'second_model_id',
    codes: ['PT422'],
    wish: (id) => generation(own('model'), id),
    row: 'unnamedModel',
    actors: [who.colleague, who.memberOfBoth],
  },
  {
    how: "an alias's model_id",
    codes: ['42501'],
    wish: (id) => alias(id),
    row: 'unnamedModel',
    actors: [who.admin, who.adminOfBoth],
  },
];

/** Ways to use what is not one's own. */
export const wishScenarios: Scenario[] = [
  {
    name: 'foreign ids in a wish',
    wall: 'keys',
    run: async ({ session }, expect) => {
      for (const { how, codes, wish, row, actors } of wishes) {
        for (const actor of actors) {
          const missing = await session.attempt(actor, wish(nowhere));
          expect(actor.name, `${how}: nobody's`, refused(missing, ...codes));
          for (const [place, id] of [
            ["another brand's", foreign(row)],
            ["somebody's private", personal(row)],
          ] as const) {
            const outcome = await session.attempt(actor, wish(id));
            expect(actor.name, `${how}: ${place}`, refused(outcome, ...codes));
            expect(actor.name, `${how}: ${place} or nobody's`, alike(outcome, missing));
          }
          expect(actor.name, `${how}: own`, worked(await session.attempt(actor, wish(own(row))), brand));
        }
      }
    },
  },
  {
    name: 'a foreign training tried again',
    wall: 'keys',
    run: async ({ session }, expect) => {
      const again = (id: string) => askForTraining(brand, [own('freeAsset')], { retry_of: id });
      const failed = (id: string) =>
        `update public.lora_training_jobs set status = 'failed', error_code = 'x' where '${id}' in (id, retry_of)`;
      const missing = await session.attempt(who.memberOfBoth, again(nowhere));
      for (const id of [foreign('endedJob'), personal('endedJob')]) {
        const outcome = await session.attempt(who.memberOfBoth, { ...again(id), before: failed(id) });
        expect('member of both', 'retry_of', refused(outcome, 'PT422'));
        expect('member of both', "retry_of, foreign or nobody's", alike(outcome, missing));
      }
      const right = await session.attempt(who.member, {
        ...again(own('endedJob')),
        before: failed(own('endedJob')),
      });
      expect('member', 'retry_of', worked(right, brand));
      const twice = await session.attempt(who.member, {
        ...again(own('endedJob')),
        before: `update public.lora_training_jobs set status = 'failed', error_code = 'x' where id = '${own('endedJob')}'`,
      });
      expect('member', 'retry_of, while it is tried again', refused(twice, 'PT409'));
    },
  },
  {
    name: 'a picture list that no key holds',
    wall: 'keys',
    run: async ({ session }, expect) => {
      // Whoever is let in, the list is mirrored into rows, one for each picture.
      const wish = askForTraining(brand, [own('usedAsset'), own('freeAsset')]);
      const made = await session.attempt(who.member, wish);
      const isMirrored = made.changes.includes(`lora_training_job_assets/${brand}`);
      expect('member', 'mirrored', isMirrored ? null : { kind: 'leak', detail: 'The list is not mirrored.' });
      // The mirror's keys refuse also when the door stands open, and for the owner of the table.
      const before = `alter table public.lora_training_jobs disable trigger then_admit`;
      for (const actor of [who.member, 'owner'] as const) {
        const outcome = await session.attempt(actor, {
          ...askForTraining(brand, [own('usedAsset'), foreign('usedAsset')]),
          before,
        });
        expect(actor === 'owner' ? 'table owner' : actor.name, 'without the door', refused(outcome, '23503'));
      }
      const change = await session.attempt('owner', {
        sql: 'update public.lora_training_jobs set training_asset_ids = $1 where id = $2',
        values: [`{${foreign('usedAsset')}}`, own('endedJob')],
      });
      expect('table owner', 'change the list', refused(change, 'PT409'));
    },
  },
  {
    name: 'private pictures in a training of the brand',
    wall: 'policies',
    run: async ({ session }, expect) => {
      // The result of a training is seen by all who see the training.
      const outcome = await session.attempt(who.member, askForTraining(brand, [personal('usedAsset')]));
      expect('member', 'own private picture', refused(outcome, 'PT422'));
    },
  },
  {
    name: 'paths that lead elsewhere',
    wall: 'keys',
    run: async ({ session }, expect) => {
      const add = (brandId: string, path: string) =>
        insertInto('brand_assets', { brand_id: brandId, name: 'x', file_url: path });
      const paths = [
        ...[`training-data/${otherBrand}/x.png`, `training-data/${brand}/../${otherBrand}/x.png`],
        ...[`models/${brand}/x.png`, `training-data/${brand}/`, `${brand}/x.png`, `training-data/${brand}`],
        ...[`training-data/${brand}/${people.colleague.id}/x.png`, `https://example.test/${brand}/x.png`],
      ];
      for (const path of paths) {
        const outcome = await session.attempt(who.memberOfBoth, add(brand, path));
        expect('member of both', path, refused(outcome, '23514'));
      }
      const other = `training-data/${privateBrand}/${people.member.id}/x.png`;
      const outcome = await session.attempt(who.colleague, add(privateBrand, other));
      expect('colleague', "somebody's private folder", refused(outcome, '23514'));
    },
  },
  {
    name: 'what comes of a private thing is private',
    wall: 'policies',
    run: async ({ session }, expect) => {
      const made: Record<string, Attempt> = {
        generation_images: insertInto('generation_images', {
          brand_id: brand,
          generation_id: personal('endedGeneration'),
          visibility: 'brand',
          position: '8',
          path: `generated-content/${brand}/${people.member.id}/8.png`,
          content_type: 'image/png',
        }),
        training_events: insertInto('training_events', {
          brand_id: brand,
          job_id: personal('endedJob'),
          visibility: 'brand',
          kind: 'log',
        }),
        training_metrics: insertInto('training_metrics', {
          brand_id: brand,
          job_id: personal('endedJob'),
          visibility: 'brand',
          step: '8',
        }),
      };
      for (const [table, attempt] of Object.entries(made)) {
        const outcome = await session.attempt(who.system, {
          ...attempt,
          sql: `${attempt.sql} returning visibility, user_id`,
        });
        const [row] = outcome.rows;
        const isPrivate = row?.visibility === 'owner' && row.user_id === people.member.id;
        const detail = outcome.code ? outcome.message : `is seen by ${row?.visibility}`;
        expect('system', `into ${table}`, isPrivate ? null : { kind: 'leak', detail });
      }
    },
  },
  {
    name: 'the system names a version live that is not the first',
    wall: 'tokens',
    run: async ({ session }, expect) => {
      const other = await session.attempt(who.system, alias(own('unnamedModel'), 'best'));
      expect('system', 'another alias', refused(other, '42501'));
      const foreignModel = await session.attempt(who.system, alias(foreign('unnamedModel'), 'live'));
      expect('system', "another brand's model", refused(foreignModel, '23502', '23503'));
    },
  },
];

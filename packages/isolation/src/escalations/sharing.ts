import * as who from '../actors/actors.ts';
import { denied, leak } from '../report/recorder.ts';
import { brand, otherBrand, people } from '../world/people.ts';
import { rowId } from '../world/seed.ts';
import type { Attempt, Outcome } from '../world/session.ts';
import { insertInto } from './attempts.ts';
import { alike, changedNothing, foundNothing, refused, type Scenario, worked } from './scenario.ts';

const nowhere = '99999999-0000-4000-8000-000000000099';
const [job, model, other] = [
  rowId(brand, 'owner', 'endedJob'),
  rowId(brand, 'owner', 'model'),
  rowId(brand, 'owner', 'unnamedModel'),
];
const file = `${brand}/shared/a/flux-lora-v1.safetensors`;
const copyOnItsWay = `${brand}/shared/b/spare-v1.safetensors`;

const noMoves = `delete from private.model_moves where brand_id = '${brand}'`;
const allowed = `update public.brands set settings = settings || '{"features": {"sharing": true}}' where id = '${brand}'`;
/** As the engine leaves it; a second one is only copied. */
const shared = `
  ${noMoves}; ${allowed};
  insert into storage.objects (bucket_id, name) values ('models', '${file}'), ('models', '${copyOnItsWay}');
  update public.brand_models set visibility = 'brand', sample_paths = '{}', shared_at = now(), title = 'Mine', path = 'models/${file}' where id = '${model}';
  update public.lora_training_jobs set sharing = 'shared', model_url = 'models/${file}' where id = '${job}'`;
/** What its owner wished to share, and nobody sees yet. */
const onItsWay = `${noMoves}; update public.lora_training_jobs set sharing = 'sharing' where id = '${job}'`;
/** What its owner took back, whose weights still lie where they were shared. */
const takenBack = `
  ${shared}; update public.brand_models set visibility = 'owner', shared_at = null, title = null where id = '${model}'`;

const wish = (id: string, isShared: boolean, before: string): Attempt => ({
  sql: 'select public.share_training($1, $2)',
  values: [id, String(isShared)],
  before,
});
const afterSharing = (sql: string, ...values: string[]): Attempt => ({ sql, values, before: shared });
const finds = ({ code, rowCount }: Outcome) =>
  code === null && rowCount === 1 ? null : denied('finds nothing');

/** A private model that its owner shares is used by others, and stays the owner's. */
export const sharingScenarios: Scenario[] = [
  {
    name: 'what somebody shares',
    wall: 'policies',
    run: async ({ session }, expect) => {
      const row = afterSharing('select id from public.brand_models where id = $1', model);
      const stored = (name: string) =>
        afterSharing("select name from storage.objects where bucket_id = 'models' and name = $1", name);
      const around = [who.viewer, who.colleague, who.admin, who.memberOfBoth];
      for (const actor of around) {
        expect(actor.name, 'the model', finds(await session.attempt(actor, row)));
        expect(actor.name, 'its file', finds(await session.attempt(actor, stored(file))));
        expect(
          actor.name,
          'a copy on its way',
          foundNothing(await session.attempt(actor, stored(copyOnItsWay))),
        );
        for (const [table, column] of [
          ['lora_training_jobs', 'id'],
          ['lora_training_job_assets', 'job_id'],
          ['training_events', 'job_id'],
          ['training_metrics', 'job_id'],
        ]) {
          const read = afterSharing(`select from public.${table} where ${column} = $1`, job);
          expect(actor.name, `${table} of it`, foundNothing(await session.attempt(actor, read)));
        }
        for (const sql of [
          `update public.brand_models set status = 'retired' where id = $1`,
          'delete from public.brand_models where id = $1',
        ]) {
          expect(actor.name, sql, foundNothing(await session.attempt(actor, afterSharing(sql, model))));
        }
        const removal = {
          ...afterSharing("delete from storage.objects where bucket_id = 'models' and name = $1", file),
          settings: {
            'storage.operation': 'storage.object.delete_many',
            'storage.allow_delete_query': 'true',
          },
        };
        expect(actor.name, 'remove its file', foundNothing(await session.attempt(actor, removal)));
        const alias = insertInto('model_aliases', {
          brand_id: brand,
          name: 'flux-lora',
          alias: 'best',
          model_id: model,
        });
        const named = await session.attempt(actor, { ...alias, before: shared });
        expect(actor.name, 'name it', refused(named, '42501'));
      }
      for (const actor of [who.otherAdmin, who.otherMember, who.newcomer]) {
        expect(actor.name, 'the model', foundNothing(await session.attempt(actor, row)));
        expect(actor.name, 'its file', foundNothing(await session.attempt(actor, stored(file))));
      }
      for (const actor of around) {
        const lookAgain = (attempt: Attempt) => session.attempt(actor, { ...attempt, before: takenBack });
        expect(actor.name, 'the model, taken back', foundNothing(await lookAgain(row)));
        expect(actor.name, 'its file, taken back', foundNothing(await lookAgain(stored(file))));
      }
      expect(
        'member',
        'their own file, taken back',
        finds(await session.attempt(who.member, { ...stored(file), before: takenBack })),
      );
      const retired = afterSharing(`update public.brand_models set status = 'retired' where id = $1`, model);
      expect('member', 'retire their own', worked(await session.attempt(who.member, retired), brand));
    },
  },
  {
    name: 'sharing what is not one’s own',
    wall: 'policies',
    run: async ({ session }, expect) => {
      const admins = [who.admin, who.adminOfBoth];
      const around = [who.viewer, who.colleague];
      const strangers = [who.otherAdmin, who.newcomer];
      for (const actor of [...admins, ...around, ...strangers]) {
        for (const [isShared, before] of [
          [true, `${noMoves}; ${allowed}`],
          [false, onItsWay],
          ...(strangers.includes(actor) ? ([[false, shared]] as const) : []),
        ] as const) {
          const outcome = await session.attempt(actor, wish(job, isShared, before));
          const missing = await session.attempt(actor, wish(nowhere, isShared, before));
          expect(actor.name, `share: ${isShared}`, refused(outcome, 'PT404'));
          expect(actor.name, `share: ${isShared}, somebody’s or nobody’s`, alike(outcome, missing));
        }
      }
      // Everybody around knows of what is shared, and admins may take it down.
      for (const actor of around) {
        const kept = await session.attempt(actor, wish(job, false, shared));
        expect(actor.name, 'take down what everybody sees', refused(kept, 'PT403'));
      }
      for (const actor of admins) {
        const takenDown = await session.attempt(actor, wish(job, false, shared));
        expect(actor.name, 'take down what everybody sees', worked(takenDown, brand));
      }
      const own = (before: string, isShared = true) =>
        session.attempt(who.member, wish(job, isShared, before));
      expect('member', 'share their own', worked(await own(`${noMoves}; ${allowed}`), brand));
      expect('member', 'take it back', worked(await own(shared, false), brand));
      expect('member', 'where the brand does not', refused(await own(noMoves), 'PT403'));
      const looks = `update public.brand_users set role = 'viewer' where brand_id = '${brand}' and user_id = '${people.member.id}'`;
      expect('viewer', 'their own', refused(await own(`${noMoves}; ${allowed}; ${looks}`), 'PT403'));
      expect('viewer', 'take their own back', worked(await own(`${shared}; ${looks}`, false), brand));
    },
  },
  {
    name: 'a model moved where it must not be',
    wall: 'tokens',
    run: async ({ session }, expect) => {
      const [target] = await session.read<{ path: string }>(
        'select path from private.model_moves where model_id = $1',
        [other],
      );
      const path = target?.path ?? '';
      const finish = (before = ''): Attempt => ({
        sql: 'select public.finish_model_move($1, $2)',
        values: [other, path],
        before,
      });
      const stored = `insert into storage.objects (bucket_id, name) values ('models', substr('${path}', 8))`;
      expect('system', 'before it is copied', refused(await session.attempt(who.system, finish()), 'PT409'));
      expect('system', 'copied', worked(await session.attempt(who.system, finish(stored)), brand));
      const isShared = async (settings: string) => {
        const before = `
          insert into storage.objects (bucket_id, name) values ('models', '${copyOnItsWay}');
          update private.model_moves set visibility = 'brand', path = 'models/${copyOnItsWay}', sample_paths = '{}'
          where model_id = '${other}'; ${settings}`;
        const shares = { ...finish(before), sql: 'select public.finish_model_move($1, $2) as shared' };
        const outcome = await session.attempt(who.system, {
          ...shares,
          values: [other, `models/${copyOnItsWay}`],
        });
        return outcome.code ?? outcome.rows[0]?.shared;
      };
      const left = `delete from public.brand_users where brand_id = '${brand}' and user_id = '${people.member.id}'`;
      for (const [how, settings, answer] of [
        ['still wished', allowed, true],
        ['where nothing is shared any more', 'select 1', false],
        ['of somebody who left', `${allowed}; ${left}`, false],
      ] as const) {
        const given = await isShared(settings);
        expect('system', `shared, ${how}`, given === answer ? null : leak(`answers ${given}`));
      }
      const foreign = await session.attempt(who.otherSystem, finish(stored));
      expect('system of another', `${otherBrand} for ${brand}`, changedNothing(foreign));
      const move: Attempt = { sql: 'select public.get_model_move($1) as move', values: [other] };
      const told = await session.attempt(who.otherSystem, move);
      expect(
        'system of another',
        'where to',
        told.rows[0]?.move === null ? null : refused(told, 'nothing is told'),
      );
    },
  },
];

import { connect } from '@act/local-stack/testing';
import * as who from '../actors/actors.ts';
import { denied, leak } from '../report/recorder.ts';
import { clientFor } from '../world/client.ts';
import { brand, otherBrand, people, privateBrand } from '../world/people.ts';
import { rowId } from '../world/seed.ts';
import type { Scenario } from './scenario.ts';

const asset = rowId(brand, 'brand', 'usedAsset');
const wish = {
  brand_id: brand,
  name: 'Forged',
  model_type: 'flux',
  subject_kind: 'product',
  training_asset_ids: [asset],
};

/** What a member would like to be so, in a training of their own. */
const forgeries: Record<string, unknown> = {
  status: 'completed',
  progress: 100,
  cost_usd: 0,
  estimated_cost_usd: 0,
  model_url: `models/${brand}/stolen.safetensors`,
  provider: 'replicate',
  provider_job_id: 'vendor-2',
  fence: 99,
  lease_owner: 'me',
  due_at: '2100-01-01',
  user_id: people.colleague.id,
  visibility: 'brand',
  id: '99999999-0000-4000-8000-000000000098',
  created_at: '2000-01-01',
  attempt: 9,
};

/** Ways through the plain REST interface, with the real supabase-js. */
export const restScenarios: Scenario[] = [
  {
    name: 'status, cost, result and lease forged by plain REST',
    wall: 'policies',
    run: async (world, expect) => {
      const stack = await world.stack();
      await using database = await connect(stack.database.superuser);
      const mine = rowId(brand, 'brand', 'endedJob');
      for (const actor of [who.member, who.admin]) {
        const client = await clientFor(stack, actor);
        for (const [column, value] of Object.entries(forgeries)) {
          const made = await client.from('lora_training_jobs').insert({ ...wish, [column]: value });
          expect(actor.name, `insert ${column}`, made.error?.code === '42501' ? null : leak('was made'));
          const changed = await client
            .from('lora_training_jobs')
            .update({ [column]: value })
            .eq('id', mine);
          expect(
            actor.name,
            `update ${column}`,
            changed.error?.code === '42501' ? null : leak('was changed'),
          );
        }
      }
      const { rowCount } = await database.query(
        `select from public.lora_training_jobs where name = 'Forged'`,
      );
      expect('member', 'rows made', rowCount === 0 ? null : leak(`${rowCount} rows are there`));
      const right = await (await clientFor(stack, who.member))
        .from('lora_training_jobs')
        .insert(wish)
        .select('status');
      expect(
        'member',
        'insert a plain wish',
        right.data?.[0]?.status === 'pending' ? null : denied(right.error?.message ?? ''),
      );
    },
  },
  {
    name: 'rows beyond the matrix, through REST',
    wall: 'policies',
    run: async (world, expect) => {
      const stack = await world.stack();
      const callers = [who.anonymous, who.newcomer, who.otherMember, who.otherAdmin, who.viewer];
      const tables = {
        brands: [brand, otherBrand],
        brand_assets: [asset, rowId(otherBrand, 'brand', 'usedAsset')],
        lora_training_jobs: [rowId(brand, 'brand', 'endedJob'), rowId(otherBrand, 'brand', 'endedJob')],
        brand_models: [rowId(brand, 'brand', 'model'), rowId(otherBrand, 'brand', 'model')],
        generations: [
          rowId(brand, 'brand', 'endedGeneration'),
          rowId(otherBrand, 'brand', 'endedGeneration'),
        ],
        brand_documents: [rowId(brand, 'brand', 'document'), rowId(otherBrand, 'brand', 'document')],
      };
      for (const actor of callers) {
        const client = await clientFor(stack, actor);
        for (const [table, [own = '', other = '']] of Object.entries(tables)) {
          for (const [brandId, id] of [
            [brand, own],
            [otherBrand, other],
          ] as const) {
            const { data } = await client.from(table).select('id').eq('id', id);
            const should = actor.roles[brandId] !== undefined;
            const is = data?.length === 1;
            const problem = is ? leak('It is seen.') : denied('It is not seen.');
            expect(actor.name, `select ${table} of ${brandId}`, is === should ? null : problem);
          }
          const gone = await client.from(table).delete().eq('id', own).select('id');
          expect(actor.name, `delete ${table}`, (gone.data ?? []).length === 0 ? null : leak('was deleted'));
        }
        const named = await client
          .from('brand_assets')
          .update({ name: 'Taken' })
          .eq('id', asset)
          .select('id');
        expect(
          actor.name,
          'update brand_assets',
          (named.data ?? []).length === 0 ? null : leak('was changed'),
        );
        const added = await client
          .from('brand_assets')
          .insert({ brand_id: brand, name: 'x', file_url: `training-data/${brand}/rest.png` });
        expect(
          actor.name,
          'insert brand_assets',
          added.error?.code === '42501' ? null : leak(`${added.status}`),
        );
        const upserted = await client
          .from('brand_users')
          .upsert({ user_id: actor.userId, brand_id: brand, role: 'admin' });
        expect(actor.name, 'upsert brand_users', upserted.error ? null : leak('was written'));
      }
    },
  },
  {
    name: 'what exists elsewhere told by a count',
    wall: 'policies',
    run: async (world, expect) => {
      const stack = await world.stack();
      await using database = await connect(stack.database.superuser);
      for (const table of ['brand_assets', 'lora_training_jobs', 'brand_models', 'generation_images']) {
        const visible = await database.query<{ amount: number }>(
          `select count(*)::int as amount from public.${table} where brand_id = $1`,
          [otherBrand],
        );
        for (const actor of [who.newcomer, who.otherMember]) {
          const client = await clientFor(stack, actor);
          for (const count of ['exact', 'planned', 'estimated'] as const) {
            for (const filter of ['none', brand]) {
              const query = client.from(table).select('*', { count, head: true });
              const answer = await (filter === 'none' ? query : query.eq('brand_id', brand));
              const most =
                filter === 'none' && actor === who.otherMember ? (visible.rows[0]?.amount ?? 0) : 0;
              const problem = leak(`counts ${answer.count}, and sees ${most} at most`);
              expect(actor.name, `${count} ${table}, ${filter}`, (answer.count ?? 0) > most ? problem : null);
            }
          }
        }
      }
    },
  },
  {
    name: 'a private selfie read by an admin of the brand',
    wall: 'policies',
    run: async (world, expect) => {
      const stack = await world.stack();
      const owner = await clientFor(stack, who.member);
      const key = `${privateBrand}/${people.member.id}/selfie.png`;
      const selfie = new Blob(['selfie'], { type: 'image/png' });
      const uploaded = await owner.storage.from('training-data').upload(key, selfie);
      expect('its owner', 'upload', uploaded.error ? denied(uploaded.error.message) : null);
      const row = { brand_id: privateBrand, name: 'Selfie', file_url: `training-data/${key}` };
      const made = await owner.from('brand_assets').insert(row).select('id, visibility').single();
      expect(
        'its owner',
        'add',
        made.data?.visibility === 'owner' ? null : leak(made.error?.message ?? 'is not private'),
      );
      for (const actor of [who.admin, who.colleague, who.viewer, who.otherAdmin, who.newcomer]) {
        const client = await clientFor(stack, actor);
        const files = client.storage.from('training-data');
        const seen = await client
          .from('brand_assets')
          .select('id')
          .eq('id', made.data?.id ?? '');
        expect(actor.name, 'row', (seen.data ?? []).length === 0 ? null : leak('is seen'));
        expect(actor.name, 'download', (await files.download(key)).error ? null : leak('is read'));
        expect(actor.name, 'sign', (await files.createSignedUrl(key, 60)).error ? null : leak('is signed'));
        const listed = await files.list(`${privateBrand}/${people.member.id}`);
        expect(actor.name, 'list', (listed.data ?? []).length === 0 ? null : leak('is listed'));
        const folders = await files.list(privateBrand);
        const isNamed = folders.data?.some(({ name }) => name === people.member.id) === true;
        expect(actor.name, 'folder', isNamed ? leak('its folder is listed') : null);
        const over = await files.upload(key, selfie, { upsert: true });
        expect(actor.name, 'overwrite', over.error ? null : leak('is replaced'));
      }
    },
  },
];

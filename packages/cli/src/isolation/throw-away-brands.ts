import { randomBytes } from 'node:crypto';
import { defineBrand, toBrandRow } from '@act/tenant-config';
import type { SupabaseClient } from '@supabase/supabase-js';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Project } from '../project/find-project.ts';
import { type Actor, anonymousActor, makePerson } from './throw-away-people.ts';
import { drawTinyPicture } from './tiny-picture.ts';

/** Two brands and their people, made for one trial. */
export interface ThrowAwayWorld extends AsyncDisposable {
  /** The brand that is attacked, with something in it. */
  readonly brandId: string;
  readonly assetId: string;
  /** Bucket and key of its files. */
  readonly files: readonly { readonly bucket: string; readonly key: string }[];
  /** The attackers' own brand, and a picture in it. */
  readonly otherBrandId: string;
  readonly otherAssetId: string;
  readonly admin: Actor;
  readonly member: Actor;
  readonly viewer: Actor;
  readonly otherAdmin: Actor;
  readonly otherMember: Actor;
  /** Everybody for whom there is nothing in the brand. */
  readonly strangers: readonly Actor[];
}

export async function makeThrowAwayWorld(
  operator: SupabaseClient,
  project: Project,
): Promise<ThrowAwayWorld> {
  await using cleanup = new AsyncDisposableStack();
  const run = randomBytes(6).toString('hex');
  const person = async (name: string) => cleanup.use(await makePerson(operator, project, { name, run }));
  const admin = await person('admin');
  const member = await person('member');
  const viewer = await person('viewer');
  const otherAdmin = await person('admin of another brand');
  const otherMember = await person('member of another brand');
  const newcomer = await person('newcomer');
  const brandId = `isolation-${run}-a`;
  const otherBrandId = `isolation-${run}-b`;
  await makeBrand(operator, cleanup, brandId, { admin, member, viewer });
  await makeBrand(operator, cleanup, otherBrandId, { admin: otherAdmin, member: otherMember });
  const { assetId, files } = await fillBrand(brandId, { admin, member });
  const [otherAsset] = await otherMember.ai.uploadTrainingImages({
    brandId: otherBrandId,
    files: [drawTinyPicture()],
  });
  const owned = cleanup.move();
  return {
    ...{ brandId, assetId, files, otherBrandId, admin, member, viewer, otherAdmin, otherMember },
    otherAssetId: otherAsset?.id ?? '',
    strangers: [anonymousActor(project), newcomer, otherMember, otherAdmin],
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function makeBrand(
  operator: SupabaseClient,
  cleanup: AsyncDisposableStack,
  id: string,
  people: Readonly<Partial<Record<'admin' | 'member' | 'viewer', Actor>>>,
): Promise<void> {
  const made = await operator
    .from('brands')
    .insert(toBrandRow(defineBrand({ id, name: `Throw-away ${id}` })));
  if (made.error) throw notMade(made.error.message);
  cleanup.defer(async () => void (await operator.rpc('delete_brand', { brand_id: id })));
  const rows = Object.entries(people).map(([role, { userId }]) => ({ brand_id: id, user_id: userId, role }));
  const joined = await operator.from('brand_users').insert(rows);
  if (joined.error) throw notMade(joined.error.message);
}

/** What members and admins can bring by themselves: a picture, a document, an invitation, a webhook. */
async function fillBrand(
  brandId: string,
  { admin, member }: { admin: Actor; member: Actor },
): Promise<Pick<ThrowAwayWorld, 'assetId' | 'files'>> {
  const [asset] = await member.ai.uploadTrainingImages({
    brandId,
    files: [drawTinyPicture()],
    captions: [`a secret of ${brandId}`],
  });
  const key = `${brandId}/guidelines.txt`;
  const body = new Blob([`a secret of ${brandId}`], { type: 'text/plain' });
  const stored = await member.client.storage.from('brand-documents').upload(key, body);
  if (stored.error) throw notMade(stored.error.message);
  await member.client
    .from('brand_documents')
    .insert({ brand_id: brandId, name: 'guidelines.txt', path: `brand-documents/${key}` });
  await admin.client.rpc('create_invitation', { brand_id: brandId, email: `invited@${brandId}.invalid` });
  await admin.ai.createWebhookEndpoint({ brandId, address: `https://${brandId}.example.com/hook` });
  const [bucket = '', ...path] = asset?.fileUrl.split('/') ?? [];
  return {
    assetId: asset?.id ?? '',
    files: [
      { bucket, key: path.join('/') },
      { bucket: 'brand-documents', key },
    ],
  };
}

const notMade = (message: string) =>
  new CliError({
    code: 'world_not_made',
    message: `The throw-away brands could not be made: ${message}`,
    hint: 'Check SUPABASE_SECRET_KEY, and that all migrations have run: `act doctor`.',
    exitCode: exitCodes.failed,
  });

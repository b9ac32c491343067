import type { ThrowAwayWorld } from './throw-away-brands.ts';
import type { Trial } from './trial.ts';

/** What people of the brand may, and what their role does not let them. */
export async function tryOwn(world: ThrowAwayWorld, trial: Trial): Promise<void> {
  const { brandId, assetId, files, admin, member, viewer } = world;
  for (const { name: who, client } of [admin, member, viewer]) {
    for (const table of ['brands', 'brand_users', 'brand_assets', 'brand_documents']) {
      const { data } = await client
        .from(table)
        .select('*')
        .eq(table === 'brands' ? 'id' : 'brand_id', brandId);
      trial.expectDone(
        { who, what: table, how: 'read its rows' },
        data && data.length > 0 ? null : 'saw none',
      );
    }
    for (const { bucket, key } of files) {
      const { error } = await client.storage.from(bucket).download(key);
      trial.expectDone(
        { who, what: `bucket ${bucket}`, how: 'download a file' },
        error ? error.message : null,
      );
    }
  }
  const caption = { training_caption: `another secret of ${brandId}` };
  const described = await member.client
    .from('brand_assets')
    .update(caption, { count: 'exact' })
    .eq('id', assetId);
  trial.expectDone(
    { who: member.name, what: 'brand_assets', how: 'write a caption' },
    described.error || described.count === 0 ? 'was refused' : null,
  );
  const changed = await viewer.client
    .from('brand_assets')
    .update(caption, { count: 'exact' })
    .eq('id', assetId);
  trial.expectRefused(
    { who: viewer.name, what: 'brand_assets', how: 'write a caption' },
    changed.error || changed.count === 0 ? null : 'was done',
  );
  for (const { name: who, userId, client } of [member, viewer]) {
    const risen = await client
      .from('brand_users')
      .update({ role: 'admin' }, { count: 'exact' })
      .match({ brand_id: brandId, user_id: userId });
    trial.expectRefused(
      { who, what: 'brand_users', how: 'become an admin' },
      risen.error || risen.count === 0 ? null : 'was done',
    );
    const invitations = await client.from('brand_invitations').select('email').eq('brand_id', brandId);
    trial.expectRefused(
      { who, what: 'brand_invitations', how: 'read addresses' },
      invitations.data?.length ? 'read them' : null,
    );
  }
}

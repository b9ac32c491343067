import { connect } from '../../database/connection.ts';
import type { TestStack } from '../../testing/start-stack.ts';

/**
 * Lets members add files by any call, also by copying and by signing, which our own policies refuse: what the service
 * does on those calls is tested on a project that allows them.
 */
export async function allowEveryWayToAdd({ database }: TestStack): Promise<void> {
  await using owner = await connect(database.owner);
  await owner.query(`
    create policy "Members add files by any call" on storage.objects for insert to authenticated
    with check (split_part(name, '/', 1) = any (array(select private.my_brand_ids('member'))))`);
}

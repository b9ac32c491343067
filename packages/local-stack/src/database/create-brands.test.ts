import { expect, it } from 'vitest';
import { startStack } from '../testing/start-stack.ts';
import { connect } from './connection.ts';
import { demoPeople } from './demo-people.ts';

it('gives out the id of a brand once, and never changes it', async () => {
  await using stack = await startStack();
  await using superuser = await connect(stack.database.superuser);
  await superuser.query(`delete from public.brands where id = 'acmecompany'`);
  const service = await stack.as('secretKey');
  expect(await service.from('brands').insert({ id: 'acmecompany', name: 'Heir' })).toMatchObject({
    status: 409,
    error: { code: 'PT409', hint: expect.stringContaining('Choose another id') },
  });
  expect(
    (await service.from('brands').update({ id: 'other' }).eq('id', 'creativetechnologists')).status,
  ).toBe(403);
  await superuser.query(`insert into public.brands (id, name) values ('lonely', 'Without members')`);
  await expect(superuser.query(`update public.brands set id = 'other' where id = 'lonely'`)).rejects.toThrow(
    'The id of a brand never changes.',
  );
});

it('keeps a membership in its brand, also for the owner of the table', async () => {
  await using stack = await startStack();
  await using owner = await connect(stack.database.superuser);
  await expect(
    owner.query(`update public.brand_users set brand_id = 'acmecompany' where user_id = $1`, [
      demoPeople.ctMember.id,
    ]),
  ).rejects.toThrow('A row stays in the brand it was made in.');
});

it('never lets the last admin go, however two of them hurry', async () => {
  await using stack = await startStack();
  const service = await stack.as('secretKey');
  await service
    .from('brand_users')
    .insert({ user_id: demoPeople.newcomer.id, brand_id: 'acmecompany', role: 'admin' });
  const [one, two] = [await stack.as('acmeAdmin'), await stack.as('newcomer')];
  const demote = (client: typeof one, id: string) =>
    client.from('brand_users').update({ role: 'viewer' }).eq('user_id', id).eq('brand_id', 'acmecompany');

  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all([
      demote(one, demoPeople.newcomer.id),
      demote(two, demoPeople.acmeAdmin.id),
    ]);
    const { data } = await service
      .from('brand_users')
      .select('user_id')
      .eq('brand_id', 'acmecompany')
      .eq('role', 'admin');
    expect(data).not.toEqual([]);
    expect(answers.filter(({ error }) => error).every(({ error }) => error?.code === 'PT409')).toBe(true);
    await using superuser = await connect(stack.database.superuser);
    await superuser.query(`update public.brand_users set role = 'admin' where user_id = any($1)`, [
      [demoPeople.newcomer.id, demoPeople.acmeAdmin.id],
    ]);
  }
});

it('lets no member make themselves more than they are', async () => {
  await using stack = await startStack();
  const member = await stack.as('ctMember');
  const { ctMember, newcomer } = demoPeople;
  expect(
    (await member.from('brand_users').insert({ user_id: ctMember.id, brand_id: 'acmecompany' })).status,
  ).toBe(403);
  await member.from('brand_users').update({ role: 'admin' }).eq('user_id', ctMember.id);
  const stranger = await stack.as('newcomer');
  expect(
    (await stranger.from('brand_users').insert({ user_id: newcomer.id, brand_id: 'acmecompany' })).status,
  ).toBe(403);
  const { data } = await (await stack.as('ctAdmin'))
    .from('brand_users')
    .select('role')
    .eq('user_id', ctMember.id);
  expect(data).toEqual([{ role: 'member' }]);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { createOwnService, type OwnService } from '../testing/own-service.ts';

let stack: TestStack;
let own: OwnService;
beforeAll(async () => {
  stack = await startStack();
  own = createOwnService(stack);
});
afterAll(async () => {
  await own[Symbol.asyncDispose]();
  await stack[Symbol.asyncDispose]();
});

const callerOf = (role: string) => ({ role, claims: { role }, userId: null });
const whoAmI = 'select current_user::text as name, storage.operation() as operation';

describe('a transaction', () => {
  it('begins as the service and becomes the caller', async () => {
    const names = await own.parts.database.transaction('storage.object.test', async (transaction) => {
      const [before] = await transaction.query<{ name: string; operation: string }>(whoAmI);
      await transaction.become(callerOf('authenticated'));
      const [after] = await transaction.query<{ name: string }>(whoAmI);
      return [before, after?.name];
    });
    expect(names).toEqual([{ name: 'act_storage', operation: 'storage.object.test' }, 'authenticated']);
  });

  it('takes back what was attempted, the caller included', async () => {
    const name = await own.parts.database.transaction('test', async (transaction) => {
      await transaction.attempt(async () => {
        await transaction.become(callerOf('service_role'));
        await transaction.query(`insert into storage.buckets (id, name) values ('attempted', 'attempted')`);
      });
      expect(await transaction.query(`select from storage.buckets where id = 'attempted'`)).toEqual([]);
      const [row] = await transaction.query<{ name: string }>(whoAmI);
      return row?.name;
    });
    expect(name).toBe('act_storage');
  });

  it('keeps nothing when its work fails', async () => {
    const failing = own.parts.database.transaction('test', async (transaction) => {
      await transaction.query(`insert into storage.buckets (id, name) values ('failed', 'failed')`);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    const { data } = await (await stack.as('secretKey')).storage.listBuckets({ search: 'failed' });
    expect(data).toEqual([]);
  });

  // Also where a token's role passed every check before: with these the policies would not be asked.
  it.each(['act_storage', 'supabase_storage_admin', 'supabase_admin', 'authenticator', 'none', 'nobody'])(
    'becomes no %s',
    async (role) => {
      const becoming = own.parts.database.transaction('test', (transaction) =>
        transaction.become(callerOf(role)),
      );
      await expect(becoming).rejects.toMatchObject({ code: 'AccessDenied', statusCode: 403 });
    },
  );
});

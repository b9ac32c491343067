import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const refusal = /reach nothing outside this machine/;

it('stops fetch, a bare socket and a datagram on their way out of the machine', async () => {
  await expect(fetch('http://example.com/')).rejects.toMatchObject({
    cause: { message: expect.stringMatching(refusal) },
  });
  expect(() => connect(443, '192.0.2.1')).toThrow(refusal);
  expect(() => connect({ host: 'db.example.supabase.co', port: 5432 })).toThrow(refusal);
  const socket = createSocket('udp4');
  expect(() => socket.send('hello', 53, '192.0.2.1')).toThrow(refusal);
  socket.close();
});

it('stops the processes that a test starts, too', async () => {
  const script = `fetch('http://example.com/').catch((error) => console.log(error.cause.message))`;
  const { stdout } = await run(process.execPath, ['-e', script]);
  expect(stdout).toMatch(refusal);
});

it('hides the servers, projects and providers of the person who runs the tests', () => {
  const names = Object.keys(process.env).filter(
    (name) => name !== 'ACT_TEST_CLUSTER' && name !== 'ACT_TEST_FULL',
  );
  const outside = /^(ACT_|SUPABASE_|NEXT_PUBLIC_SUPABASE|REPLICATE_|RUNPOD_|DATABASE_URL|PG[A-Z]|POSTGRES)/;
  expect(names.filter((name) => outside.test(name))).toEqual([]);
});

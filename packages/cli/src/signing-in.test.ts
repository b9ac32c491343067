import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoPeople } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAct } from './testing/run-act.ts';
import { startWorld, type World } from './testing/start-world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const { email } = demoPeople.ctMember;

it('finds the embedded world, signs a demo person in without a password, and says who that is', async () => {
  const { act } = world.person('first');
  expect(await act(['login', email])).toEqual({
    code: 0,
    stdout: `Signed in to ${world.stack.url} as ${email}.\n`,
    stderr: '',
  });
  const { code, stdout } = await act(['whoami', '--json']);
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    {
      email,
      userId: demoPeople.ctMember.id,
      url: world.stack.url,
      signedInBy: 'login',
      brands: [{ id: 'creativetechnologists', name: expect.any(String), role: 'member' }],
    },
  ]);
});

it('keeps the session where only its owner can read it, and no password', async () => {
  const { act, configFolder } = world.person('keeper');
  await act(['login', email]);
  const file = join(configFolder, 'sessions.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(configFolder)).mode & 0o777).toBe(0o700);
  expect(await readFile(file, 'utf8')).not.toContain(world.stack.secrets.demoPassword);
});

it('goes on with a new token when the old one is over', async () => {
  const { act, configFolder } = world.person('sleeper');
  await act(['login', email]);
  const file = join(configFolder, 'sessions.json');
  const { sessions, ...rest } = JSON.parse(await readFile(file, 'utf8'));
  const session = { ...sessions[world.stack.url], accessToken: 'over', expiresAt: 1 };
  await writeFile(file, JSON.stringify({ ...rest, sessions: { [world.stack.url]: session } }));
  expect((await act(['whoami'])).code).toBe(0);
  const kept = JSON.parse(await readFile(file, 'utf8')).sessions[world.stack.url];
  expect(kept.expiresAt).toBeGreaterThan(Date.now() / 1000);

  await writeFile(
    file,
    JSON.stringify({ ...rest, sessions: { [world.stack.url]: { ...session, refreshToken: 'over' } } }),
  );
  const over = await act(['whoami']);
  expect([over.code, over.stderr]).toEqual([
    3,
    expect.stringMatching(/is over\. Sign in again with `act login`/),
  ]);
});

it('takes a password from stdin, refuses a wrong one, and one that is given nowhere', async () => {
  const { act } = world.person('typist');
  const wrong = await act(['login', email, '--password-stdin'], { stdin: 'not-it\n' });
  expect([wrong.code, wrong.stdout]).toEqual([3, '']);
  expect(wrong.stderr).toMatch(/E-mail and password do not fit/);
  const right = await act(['login', email, '--password-stdin'], {
    stdin: `${world.stack.secrets.demoPassword}\n`,
  });
  expect(right.code).toBe(0);
  const none = await act(['login', 'somebody@example.test', '--json']);
  expect([none.code, JSON.parse(none.stdout).error.hint]).toEqual([
    2,
    expect.stringContaining('--password-stdin'),
  ]);
});

it('acts as a robot by the environment, and keeps nothing of it', async () => {
  const { act, configFolder } = world.person('robot');
  const environment = { ACT_EMAIL: email, ACT_PASSWORD: world.stack.secrets.demoPassword };
  const { stdout } = await act(['whoami', '--json'], { environment });
  expect(JSON.parse(stdout)).toMatchObject({ email, signedInBy: 'ACT_EMAIL' });
  await expect(stat(configFolder)).rejects.toThrow('ENOENT');
});

it('signs out: at the project too, so that the token is good for nothing', async () => {
  const { act, configFolder } = world.person('leaver');
  await act(['login', email]);
  const file = join(configFolder, 'sessions.json');
  const before = JSON.parse(await readFile(file, 'utf8')).sessions[world.stack.url];
  expect((await act(['logout', '--json'])).code).toBe(0);
  expect(JSON.parse(await readFile(file, 'utf8')).sessions).toEqual({});
  const refreshed = await fetch(`${world.stack.url}/auth/v1/token?grant_type=refresh_token`, {
    method: 'POST',
    headers: { apikey: world.stack.secrets.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ refresh_token: before.refreshToken }),
  });
  expect(refreshed.ok).toBe(false);
  const after = await act(['whoami']);
  expect([after.code, after.stderr]).toEqual([3, expect.stringMatching(/Nobody is signed in .*`act login`/)]);
});

it('names the people of the demo where nobody can be asked', async () => {
  const { code, stderr } = await world.person('nobody').act(['login']);
  expect(code).toBe(2);
  expect(stderr).toContain(email);
});

it.each([
  [['jobs']],
  [['models']],
  [['quote']],
  [['upload', '.']],
  [['train', '.', '--yes']],
  [['export']],
  [['download', 'flux-lora']],
  [['generate', 'flux-lora', 'a [brand]']],
])('%j wants somebody to be signed in', async (words) => {
  const { code, stdout } = await world.person('stranger').act([...words, '--json']);
  expect([code, JSON.parse(stdout).error.code]).toEqual([3, 'not_signed_in']);
});

it('says that a brand is not there for whoever is not in it, and which there are for who is in several', async () => {
  const member = world.person('member');
  await member.login('ctMember');
  const foreign = await member.act(['jobs', '--brand', 'acmecompany']);
  expect([foreign.code, foreign.stderr]).toEqual([
    4,
    expect.stringContaining('There is no brand "acmecompany" for you. You are in creativetechnologists.'),
  ]);
  const both = world.person('both');
  await both.login('freelancer');
  const several = await both.act(['jobs', '--json']);
  expect([several.code, JSON.parse(several.stdout).error]).toEqual([
    2,
    expect.objectContaining({ code: 'brand_required', details: ['acmecompany', 'creativetechnologists'] }),
  ]);
  expect((await both.act(['jobs'], { environment: { ACT_BRAND_ID: 'acmecompany' } })).code).toBe(0);
});

it('says that nothing answers where no server is, and that there is no project where none is named', async () => {
  const person = world.person('lost');
  const away = { ACT_URL: 'http://127.0.0.1:9', SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x' };
  const unreachable = await person.act(['login', email, '--json', '--password-stdin'], {
    environment: away,
    stdin: 'x',
  });
  expect([unreachable.code, JSON.parse(unreachable.stdout).error.code]).toEqual([8, 'unreachable']);
  const token = `x.${Buffer.from(JSON.stringify({ sub: demoPeople.ctMember.id })).toString('base64url')}.x`;
  const listing = await person.act(['jobs'], { environment: { ...away, ACT_ACCESS_TOKEN: token } });
  expect(listing.code).toBe(8);
  const none = await runAct(['whoami'], {
    environment: { ACT_HOME: '/nowhere', XDG_CONFIG_HOME: person.configFolder },
  });
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('npm start')]);
});

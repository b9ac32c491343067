import { z } from 'zod';
import { defineCommand } from '../program/command.ts';
import { findProject } from '../project/find-project.ts';
import { endSession } from '../session/auth-client.ts';
import { openSessionStore } from '../session/session-store.ts';

export const logout = defineCommand({
  name: 'logout',
  summary: 'sign out on this machine',
  examples: [['act logout', 'ends the session of the project that is meant']],
  input: z.object({}),
  run: async ({ world }) => {
    const { url } = await findProject(world);
    const store = openSessionStore(world.settings.configFolder);
    const session = (await store.read()).sessions[url];
    if (!session) {
      world.output.result({ signedOut: false, url }, () => [`Nobody was signed in to ${url}.`]);
      return;
    }
    await store.remove(url);
    const isEnded = await endSession(session);
    if (!isEnded) world.output.note('The project did not answer; its session ends by itself.');
    world.output.result({ signedOut: true, email: session.email, url }, () => [
      `Signed out of ${url}: ${session.email}.`,
    ]);
  },
});

import { demoPeople, type TestStack } from '@act/local-stack/testing';
import { type RunningProgram, startProgram } from './start-program.ts';

/** A storefront's production build on a free port, in front of a stack that listens. */
export const startStorefront = (stack: TestStack): Promise<RunningProgram> =>
  startProgram('act-frontend', {
    PORT: '0',
    SUPABASE_URL: stack.url,
    SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
    ACT_DEMO_PEOPLE: JSON.stringify(
      Object.values(demoPeople).map(({ email, roles }) => ({
        email,
        password: stack.secrets.demoPassword,
        roles,
      })),
    ),
    ACT_OUTBOX_URL: `${stack.url}/outbox`,
  });

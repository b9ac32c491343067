import { bad, type Check, good, skipped, tryFetch } from './check.ts';

/** Whether the project answers, and knows our key. */
export const lookAtProject: Check = {
  name: 'Project',
  look: async (patient) => {
    const { project } = patient;
    if (!project) {
      return [bad('There is no project to look at.', 'Start one with `npm start`, or name one with --url.')];
    }
    const { url, publishableKey } = project;
    const answer = await tryFetch(`${url}/auth/v1/settings`, patient, {
      headers: { apikey: publishableKey },
    });
    if (typeof answer === 'string') {
      return [bad(`${url} does not answer: ${answer}.`, 'Check the address, and that the project runs.')];
    }
    if (answer.status === 401 || answer.status === 403) {
      return [
        bad(
          `${url} does not know the publishable key.`,
          'Set SUPABASE_PUBLISHABLE_KEY to the one of this project.',
        ),
      ];
    }
    if (!answer.ok) {
      return [
        bad(
          `${url} answers with HTTP ${answer.status}.`,
          'Check that it is a Supabase project, and that it is not paused.',
        ),
      ];
    }
    return [good(`${url} answers and knows the key.`)];
  },
};

/** Who is asking, and in which brand. */
export const lookAtSession: Check = {
  name: 'Session',
  look: async ({ project, session, brand }) => {
    if (!project) return [skipped('There is no project to sign in to.')];
    if (!session) return [bad('Nobody is signed in, or the session is over.', 'Sign in with `act login`.')];
    if (!brand) {
      return [
        bad(
          'No brand can be tried.',
          'Name one with --brand; who is in none has to be invited by an admin of one.',
        ),
      ];
    }
    return [good(`Signed in by ${session.by}, as ${brand.role} of ${brand.id}.`)];
  },
};

const buckets = ['training-data', 'models', 'generated-content', 'brand-documents'];

/** Whether files can be reached, and only by those who may. */
export const lookAtStorage: Check = {
  name: 'Storage',
  look: async ({ session, brand }) => {
    if (!session || !brand) return [skipped('Nobody is signed in.')];
    const answers = await Promise.all(
      buckets.map(async (bucket) => {
        const { error } = await session.database.storage.from(bucket).list(brand.id, { limit: 1 });
        return error ? `${bucket} (${error.message})` : [];
      }),
    );
    const away = answers.flat();
    return away.length > 0
      ? [
          bad(
            `Buckets that cannot be listed: ${away.join(', ')}.`,
            'Run the migrations: they make the buckets.',
          ),
        ]
      : [good(`${buckets.length} buckets answer.`)];
  },
};

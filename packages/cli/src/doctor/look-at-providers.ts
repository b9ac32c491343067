import { bad, type Check, type Finding, good, skipped, tryFetch } from './check.ts';

/** Whether the vendors know the keys that are set here; nothing is spent by asking. */
export const lookAtProviders: Check = {
  name: 'Provider keys',
  look: async (patient) => {
    const { environment } = patient.world.settings;
    const findings: Finding[] = [];
    if (environment.REPLICATE_API_TOKEN) {
      const url = `${environment.ACT_REPLICATE_URL ?? 'https://api.replicate.com/v1'}/account`;
      const answer = await tryFetch(url, patient, bearer(environment.REPLICATE_API_TOKEN));
      findings.push(judge('Replicate', 'REPLICATE_API_TOKEN', answer));
    }
    const { RUNPOD_API_KEY, RUNPOD_TRAINING_ENDPOINT, RUNPOD_IMAGE_ENDPOINT } = environment;
    for (const endpoint of new Set([RUNPOD_TRAINING_ENDPOINT, RUNPOD_IMAGE_ENDPOINT].flatMap(toEndpoints))) {
      if (!RUNPOD_API_KEY) continue;
      const url = `${environment.ACT_RUNPOD_URL ?? 'https://api.runpod.ai/v2'}/${endpoint}/health`;
      findings.push(
        judge(
          `RunPod endpoint ${endpoint}`,
          'RUNPOD_API_KEY',
          await tryFetch(url, patient, bearer(RUNPOD_API_KEY)),
        ),
      );
    }
    return findings.length > 0 ? findings : [skipped('None is set here; the engine has its own.')];
  },
};

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

/** `abc123`, or `sdxl=abc123,sd15=def456`. */
const toEndpoints = (setting: string | undefined): string[] =>
  setting?.split(',').map((part) => part.trim().split('=').at(-1) ?? '') ?? [];

function judge(who: string, variable: string, answer: Response | string): Finding {
  if (typeof answer === 'string') return bad(`${who} does not answer: ${answer}.`, 'Check the network here.');
  if (answer.ok) return good(`${who} knows the key.`);
  if (answer.status === 401 || answer.status === 403) {
    return bad(`${who} does not know the key.`, `Make a new one at the provider, and set ${variable}.`);
  }
  if (answer.status === 404) return bad(`${who} is not there.`, 'Check its id at the provider.');
  return bad(`${who} answers with HTTP ${answer.status}.`, 'Look at the status page of the provider.');
}

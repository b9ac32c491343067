import { bad, type Check, type Finding, good } from './check.ts';

/** What is set here, before anybody is asked. */
export const lookAtEnvironment: Check = {
  name: 'Environment',
  look: async ({ world: { settings } }) => {
    const { environment } = settings;
    const key = environment.SUPABASE_PUBLISHABLE_KEY ?? environment.SUPABASE_ANON_KEY ?? '';
    const findings: Finding[] = [];
    if (isSecret(key)) {
      findings.push(
        bad(
          'SUPABASE_PUBLISHABLE_KEY holds a secret key.',
          'Put the publishable key there; every browser sees it.',
        ),
      );
    }
    const { ACT_PROVIDERS, REPLICATE_API_TOKEN, RUNPOD_API_KEY, ACT_WEBHOOK_URL } = environment;
    if (ACT_PROVIDERS !== undefined && ACT_PROVIDERS !== 'live') {
      findings.push(
        bad(`ACT_PROVIDERS is ${JSON.stringify(ACT_PROVIDERS)}.`, 'Set it to live, or leave it out.'),
      );
    }
    if (ACT_PROVIDERS === 'live' && !REPLICATE_API_TOKEN && !RUNPOD_API_KEY) {
      findings.push(
        bad(
          'ACT_PROVIDERS is live, and there is no token to spend with.',
          'Set REPLICATE_API_TOKEN or RUNPOD_API_KEY, or leave ACT_PROVIDERS out.',
        ),
      );
    }
    if (RUNPOD_API_KEY && !environment.RUNPOD_TRAINING_ENDPOINT && !environment.RUNPOD_IMAGE_ENDPOINT) {
      findings.push(
        bad(
          'RUNPOD_API_KEY is set, and no endpoint is.',
          'Set RUNPOD_TRAINING_ENDPOINT and RUNPOD_IMAGE_ENDPOINT.',
        ),
      );
    }
    if (ACT_WEBHOOK_URL !== undefined && URL.parse(ACT_WEBHOOK_URL)?.protocol !== 'https:') {
      findings.push(
        bad(
          'ACT_WEBHOOK_URL is no https address.',
          'Write it like https://studio.example/api/webhooks: where the interface hears providers.',
        ),
      );
    }
    return findings.length > 0 ? findings : [good('What is set here fits together.')];
  },
};

/** New keys say what they are; old ones are tokens that name their role. */
function isSecret(key: string): boolean {
  if (key.startsWith('sb_secret_')) return true;
  const claims = Buffer.from(key.split('.')[1] ?? '', 'base64url').toString();
  return claims.includes('"service_role"');
}

import { randomBytes } from 'node:crypto';
import { bad, type Check, good, skipped, tryFetch } from './check.ts';

/**
 * Rings as a provider would, for a run that nobody knows. RunPod's bell is heard unsigned, and 202 is only said once the
 * database was asked; Replicate's has to refuse what is not signed.
 */
export const lookAtWebhooksIn: Check = {
  name: 'Webhooks in',
  look: async (patient) => {
    const { project, world } = patient;
    const embedded = project?.embedded?.apiUrl;
    const base = world.settings.environment.ACT_WEBHOOK_URL ?? (embedded && `${embedded}/webhooks`);
    if (base === undefined) {
      return [skipped('ACT_WEBHOOK_URL is not set: providers are asked, and nobody rings.')];
    }
    const ring = (provider: string) =>
      tryFetch(`${base}/${provider}/${randomBytes(32).toString('base64url')}`, patient, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
    const heard = await ring('runpod');
    if (typeof heard === 'string') {
      return [
        bad(
          `${base} does not answer: ${heard}.`,
          'Open it to the outside, or leave ACT_WEBHOOK_URL out: polling does too.',
        ),
      ];
    }
    if (heard.status !== 202) {
      return [
        bad(
          `${base} answers a webhook with HTTP ${heard.status}.`,
          'ACT_WEBHOOK_URL is where the interface hears providers, such as https://studio.example/api/webhooks, with no sign-in before it.',
        ),
      ];
    }
    const refused = await ring('replicate');
    const isRefused = typeof refused !== 'string' && refused.status === 401;
    return isRefused
      ? [good(`${base} heard a webhook, asked the database, and refused one that was not signed.`)]
      : [
          bad(
            `${base} does not refuse a webhook of Replicate that is not signed.`,
            'Set REPLICATE_WEBHOOK_SECRET where the interface runs.',
          ),
        ];
  },
};

import type { BrandSettings } from '@act/tenant-config';
import type { NoticeToTell, OpenedDelivery } from './delivery.ts';

/** The brand's own site, or the one for brands without. */
export function siteOf({ hosts }: Pick<BrandSettings, 'hosts'>, siteUrl: string): string {
  const [host] = hosts;
  return host === undefined ? siteUrl.replace(/\/+$/, '') : `https://${host}`;
}

const places: Readonly<Record<string, string>> = {
  training: '/train',
  generation: '/gallery',
  pictures: '/datasets',
  budget: '/settings',
  webhook: '/settings/webhooks',
};

/** Where a person can see what a notice tells of. */
export function linkTo(site: string, { kind, jobId, generationId }: NoticeToTell): string {
  const place = `${site}${places[kind.split('.')[0] ?? ''] ?? '/activity'}`;
  if (jobId !== null) return `${place}/${jobId}`;
  return generationId === null ? place : `${place}?generation=${generationId}`;
}

export const preferencesLink = (site: string): string => `${site}/settings/notices`;

export interface UnsubscribeLinks {
  /** Asks first: scanners follow every link of a mail. */
  readonly page: string;
  /** For mail programs, which post to it (RFC 8058). */
  readonly oneClick: string;
}

export function unsubscribeLinks(site: string, { person }: OpenedDelivery): UnsubscribeLinks {
  const token = encodeURIComponent(person?.unsubscribeToken ?? '');
  return {
    page: `${site}/notices/unsubscribe?token=${token}`,
    oneClick: `${site}/api/notices/unsubscribe?token=${token}`,
  };
}

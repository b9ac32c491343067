import type { BrandSettings } from '@act/tenant-config';
import type { NoticeToTell, OpenedDelivery } from './delivery.ts';

/** The brand's own site, or the one for brands without. */
export function siteOf({ hosts }: Pick<BrandSettings, 'hosts'>, siteUrl: string): string {
  const [host] = hosts;
  return host === undefined ? siteUrl.replace(/\/+$/, '') : `https://${host}`;
}

/** Addresses that every storefront has. */
const places: Readonly<Record<string, string>> = {
  generation: '/generate/gallery',
  pictures: '/training/upload',
  budget: '/settings?section=usage',
  webhook: '/settings?section=notices',
};

/** Where a person can see what a notice tells of: in the brand that it is about, which may not be the one they have open. */
export function linkTo(site: string, brandId: string, { kind, jobId }: NoticeToTell): string {
  const place =
    jobId !== null ? `/training/monitor?job=${jobId}` : (places[kind.split('.')[0] ?? ''] ?? '/activity');
  return `${site}/open/${brandId}?next=${encodeURIComponent(place)}`;
}

export const preferencesLink = (site: string): string => `${site}/settings?section=notices`;

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

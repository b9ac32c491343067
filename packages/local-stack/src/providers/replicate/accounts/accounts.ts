import { randomBytes } from 'node:crypto';

/** Somebody who pays. */
export interface Account {
  /** Begins with `r8_`. */
  token: string;
  username: string;
  /** `whsec_…`, one per account. */
  webhookSecret: string;
  /** `low`: six predictions a minute; `none`: what costs is refused with 402. */
  credit: 'good' | 'low' | 'none';
}

export interface AccountOptions {
  token: string;
  username: string;
  /** Default: one made by chance. */
  webhookSecret?: string;
  /** Default `good`. */
  credit?: Account['credit'];
}

export const createToken = (): string => `r8_${randomBytes(28).toString('hex').slice(0, 37)}`;
const createWebhookSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

export function createAccounts(options: readonly AccountOptions[]) {
  const accounts = options.map(
    ({ webhookSecret = createWebhookSecret(), credit = 'good', ...rest }): Account => ({
      webhookSecret,
      credit,
      ...rest,
    }),
  );
  return {
    all: accounts,
    /** Whose token a header carries; null for nobody's. The old form `Token …` is still understood. */
    findByHeader(authorization: string | undefined): Account | null {
      const token = authorization?.match(/^(?:Bearer|Token) (r8_\S+)$/)?.[1];
      return accounts.find((account) => account.token === token) ?? null;
    },
    find: (username: string): Account | null =>
      accounts.find((account) => account.username === username) ?? null,
  };
}

export type Accounts = ReturnType<typeof createAccounts>;

/** What can go wrong here; stable, so that apps may switch on it. */
export type TenantConfigErrorCode =
  | 'brand_config_invalid'
  | 'brand_id_invalid'
  | 'brand_required'
  | 'brands_unreadable'
  | 'host_ambiguous'
  | 'host_unknown'
  | 'metadata_invalid'
  | 'no_brand'
  | 'not_configured'
  | 'not_signed_in'
  | 'user_id_invalid'
  | 'user_unreadable';

export interface TenantConfigErrorDetails {
  code: TenantConfigErrorCode;
  /** What is wrong, with which brand or person, and what to do about it. */
  message: string;
  /** The same call may work later, unchanged. Default `false`. */
  retryable?: boolean;
  cause?: unknown;
}

const mark = Symbol.for('act.tenant-config.error');

/** Every error of this package. */
export class TenantConfigError extends Error {
  readonly [mark] = true;
  override readonly name: string = 'TenantConfigError';
  readonly code: TenantConfigErrorCode;
  /** The same call may work later, unchanged. */
  readonly retryable: boolean;

  constructor({ code, message, retryable = false, cause }: TenantConfigErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.retryable = retryable;
  }

  /** Recognises the error also where another copy of this package threw it and `instanceof` fails. */
  static isInstance(error: unknown): error is TenantConfigError {
    return typeof error === 'object' && error !== null && mark in error;
  }
}

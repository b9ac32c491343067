/** An error of the operating system, which says by its `code` what it is: `ENOENT`, `EEXIST`, … */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** The code of a system error; null for every other. */
export const systemCodeOf = (error: unknown): string | null => (isSystemError(error) ? error.code : null);

/** Whether the disk, or one's share of it, is full. */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(systemCodeOf(error) ?? '');

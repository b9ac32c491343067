/** `npm run test:full`: what takes long is tried too. */
export const isFullRun = (): boolean =>
  !['', '0', 'false'].includes(process.env.ACT_TEST_FULL?.trim().toLowerCase() ?? '');

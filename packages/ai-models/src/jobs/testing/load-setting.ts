/** `npm run test:full`: what takes long is tried too. */
export const isFullRun = (): boolean => Boolean(process.env.ACT_TEST_FULL);

/** Whether the long tests run too. */
export const isFullRun = (): boolean => Boolean(process.env.ACT_TEST_FULL);

export { type SignTokenOptions, signToken } from '../access/sign-token.ts';
export { connect } from '../database/connection.ts';
export type { DatabaseAddress } from '../database/database-address.ts';
export { demoPeople } from '../database/demo-people.ts';
export { getTestCluster } from './shared-cluster.ts';
export { type Actor, type StartStackOptions, startStack, type TestStack } from './start-stack.ts';
export { type TestCluster, templateDatabase } from './test-cluster.ts';

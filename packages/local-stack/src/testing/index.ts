export { connect } from '../database/connection.ts';
export { demoPeople } from '../database/demo-people.ts';
export { type Actor, type StartStackOptions, startStack, type TestStack } from './start-stack.ts';

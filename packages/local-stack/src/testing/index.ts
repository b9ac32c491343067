export { demoPeople } from '../database/demo-people.ts';
export { type Actor, type StartStackOptions, startStack, type TestStack } from './start-stack.ts';

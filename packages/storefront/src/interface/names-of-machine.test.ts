import { expect, it } from 'vitest';
import { namesOfMachine } from './names-of-machine.ts';

it.each([
  ['http://localhost:54330', ['http://127.0.0.1:54330', 'http://[::1]:54330']],
  ['http://127.0.0.1:3000/', ['http://localhost:3000', 'http://[::1]:3000']],
  ['http://localhost', ['http://127.0.0.1', 'http://[::1]']],
  ['https://studio.example.com', []],
  ['https://localhost.example.com', []],
])('finds %s as %j too', (url, others) => {
  expect(namesOfMachine(url)).toEqual(others);
});

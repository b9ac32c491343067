import { writeFile } from 'node:fs/promises';
import { startStack } from '@act/local-stack/testing';
import { describeDatabase, typesFile } from './describe-database.ts';

await using stack = await startStack();
await writeFile(typesFile, await describeDatabase(stack));
console.log('database.types.ts says what the migrations make.');

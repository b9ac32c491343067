import { expect, it } from 'vitest';
import { perRowCalls } from './lints.ts';

it.each([
  ['(user_id = auth.uid())', ['auth.uid()']],
  ['(user_id = ( SELECT auth.uid() AS uid))', []],
  ["(brand_id = ( SELECT (auth.jwt() ->> 'brand_id'::text)))", []],
  ["(brand_id = (auth.jwt() ->> 'brand_id'::text))", ['auth.jwt()']],
  ['(brand_id = private.system_brand_id())', ['private.system_brand_id(']],
  ['(brand_id = ( SELECT private.system_brand_id() AS system_brand_id))', []],
  ["(brand_id = ANY (ARRAY( SELECT private.my_brand_ids('member'::text) AS my_brand_ids)))", []],
  ['((( SELECT auth.uid() AS uid) = user_id) OR (owner = auth.uid()))', ['auth.uid()']],
])('finds what %s asks for every row', (expression, calls) => {
  expect(perRowCalls(expression)).toEqual(calls);
});

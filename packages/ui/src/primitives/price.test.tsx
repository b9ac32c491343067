import { NextIntlClientProvider } from 'next-intl';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { english } from '../messages/en.ts';
import { russian } from '../messages/ru.ts';
import { Price } from './price.tsx';
import { World } from './world.tsx';

const messages = { en: english, ru: russian };

it.each([
  ['en', true, '$0.12 (simulated)'],
  ['en', false, '$0.12'],
  ['ru', true, '0,12 $ (симуляция)'],
] as const)('in %s, where it is simulated: %s, writes %s', (language, isSimulated, expected) => {
  const page = renderToString(
    <NextIntlClientProvider locale={language} messages={messages[language]} timeZone="UTC">
      <World isSimulated={isSimulated}>
        <Price amountUsd={0.12} />
      </World>
    </NextIntlClientProvider>,
  );
  expect(page.replace(/<[^>]+>/g, '').replace(/\s/g, ' ')).toBe(expected);
});

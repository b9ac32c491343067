import { type BrandRole, parseBrandSettings } from '@act/tenant-config';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Lora } from '../api/lora-answers.ts';
import { english } from '../messages/en.ts';
import { Studio } from '../screens/studio.tsx';
import { sampleLora } from '../testing/samples.ts';
import { type SharingAct, sharingActOf } from './lora.ts';
import { LoraCard } from './lora-card.tsx';
import { SharingSection } from './sharing-section.tsx';
import { useSharingLines } from './use-sharing-lines.ts';

const { training } = parseBrandSettings({}, { brandId: 'acme' });

const render = (part: ReactNode, role: BrandRole = 'member') =>
  renderToString(
    <NextIntlClientProvider locale="en" messages={english} timeZone="UTC">
      <Studio
        brand={{ id: 'acme', name: 'Acme', role, training }}
        personId="somebody"
        getAccessToken={async () => ''}
      >
        {part}
      </Studio>
    </NextIntlClientProvider>,
  );

const mine = (sharing: Lora['sharing'], changes: Partial<Lora> = {}) =>
  sampleLora('signs', { sharing, ...changes });
const others = sampleLora('signs', { sharing: 'shared', is_others: true });

it.each([
  ['shares one’s own where the brand does', mine(null), 'member', true, 'share'],
  ['shares nothing where the brand does not', mine(null), 'member', false, null],
  ['shares nothing that is still trained', mine(null, { status: 'training' }), 'member', true, null],
  ['takes back what is shared', mine('shared'), 'member', true, 'withdraw'],
  ['takes it back where the brand shares nothing any more', mine('shared'), 'member', false, 'withdraw'],
  ['calls off what is being shared', mine('sharing'), 'member', false, 'withdraw'],
  ['shares again what is being taken back', mine('withdrawing'), 'member', true, 'share'],
  ['waits for what is being taken back', mine('withdrawing'), 'member', false, null],
  ['leaves a colleague’s to the colleague', others, 'member', true, null],
  ['lets an admin take back a colleague’s', others, 'admin', false, 'withdraw'],
  ['lets those who only look share nothing', mine(null), 'viewer', true, null],
  ['gives them back what is theirs', mine('shared'), 'viewer', true, 'withdraw'],
] as const)('%s', (_, lora, role, canShare, expected) => {
  const act = sharingActOf(lora, { role, canShare });
  expect(act).toBe(expected);
  const offered = {
    share: 'Share with the brand',
    withdraw: 'Make private again',
  };
  const section = render(<SharingSection lora={lora} act={act} />, role);
  for (const [one, label] of Object.entries(offered)) expect(section.includes(label)).toBe(one === expected);
  const card = render(
    <LoraCard
      lora={lora}
      cover={[]}
      canChange={role !== 'viewer'}
      sharingAct={act}
      onOpen={() => undefined}
      onRestore={() => undefined}
    />,
    role,
  );
  expect(card.includes('Actions for signs')).toBe(expected !== null);
});

function Question({ lora, act }: { readonly lora: Lora; readonly act: SharingAct }) {
  return useSharingLines(lora, act).join(' ');
}

it('says before sharing what others see, what they never see, and what stays theirs', () => {
  const question = render(<Question lora={mine(null)} act="share" />);
  expect(question).toContain('the name it has now, “signs”, its description, type, trigger word and samples');
  expect(question).toContain(
    'Nobody else sees the references it learned from, their captions, its settings or log.',
  );
  expect(question).toContain('what others finished with it stays theirs');
});

it('tells an admin that a colleague’s becomes its owner’s alone', () => {
  expect(render(<Question lora={others} act="withdraw" />, 'admin')).toContain(
    'A colleague shares it. It becomes private to its owner again',
  );
  expect(render(<Question lora={mine('shared')} act="withdraw" />)).not.toContain('colleague');
});

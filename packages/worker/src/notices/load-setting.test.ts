import { expect, it } from 'vitest';
import { readNoticeSettings } from './load-setting.ts';

const keys = { ACT_VAPID_PUBLIC_KEY: 'B'.repeat(87), ACT_VAPID_PRIVATE_KEY: 'A'.repeat(43) };
const mail = { ACT_SMTP_URL: 'smtps://user:secret@mail.example.com', ACT_MAIL_FROM: 'notices@act.example' };

it('reads how notices leave, and takes what is not set up for none', () => {
  expect(readNoticeSettings({})).toMatchObject({ mail: null, push: null });
  expect(readNoticeSettings({ ...mail, ...keys, ACT_SITE_URL: 'https://studio.example' })).toEqual({
    mail: { url: mail.ACT_SMTP_URL, from: mail.ACT_MAIL_FROM },
    push: {
      publicKey: keys.ACT_VAPID_PUBLIC_KEY,
      privateKey: keys.ACT_VAPID_PRIVATE_KEY,
      subject: 'mailto:notices@act.example',
    },
    siteUrl: 'https://studio.example',
    brandSites: {},
    loopbackWebhooks: false,
  });
});

it.each([
  ['http://127.0.0.1:54321', true],
  ['https://project.supabase.co', false],
  [undefined, false],
])('calls webhooks on this machine only where the project is on it: %s', (url, isAllowed) => {
  const read = () => readNoticeSettings({ ACT_LOOPBACK_WEBHOOKS: 'on', SUPABASE_URL: url });
  if (isAllowed) expect(read().loopbackWebhooks).toBe(true);
  else expect(read).toThrow('ACT_LOOPBACK_WEBHOOKS');
});

it.each([
  ['ACT_MAIL_FROM', { ACT_SMTP_URL: mail.ACT_SMTP_URL }],
  ['ACT_MAIL_FROM', { ...mail, ACT_MAIL_FROM: 'Evil <a@b.example>, c@d.example' }],
  ['ACT_SMTP_URL', { ...mail, ACT_SMTP_URL: 'secret' }],
  ['ACT_SMTP_URL', { ...mail, ACT_SMTP_URL: 'http://worker:secret@mail.example.com/outbox' }],
  ['ACT_VAPID_PUBLIC_KEY', { ...mail, ACT_VAPID_PRIVATE_KEY: keys.ACT_VAPID_PRIVATE_KEY }],
  ['ACT_VAPID_PRIVATE_KEY', { ...mail, ...keys, ACT_VAPID_PRIVATE_KEY: 'secret' }],
  ['ACT_VAPID_SUBJECT', keys],
  ['ACT_BRAND_SITES', { ACT_BRAND_SITES: 'acme=https://studio.acme.example' }],
  ['ACT_BRAND_SITES', { ACT_BRAND_SITES: '{"acme": "javascript:alert(1)"}' }],
])('names %s where it is missing or wrong, and no secret', (variable, settings) => {
  expect(() => readNoticeSettings(settings)).toThrow(variable);
  expect(() => readNoticeSettings(settings)).not.toThrow('secret');
});

import { fileURLToPath } from 'node:url';

const fileOf = (name: string) => fileURLToPath(new URL(`./mails/${name}.html`, import.meta.url));

/**
 * The mails about accounts, in our words, as a hosted project's templates would be. Each is in both languages: who writes
 * it does not know which one a person reads.
 */
export const accountMails = {
  confirmation: { subject: 'Your account · Ваш аккаунт', content_path: fileOf('sign-up') },
  magic_link: { subject: 'Your sign-in link · Ссылка для входа', content_path: fileOf('sign-in') },
  recovery: { subject: 'A new password · Новый пароль', content_path: fileOf('recovery') },
};

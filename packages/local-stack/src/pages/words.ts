const en = {
  title: 'ACT, embedded',
  lead: 'The whole backend runs on this machine. Nothing here leaves it.',
  addresses: 'Addresses',
  storefront: 'Storefront',
  api: 'Supabase API',
  key: 'Publishable key',
  interface: 'HTTP interface',
  engine: 'Engine, and how it is',
  outbox: 'Outbox',
  outboxLead: 'Mail that would have been sent. It stays here.',
  outboxEmpty: 'No mail yet. A password reset or a sign-in link will show up here.',
  providers: 'Vendors, simulated',
  providersLead: 'They answer as the real ones would, and cost nothing. Their runs go on after a restart.',
  simulated: 'simulated',
  vendorKey: 'key',
  people: 'People to sign in as',
  password: 'All of them with the password',
  noBrand: 'no brand yet',
  roles: { admin: 'admin', member: 'member', viewer: 'viewer' },
  to: 'To',
  sent: 'Sent',
  noSubject: 'No subject',
  back: 'All mail',
  home: 'Overview',
  missing: 'This mail is not here (any more).',
};

export type Words = typeof en;

const ru: Words = {
  title: 'ACT, встроенный режим',
  lead: 'Весь бэкенд работает на этой машине. Ничто отсюда не уходит.',
  addresses: 'Адреса',
  storefront: 'Витрина',
  api: 'Supabase API',
  key: 'Публичный ключ',
  interface: 'HTTP-интерфейс',
  engine: 'Движок и его состояние',
  outbox: 'Исходящая почта',
  outboxLead: 'Письма, которые были бы отправлены. Они остаются здесь.',
  outboxEmpty: 'Писем пока нет. Здесь появятся ссылки для входа и сброса пароля.',
  providers: 'Провайдеры, имитация',
  providersLead: 'Отвечают как настоящие, но ничего не стоят. Их задания продолжаются после перезапуска.',
  simulated: 'имитация',
  vendorKey: 'ключ',
  people: 'Под кем можно войти',
  password: 'Пароль у всех один:',
  noBrand: 'пока без бренда',
  roles: { admin: 'администратор', member: 'участник', viewer: 'наблюдатель' },
  to: 'Кому',
  sent: 'Отправлено',
  noSubject: 'Без темы',
  back: 'Вся почта',
  home: 'Обзор',
  missing: 'Этого письма здесь нет (или уже нет).',
};

export type Language = 'en' | 'ru';
export const words: Record<Language, Words> = { en, ru };

/** The first language of the browser's list that we speak. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  for (const tag of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const language = tag.trim().slice(0, 2);
    if (language === 'ru' || language === 'en') return language;
  }
  return 'en';
}

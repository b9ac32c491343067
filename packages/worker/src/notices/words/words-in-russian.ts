import { countWords, toDollars } from './count-words.ts';
import { type FailureGroup, toFailureGroup } from './failure-group.ts';
import type { LanguageWords, WordsByKind } from './language-words.ts';
import { toPlainName } from './plain-name.ts';

const count = (amount: number, one: string, few: string, many: string) =>
  countWords('ru', amount, { one, few, many, other: few });
const named = (name: string | undefined) => (name === undefined ? 'модель' : `«${toPlainName(name)}»`);

const causes: Readonly<Record<FailureGroup, string>> = {
  'took too long': 'Обучение длилось дольше допустимого и было остановлено.',
  'not sent twice': 'Неизвестно, началась ли работа, поэтому второй раз мы её не запускали.',
  pictures: 'Часть изображений не подошла. Просмотрите их, прежде чем пробовать снова.',
  content: 'Поставщик не допускает такой запрос. Измените слова или изображения и попробуйте снова.',
  operator: 'Неполадка на нашей стороне, и повтор пока не поможет. Мы о ней тоже знаем.',
  later: 'По пути произошёл сбой, вы ни при чём.',
};
const causesOfGenerations: typeof causes = {
  ...causes,
  'took too long': 'Работа длилась дольше допустимого и была остановлена.',
};

const kinds: WordsByKind = {
  'training.completed': ({ name, modelId, pictures = 1 }) => ({
    subject: `Обучение завершено: ${named(name)}`,
    title: 'Обучение завершено',
    paragraphs: [
      `${count(
        pictures,
        'Использовано {n} изображение',
        'Использовано {n} изображения',
        'Использовано {n} изображений',
      )}, модель сохранена${modelId === undefined ? '' : ` как ${modelId}`}.`,
      'Откройте её, чтобы посмотреть на результат и создать изображения.',
    ],
    action: 'Открыть обучение',
  }),
  'training.failed': ({ name, errorCode }) => ({
    subject: `Обучение не удалось: ${named(name)}`,
    title: 'Обучение не удалось',
    paragraphs: [
      causes[toFailureGroup(errorCode)],
      'Изображения и настройки сохранены. Откройте обучение, чтобы повторить его с теми же настройками.',
    ],
    action: 'Открыть обучение',
  }),
  'training.cancelled': ({ name }) => ({
    subject: `Обучение отменено: ${named(name)}`,
    title: 'Обучение отменено',
    paragraphs: ['Оно остановлено до завершения. Изображения и настройки сохранены.'],
    action: 'Открыть обучение',
  }),
  'generation.completed': ({ pictures = 1 }) => {
    const ready = count(
      pictures,
      'Готово {n} изображение',
      'Готовы {n} изображения',
      'Готовы {n} изображений',
    );
    return {
      subject: ready,
      title: ready,
      paragraphs: ['Посмотрите результат в галерее.'],
      action: 'Открыть галерею',
    };
  },
  'generation.failed': ({ pictures = 1, errorCode }) => ({
    subject: count(
      pictures,
      'Не удалось создать {n} изображение',
      'Не удалось создать {n} изображения',
      'Не удалось создать {n} изображений',
    ),
    title: 'Не удалось создать изображения',
    paragraphs: [
      causesOfGenerations[toFailureGroup(errorCode)],
      'Ваш запрос сохранён. Откройте его, чтобы попробовать снова.',
    ],
    action: 'Открыть галерею',
  }),
  'pictures.rejected': ({ pictures = 1, names = [] }) => ({
    subject: count(
      pictures,
      '{n} изображение не подходит',
      '{n} изображения не подходят',
      '{n} изображений не подходят',
    ),
    title: 'Часть изображений не подходит',
    paragraphs: [
      list(names, pictures),
      'Причина указана у каждого из них. Остальные участвуют в обучении без них.',
    ].filter((text) => text !== ''),
    action: 'Открыть изображения',
  }),
  'sharing.ended': ({ name }) => ({
    subject: `Снова только у вас: ${named(name)}`,
    title: 'Общая модель снова только у вас',
    paragraphs: [
      'Администратор бренда закрыл к ней доступ для остальных. Она по-прежнему ваша: видите и используете её теперь только вы.',
      'Что другие с ней создали, остаётся у них.',
    ],
    action: 'Открыть обучение',
  }),
  'budget.low': ({ spentUsd = 0, budgetUsd = 0 }) => ({
    subject: 'Бюджет этого месяца почти израсходован',
    title: 'Бюджет на исходе',
    paragraphs: [
      `Из ${toDollars('ru', budgetUsd)} на этот месяц израсходовано или обещано ${toDollars('ru', spentUsd)}.`,
      'Когда он закончится, новое нельзя будет начать до следующего месяца или пока администратор его не увеличит.',
    ],
    action: 'Открыть настройки',
  }),
  'webhook.disabled': ({ host = '', reason }) => ({
    subject: `Вебхук ${toPlainName(host)} отключён`,
    title: 'Вебхук отключён',
    paragraphs: [
      reason === 'gone'
        ? 'Он ответил, что его больше нет (410).'
        : 'Три уведомления подряд не удалось доставить, хотя каждое отправляли около суток.',
      'Мы ничего ему не отправим, пока администратор не включит его снова.',
    ],
    action: 'Открыть вебхуки',
  }),
};

function list(names: readonly string[], amount: number): string {
  if (names.length === 0) return '';
  const more = amount - names.length;
  const shown = names.map(toPlainName).join(', ');
  return more > 0 ? `${shown} и ещё ${more}.` : `${shown}.`;
}

export const wordsInRussian: LanguageWords = {
  frame: {
    reason: (brand) =>
      `Вы получили это письмо, потому что работаете с ${brand} и выбрали уведомления по почте.`,
    preferences: 'Выбрать, о чём сообщать',
    unsubscribe: 'Отписаться от всех писем',
    link: (action) => `${action}:`,
  },
  tell: ({ kind, facts }) => kinds[kind]?.(facts) ?? null,
};

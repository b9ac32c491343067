import { useLocale } from 'next-intl';
import type { Notice } from '../../api/answers.ts';
import { formatMoney } from '../../format/money.ts';
import { useWords } from '../../messages/use-words.ts';
import { usePrice } from '../../primitives/price.tsx';
import { toFailureCause } from './failure-cause.ts';
import { namesOf, numberOf, textOf } from './notice-facts.ts';

interface NoticeWords {
  readonly title: string;
  readonly line: string;
}

/** What a notice says, in the language of the page. */
export const useNoticeWords = () => {
  const [words, causes] = [useWords('activity.kinds'), useWords('activity.causes')];
  const [language, price] = [useLocale(), usePrice()];
  return ({ kind, facts }: Notice): NoticeWords => {
    const name = textOf(facts, 'name') || textOf(facts, 'modelId');
    const count = Math.max(1, numberOf(facts, 'pictures'));
    const cause = () => causes(toFailureCause(textOf(facts, 'errorCode')));
    switch (kind) {
      case 'training.completed':
        return {
          title: words('trained', { name }),
          line: words('trainedLine', { model: textOf(facts, 'modelId') || name }),
        };
      case 'training.failed':
        return { title: words('notTrained', { name }), line: cause() };
      case 'training.cancelled':
        return { title: words('cancelled', { name }), line: words('cancelledLine') };
      case 'generation.completed':
        return { title: words('made', { count }), line: words('madeLine') };
      case 'generation.failed':
        return { title: words('notMade', { count }), line: cause() };
      case 'pictures.rejected':
        return {
          title: words('rejected', { count }),
          line: namesOf(facts).slice(0, 3).join(', ') || words('rejectedLine'),
        };
      case 'sharing.ended':
        return { title: words('unshared', { name }), line: words('unsharedLine') };
      case 'budget.low':
        return {
          title: words('budget'),
          line: words('budgetLine', {
            spent: price(numberOf(facts, 'spentUsd')),
            budget: formatMoney(language, numberOf(facts, 'budgetUsd')),
          }),
        };
      case 'webhook.disabled':
        return {
          title: words('webhook', { host: textOf(facts, 'host') }),
          line: words(textOf(facts, 'reason') === 'gone' ? 'webhookGone' : 'webhookFailing'),
        };
    }
  };
};

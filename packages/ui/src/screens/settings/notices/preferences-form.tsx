'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { NoticeKind } from '../../../api/answers.ts';
import type { NoticePreferences } from '../../../api/settings-answers.ts';
import type { NoticeWish } from '../../../api/settings-wishes.ts';
import { useWords } from '../../../messages/use-words.ts';
import { Checkbox } from '../../../primitives/checkbox.tsx';
import { notify } from '../../../primitives/notify.ts';
import { Select } from '../../../primitives/select.tsx';
import { Switch } from '../../../primitives/switch.tsx';
import { ScreenError } from '../../screen-error.tsx';
import { useStudio } from '../../studio.tsx';
import { SettingsGroup } from '../settings-group.tsx';
import { useSettingsApi } from '../use-settings-api.ts';
import { concerns, noticeKinds, toggleKind } from './notice-choices.ts';

const ways = ['email', 'push'] as const;
/** In the places of what is still to come, so that nothing moves when it does. */
const notYet = { email: [], push: [], othersFailures: false, language: null } satisfies NoticePreferences;

/** What comes by mail and what is shown in browsers; each change is kept at once. */
export function PreferencesForm() {
  const [words, kinds] = [useWords('settings.notices'), useWords('settings.notices.kinds')];
  const { brand } = useStudio();
  const api = useSettingsApi();
  const client = useQueryClient();
  const key = [brand.id, 'preferences'];
  const query = useQuery({ queryKey: key, queryFn: ({ signal }) => api.notices.preferences(signal) });
  const prefer = async (wish: NoticeWish) => {
    const before = client.getQueryData<NoticePreferences>(key);
    client.setQueryData<NoticePreferences>(key, (now) => now && ({ ...now, ...wish } as NoticePreferences));
    try {
      client.setQueryData(key, await api.notices.prefer(wish));
    } catch {
      client.setQueryData(key, before);
      notify('error', words('notKept'));
    }
  };
  if (query.isError && !query.data) {
    return (
      <ScreenError title={words('notLoaded')} error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  const preferences = query.data ?? notYet;
  const shown = noticeKinds.filter((kind) => concerns(kind, brand));
  return (
    <fieldset disabled={!query.data} aria-busy={!query.data} className="contents [&>section]:border-b">
      <SettingsGroup title={words('what')} line={words('whatLine')}>
        <table className="w-full max-w-xl text-left">
          <thead>
            <tr className="text-muted text-xs">
              <th scope="col" className="pb-2 font-medium">
                {words('event')}
              </th>
              {ways.map((way) => (
                <th key={way} scope="col" className="w-24 pb-2 text-center font-medium">
                  {words(way)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((kind) => (
              <tr key={kind} className="border-line not-last:border-b">
                <th scope="row" className="py-1.5 pr-3 font-normal">
                  {kinds(toWord(kind))}
                </th>
                {ways.map((way) => (
                  <td key={way} className="py-1.5 text-center">
                    <Checkbox
                      label={`${kinds(toWord(kind))}: ${words(way)}`}
                      isLabelHidden
                      className="align-middle"
                      checked={preferences[way].includes(kind)}
                      onChange={({ target }) =>
                        void prefer({ [way]: toggleKind(preferences[way], kind, target.checked) })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {brand.role === 'admin' && (
          <div className="max-w-xl">
            <Switch
              label={words('others')}
              hint={words('othersHint')}
              isOn={preferences.othersFailures}
              onToggle={(othersFailures) => void prefer({ othersFailures })}
            />
          </div>
        )}
      </SettingsGroup>
      <SettingsGroup title={words('mailLanguage')} line={words('mailLanguageLine')}>
        <Select
          aria-label={words('mailLanguage')}
          className="max-w-56"
          value={preferences.language ?? 'brand'}
          options={[
            { value: 'brand', label: words('asBrand') },
            { value: 'en', label: 'English' },
            { value: 'ru', label: 'Русский' },
          ]}
          onChoose={(language) => void prefer({ language: language === 'brand' ? null : language })}
        />
      </SettingsGroup>
    </fieldset>
  );
}

type Word<Kind extends string> = Kind extends `${infer Start}.${infer End}`
  ? `${Start}${Capitalize<End>}`
  : never;

/** `training.completed` is `trainingCompleted` among the words, where a dot leads into a group. */
const toWord = (kind: NoticeKind) =>
  kind.replace(/\.(\w)/, (_, letter: string) => letter.toUpperCase()) as Word<NoticeKind>;

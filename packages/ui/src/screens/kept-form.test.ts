import { expect, it } from 'vitest';
import { forgetForm, forgetForms, forgetFormsOfOthers, keepForm, readKeptForm } from './kept-form.ts';

const annsPrompt = { personId: 'ann', brandId: 'acmecompany', form: 'generate' };
const bobsPrompt = { ...annsPrompt, personId: 'bob' };

/** What a tab keeps. */
function openTab(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

it('gives a form back to whoever filled it in, and to nobody else', () => {
  const tab = openTab();
  keepForm(annsPrompt, { prompt: 'a private thing' }, tab);
  expect(readKeptForm(annsPrompt, tab)).toEqual({ prompt: 'a private thing' });
  expect(readKeptForm(bobsPrompt, tab)).toBeNull();
  expect(readKeptForm({ ...annsPrompt, brandId: 'techstartup' }, tab)).toBeNull();
  expect(readKeptForm({ ...annsPrompt, form: 'configure' }, tab)).toBeNull();
  forgetForm(annsPrompt, tab);
  expect(tab.length).toBe(0);
});

it('reads nothing out of what it did not write', () => {
  const tab = openTab();
  for (const text of ['{', 'null', '{"value":1}', '{"personId":"ann"}', '[]']) {
    tab.setItem('act.form:generate:acmecompany', text);
    expect(readKeptForm(annsPrompt, tab)).toBeNull();
  }
});

it('lets go of what others left, in every brand, and of nothing else', () => {
  const tab = openTab();
  keepForm(annsPrompt, 'hers', tab);
  keepForm({ ...annsPrompt, brandId: 'techstartup', form: 'rights' }, true, tab);
  keepForm({ ...bobsPrompt, form: 'configure' }, 'his', tab);
  tab.setItem('other', 'kept');
  forgetFormsOfOthers('bob', tab);
  expect(tab.length).toBe(2);
  expect(readKeptForm({ ...bobsPrompt, form: 'configure' }, tab)).toBe('his');
  expect(tab.getItem('other')).toBe('kept');
});

it('lets go of every form where somebody leaves', () => {
  const tab = openTab();
  keepForm(annsPrompt, 'hers', tab);
  keepForm({ ...annsPrompt, form: 'rights' }, true, tab);
  tab.setItem('other', 'kept');
  forgetForms(tab);
  expect(Array.from({ length: tab.length }, (_, index) => tab.key(index))).toEqual(['other']);
});

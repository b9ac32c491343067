/** Filters as one types, opens what an address names, and lets `/` reach the search. */
export const referenceScript = `
const search = document.getElementById('search');
const found = document.getElementById('found');
const none = document.getElementById('none');
const operations = [...document.querySelectorAll('.operation')];
const filter = () => {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const one of operations) one.hidden = !words.every((word) => one.dataset.words.includes(word));
  for (const area of document.querySelectorAll('.area')) area.hidden = !area.querySelector('.operation:not([hidden])');
  const left = operations.filter((one) => !one.hidden).length;
  found.textContent = words.length === 0 ? '' : left + ' of ' + operations.length + ' routes';
  none.hidden = left > 0;
};
search.addEventListener('input', filter);
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === search) return;
  event.preventDefault();
  search.focus();
});
const open = () => {
  const meant = location.hash && document.getElementById(location.hash.slice(1));
  if (meant && meant.matches('.operation')) meant.open = true;
};
addEventListener('hashchange', open);
open();
`;

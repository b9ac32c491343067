/** Money as a person of this language writes it; small sums keep the digits that make them differ. */
export const formatMoney = (language: string, amountUsd: number): string => {
  const isTiny = amountUsd !== 0 && Math.abs(amountUsd) < 0.1;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: isTiny ? 4 : 2,
  }).format(amountUsd);
};

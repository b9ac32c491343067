import dynamic from 'next/dynamic';

/** The question, loaded once somebody is asked it. */
export const LazySharingQuestion = dynamic(() =>
  import('./sharing-question.tsx').then((module) => module.SharingQuestion),
);

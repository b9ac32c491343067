import { redirect } from 'next/navigation';

/** Where notices and mails lead in other storefronts: here a training is a LoRA, and begins in a dialog. */
export default async function TrainingPage({ params, searchParams }: PageProps<'/training/[step]'>) {
  const [{ step }, { job }] = await Promise.all([params, searchParams]);
  if (step === 'monitor' && typeof job === 'string') redirect(`/lora?id=${encodeURIComponent(job)}`);
  redirect(step === 'upload' || step === 'configure' ? '/lora?open=create' : '/lora');
}

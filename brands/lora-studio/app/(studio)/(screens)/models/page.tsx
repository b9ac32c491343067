import { redirect } from 'next/navigation';

/** A model is a LoRA here. */
export default function ModelsPage() {
  redirect('/lora');
}

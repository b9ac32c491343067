import { serve } from '../_shared/serve.ts';

serve('start-ai-training');

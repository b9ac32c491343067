import { serve } from '../_shared/serve.ts';

serve('replicate-training');

import { serve } from '../_shared/serve.ts';

serve('check-training-status');

import { serve } from '../_shared/serve.ts';

serve('upload-training-photos');

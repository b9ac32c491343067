// What an n8n Code node does when pictures have come in: asks for a training where enough of them are new. It is signed in
// as a robot, which is a person with a membership like any other; the engine does the work.
const { AiModelsError, configureAiModels, startTraining } = require('@act/ai-models');
const { loadStack } = require('./load-setting.ts');

async function main() {
  const { url, publishableKey, people } = await loadStack();
  const robot = people.find(({ email }) => email === 'member@creativetechnologists.test');
  configureAiModels({ supabase: { url, publishableKey }, access: robot });

  try {
    const job = await startTraining({ brandId: 'creativetechnologists', autoDetectFromAssets: true });
    console.log(
      `Training ${job.id} is asked for, with ${job.trainingAssetIds.length} pictures: ${job.status}.`,
    );
    console.log(
      'It waits for the engine, which comes as @act/worker. Until then a system client takes it forward with ' +
        `syncTrainingJob: npm run example -- ${job.id}`,
    );
  } catch (error) {
    // As often as not there is nothing to do; that is no failure of the flow.
    if (!AiModelsError.isInstance(error) || error.code !== 'too_few_new_images') throw error;
    console.log(`No training (${error.code}): ${error.message}`);
  }
}

main().catch((error) => {
  console.error(error.message, error.hint ?? '');
  process.exitCode = 1;
});

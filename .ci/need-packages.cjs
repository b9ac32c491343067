// Loaded before every command of the root: when an install has failed, pnpm only warns and runs the script all the
// same, on whatever Node the machine has, which would stumble over the first type.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    '\nThe packages of this project could not be installed; the lines above say why (most often there is no network ' +
      'or no room on the disk). Mend that and run the same command again.',
  );
  process.exit(1);
}

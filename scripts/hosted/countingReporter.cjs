// Mocha's own report, followed by a line that scripts/test.mjs reads the counts from.
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      console.log(`counts: ${passes} passed, ${failures} failed, ${pending} skipped`);
    });
  }
};

/** How many tests, or checks, ended how. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of a vitest JSON report that is read here. */
interface VitestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/**
 * Counts one vitest report. What failed outside of a test is in `problems` and counts as failed too; `failures` tells each
 * failed test with the first line of why.
 */
export function countReport(report: VitestReport): {
  counts: TestCounts;
  problems: string[];
  failures: string[];
} {
  const failures = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0])}`),
  );
  const problems = report.testResults
    .filter(
      (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
    )
    .map((file) => `${file.name} failed outside of its tests: ${file.message || 'no message'}`);
  if (!report.success && report.numFailedTests + problems.length === 0) {
    problems.push('The suite failed, but none of its tests did: an error outside of them, see above.');
  }
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + problems.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return { counts, problems, failures };
}

function firstLine(message = 'no message'): string {
  return message.split('\n', 1)[0] ?? message;
}

/** The sum of all counts. */
export function addCounts(all: TestCounts[]): TestCounts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return total;
}

/** The last line of a test run; other programs read it. */
export function formatCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

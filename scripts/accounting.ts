import { spawnSync } from 'node:child_process';
import { canInstallPackages, installPackages } from './debian.ts';

/** Programs for plain-text accounting that the exported journals are checked with, and their Debian packages. */
const programs = { hledger: 'hledger', ledger: 'ledger', 'bean-check': 'beancount', 'bean-query': 'beancount' };

const missing = () =>
  Object.entries(programs).filter(([program]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error);

/**
 * Provides the accounting programs: installs them on Debian when root.
 * @returns the packages that are still missing; none if all is well
 * @throws Error where something is missing in CI, because nothing would be checked there
 */
export function provideAccountingPrograms(): string[] {
  const packages = () => [...new Set(missing().map(([, name]) => name))];
  if (packages().length > 0 && canInstallPackages()) installPackages(packages());
  const lacking = packages();
  if (lacking.length > 0 && process.env.CI) throw new Error(`These packages are needed: ${lacking.join(', ')}`);
  return lacking;
}

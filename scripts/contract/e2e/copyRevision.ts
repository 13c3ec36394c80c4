import {execFileSync} from 'node:child_process'

/** What the specs and their studio need of the monorepo. */
const paths = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'e2e',
  'dev/studio-e2e-testing',
  'dev/test-studio',
  'packages/@repo/utils',
] as const

/** Copies the e2e suite of a revision into a folder. The checkout itself stays unchanged. */
export function copyRevision(checkout: string, revision: string, folder: string): void {
  const maxBuffer = 1024 ** 3
  const archive = execFileSync('git', ['-C', checkout, 'archive', revision, ...paths], {maxBuffer})
  execFileSync('tar', ['-x', '-C', folder], {input: archive})
}

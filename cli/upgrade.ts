import pLimit from 'p-limit'

import {print, printError, type Shell} from './shell.ts'
import {comparePackages, type Upgrade} from './upgrade/comparePackages.ts'
import {npmView, type Published, type ViewPackage} from './upgrade/npmView.ts'
import {isOurs, type ListedPackage, readPackages} from './upgrade/readPackages.ts'
import {upgradeContent} from './upgrade/upgradeContent.ts'

export interface UpgradeRequest {
  /** Whether to write the changes of the content without a question. */
  yes: boolean
  /** `YYYY-MM-DD` */
  today: string
}

/**
 * Runs `touchpoints upgrade`. It changes content only. Packages are npm's, which keeps package.json, lock file and
 * peers consistent.
 *
 * @param view - looks up the newest version of a package. Defaults to npm.
 */
export async function upgrade(
  {yes, today}: UpgradeRequest,
  shell: Shell,
  view: ViewPackage = npmView(shell.folder),
): Promise<void> {
  const packages = readPackages(shell.folder)
  await reportPackages(packages, view, shell)
  print(shell, '')
  const question = 'Write these changes? A backup of the Content Lake is made first.'
  const confirm = async () => yes || ((await shell.confirm?.(question)) ?? false)
  await upgradeContent({today, confirm}, shell)
}

async function reportPackages(
  packages: readonly ListedPackage[],
  view: ViewPackage,
  shell: Shell,
): Promise<void> {
  const listed = packages.filter(({name}) => isOurs(name))
  const ours = listed.filter(({range}) => !isFile(range))
  if (listed.length > ours.length) print(shell, fromFiles(listed.length - ours.length))
  if (listed.length > 0 && ours.length === 0) return
  if (ours.length === 0) {
    return print(
      shell,
      'This project lists no package of touchpoints, so no versions are compared.',
    )
  }
  const newest = new Map<string, Published>()
  const problems: string[] = []
  const unknown: string[] = []
  const atOnce = pLimit(3)
  const results = await Promise.all(
    ours.map(({name}) => atOnce(async () => ({name, result: await view(name)}))),
  )
  for (const {name, result} of results) {
    if (result.kind === 'found') newest.set(name, result.published)
    if (result.kind === 'unknown') unknown.push(name)
    if (result.kind === 'unreachable') {
      problems.push(
        `${name} could not be compared, because npm has no connection (${result.reason}).`,
      )
    }
  }
  if (unknown.length > 0) {
    const are = unknown.length === 1 ? 'is' : 'are'
    problems.push(`${unknown.join(', ')} ${are} not in the registry. ${installFiles}`)
  }
  for (const problem of problems) printError(shell, problem)
  const upgrades = comparePackages(packages, newest)
  for (const each of upgrades) print(shell, describe(each))
  if (upgrades.length > 0) {
    const list = upgrades.map(({name, to}) => `${name}@${quoted(to)}`).join(' ')
    print(shell, `To install them: npm install ${list}`)
    print(shell, 'Then run `npx touchpoints upgrade` again: their version moves the content.')
  } else if (newest.size > 0) {
    print(shell, `Packages: up to date (${newest.size} compared).`)
  }
}

const installFiles =
  'To upgrade packages that come as files, install the new files: npm install FOLDER/*.tgz'

function fromFiles(count: number): string {
  const packages =
    count === 1 ? '1 package of touchpoints comes' : `${count} packages of touchpoints come`
  return `${packages} from files, and no registry has their versions. ${installFiles}`
}

/** A tarball or a folder, as npm writes it to package.json. */
function isFile(range: string): boolean {
  return /^(?:file|link):|^[./~]|\.tgz$/.test(range)
}

function describe({name, to, installed = 'not installed', requiredBy}: Upgrade): string {
  return `  ${name}: ${installed} → ${to}${requiredBy ? `, required by ${requiredBy}` : ''}`
}

/** A range can have characters of the shell. */
function quoted(range: string): string {
  return /^[\w.^~-]+$/.test(range) ? range : `"${range}"`
}

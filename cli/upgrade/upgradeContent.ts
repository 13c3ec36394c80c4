import {join} from 'node:path'
import {type MigrationPlan, planMigration} from '@touchpoints/schemas/migration'
import type {StoredDocument} from '@touchpoints/schemas/rules'

import {backupFolder, makeBackup} from '../backup/makeBackup.ts'
import {fetchDocuments} from '../check/fetchDocuments.ts'
import {hasContent} from '../dev/contentFolder.ts'
import {hasProjectLake, openProjectLake} from '../dev/openProjectLake.ts'
import {readSettings} from '../dev/settings.ts'
import {applyPlan} from '../migrate/applyPlan.ts'
import {reportPlan} from '../migrate/reportPlan.ts'
import {readContentFiles} from '../save/contentFiles.ts'
import {planSave} from '../save/planSave.ts'
import {writeAll} from '../save/writeAll.ts'
import {print, printError, type Shell} from '../shell.ts'

export interface UpgradeContentOptions {
  /** `YYYY-MM-DD` */
  today: string
  /** Called when there are changes. Returns whether to write them. */
  confirm: () => Promise<boolean>
}

/**
 * Moves a project's content to the model of the installed packages: that of its Content Lake, after a backup, or of its
 * files when it has no data folder. Says first what would change.
 */
export async function upgradeContent(options: UpgradeContentOptions, shell: Shell): Promise<void> {
  const {env, folder} = shell
  const {contentFolder} = readSettings(env, folder)
  if (hasProjectLake(shell)) return upgradeLake(options, shell)
  if (hasContent({contentFolder})) return upgradeFiles(contentFolder, options, shell)
  print(shell, 'There is no Content Lake and no content, so no content was compared.')
}

async function upgradeLake({today, confirm}: UpgradeContentOptions, shell: Shell): Promise<void> {
  const lake = await openProjectLake(shell, {token: 'SANITY_API_WRITE_TOKEN', absent: 'fail'})
  try {
    const {client} = lake
    const documents = await fetchDocuments(client, 'raw')
    const plan = planMigration(documents, {today})
    if (!(await isAccepted(documents, plan, confirm, shell))) return
    const signal = shell.stopSignal()
    const log = (line: string) => printError(shell, line)
    const into = backupFolder(undefined, shell.folder)
    const {file} = await makeBackup(client, {folder: into, now: new Date(), signal, log})
    print(shell, `Backed up what is there to ${file}`)
    await applyPlan(plan, client)
    print(
      shell,
      'The content is in the current model. Run `touchpoints check`, then `touchpoints save`.',
    )
  } finally {
    await lake.close()
  }
}

async function upgradeFiles(
  contentFolder: string,
  {today, confirm}: UpgradeContentOptions,
  shell: Shell,
): Promise<void> {
  const files = await readContentFiles(contentFolder)
  const documents = files.flatMap((file) => file.documents)
  if (documents.length === 0) return
  const plan = planMigration(documents, {today})
  if (!(await isAccepted(documents, plan, confirm, shell))) return
  const {texts} = planSave({documents: plan.documents, files, wasDeleted: () => true})
  await writeAll(new Map([...texts].map(([name, text]) => [join(contentFolder, name), text])))
  print(shell, `The files in ${contentFolder} are in the current model. Run \`touchpoints check\`.`)
}

async function isAccepted(
  documents: readonly StoredDocument[],
  plan: MigrationPlan,
  confirm: () => Promise<boolean>,
  shell: Shell,
): Promise<boolean> {
  print(shell, reportPlan(documents, plan))
  if (plan.created.length + plan.patched.length === 0) return false
  if (await confirm()) return true
  print(shell, 'Nothing was written. Run `touchpoints upgrade --yes` to write these changes.')
  return false
}

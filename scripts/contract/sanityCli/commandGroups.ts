import type {CommandGroup} from './cliCommand.ts'
import {backups, datasets} from './commands/datasets.ts'
import {documents, migrations} from './commands/documents.ts'
import {cors, hooks, members, projects} from './commands/project.ts'
import {schemas} from './commands/schemas.ts'
import {blueprints, context, media, unrelated, workflows} from './commands/services.ts'
import {account, studio, tools} from './commands/studio.ts'

/** Every command of the CLI. The slow groups come first. */
export const commandGroups: readonly CommandGroup[] = [
  studio,
  datasets,
  documents,
  migrations,
  schemas,
  cors,
  hooks,
  members,
  projects,
  tools,
  account,
  backups,
  media,
  blueprints,
  workflows,
  context,
  unrelated,
]

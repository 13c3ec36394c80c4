import type {Command} from '../command.ts'
import {audit} from './audit.ts'
import {backup} from './backup.ts'
import {build} from './build.ts'
import {check} from './check.ts'
import {dev} from './dev.ts'
import {doctor} from './doctor.ts'
import {exportCommand} from './export.ts'
import {importCommand} from './import.ts'
import {init} from './init.ts'
import {lake} from './lake.ts'
import {migrate} from './migrate.ts'
import {restore} from './restore.ts'
import {save} from './save.ts'
import {upgrade} from './upgrade.ts'

/** In the order of the help. */
export const commands: readonly Command[] = [
  init,
  dev,
  lake,
  build,
  check,
  audit,
  importCommand,
  exportCommand,
  save,
  backup,
  restore,
  migrate,
  upgrade,
  doctor,
]

import {calendarTomlReader} from './calendarToml.ts'
import {icsReader} from './icsFile.ts'
import {sigsYamlReader} from './sigsYaml.ts'
import {teamTomlReader} from './teamToml.ts'

export {calendarTomlReader, icsReader, sigsYamlReader, teamTomlReader}
/** Every reader of structured files. The first one that accepts a file reads it. */
export const sourceReaders = [
  sigsYamlReader,
  calendarTomlReader,
  teamTomlReader,
  icsReader,
] as const

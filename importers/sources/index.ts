import type {SourceReader} from '../plan/sourceReader.ts'
import {calendarTomlReader} from './calendarToml.ts'
import {icsReader} from './icsFile.ts'
import {pageReader} from './pageReader.ts'
import {sigsYamlReader} from './sigsYaml.ts'
import {teamTomlReader} from './teamToml.ts'

export {calendarTomlReader, icsReader, sigsYamlReader, teamTomlReader}
/** Every reader. The first one that accepts a file reads it. */
export const sourceReaders: readonly SourceReader[] = [
  sigsYamlReader,
  calendarTomlReader,
  teamTomlReader,
  icsReader,
  pageReader,
]

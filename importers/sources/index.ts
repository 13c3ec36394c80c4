import {markdownReader} from '../markdown/markdownReader.ts'
import type {SourceReader} from '../plan/sourceReader.ts'
import {calendarTomlReader} from './calendarToml.ts'
import {icsReader} from './icsFile.ts'
import {sigsYamlReader} from './sigsYaml.ts'
import {teamTomlReader} from './teamToml.ts'

export {calendarTomlReader, icsReader, sigsYamlReader, teamTomlReader}
/** Every reader, also that of Markdown. The first one that accepts a file reads it. */
export const sourceReaders: readonly SourceReader[] = [
  sigsYamlReader,
  calendarTomlReader,
  teamTomlReader,
  icsReader,
  markdownReader,
]

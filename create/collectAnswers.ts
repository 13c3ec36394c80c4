import type {Answers} from './answers.ts'
import {characters} from './characters.ts'
import {CreateError} from './CreateError.ts'
import type {FlagValues} from './flags.ts'
import {languagesWithWords} from './languageNotice.ts'
import type {Questions} from './questions.ts'
import {
  initialsOf,
  maxShortName,
  type Reading,
  readAccent,
  readCalendars,
  readFramework,
  readName,
  readShortName,
} from './readings.ts'
import {readLanguages} from './readLanguages.ts'
import {readZone} from './readZone.ts'

export interface Surroundings {
  /** Name of the folder of the project, for the name of the community. */
  folderName: string
  /** Zone of this machine. Only offered to a person, because it is often not that of the community. */
  machineZone: string
  /** Absent without a terminal, and with `--yes`. */
  questions?: Questions | undefined
}

/** The accent color of a community that has not chosen one: blue, readable under white text. */
export const defaultAccent = '#0b57d0'

/**
 * Takes each answer from its flag, from a person, or from its default, in this order.
 *
 * @throws CreateError for a flag with an invalid value, and for a missing one without a default
 */
export async function collectAnswers(
  flags: FlagValues,
  {folderName, machineZone, questions}: Surroundings,
): Promise<Answers> {
  const given = readFlags(flags)
  const ask = <Value>(question: Question<Value>) => answer(question, questions)
  const name = await ask({
    given: given.name,
    message: 'What is the name of your community?',
    initial: titleOf(folderName),
    read: readName,
  })
  const shortName = await ask({
    given: given.shortName,
    message: 'A shorter name, for tabs and calendars',
    initial: characters(name).length <= maxShortName ? name : initialsOf(name),
    read: readShortName,
  })
  const homeZone = await ask({
    given: given.homeZone,
    message: 'Which time zone is its home?',
    // A machine without a place, such as a container, is on UTC. Few communities are.
    ...(isPlaceless(machineZone) ? {} : {initial: machineZone}),
    placeholder: 'Europe/Madrid',
    read: readZone,
    required: `--zone is missing. Add the home time zone of the community, such as --zone Europe/Madrid. This machine's is ${machineZone}.`,
  })
  const accent = await ask({
    given: given.accent,
    message: 'Accent color, for links and buttons',
    initial: defaultAccent,
    read: readAccent,
  })
  const languages = await ask({
    given: given.languages,
    message: `Languages of the site, the default one first. Its texts are in ${languagesWithWords}`,
    initial: 'en',
    read: readLanguages,
  })
  const calendars = await ask({
    given: given.calendars,
    message: 'Addresses of your calendars in iCalendar format, if you have any',
    initial: '',
    placeholder: 'https://example.org/basic.ics',
    read: readCalendars,
  })
  const importSource = await ask({
    given: flags.import,
    message: 'A repository, folder or page to import later, if you have one',
    initial: '',
    placeholder: 'https://github.com/example/community',
    read: (text) => ({value: text.trim()}),
  })
  const framework = given.framework ?? (await chooseFramework(questions))
  const answers = {name, shortName, homeZone, accent, languages, calendars, framework}
  return importSource === '' ? answers : {...answers, importSource}
}

/** Reads all flags before the first question, so that a typing mistake costs nobody their answers. */
function readFlags(flags: FlagValues) {
  return {
    name: readFlag('name', flags.name, readName),
    shortName: readFlag('short-name', flags['short-name'], readShortName),
    homeZone: readFlag('zone', flags.zone, readZone),
    accent: readFlag('accent', flags.accent, readAccent),
    languages: readFlag('languages', flags.languages, readLanguages),
    calendars: readFlag('calendar', flags.calendar?.join(' '), readCalendars),
    framework: readFlag('framework', flags.framework, readFramework),
  }
}

function readFlag<Value>(
  name: string,
  text: string | undefined,
  read: (text: string) => Reading<Value>,
): Value | undefined {
  if (text === undefined) return undefined
  const reading = read(text)
  if ('value' in reading) return reading.value
  throw new CreateError('usage', `--${name} is "${text}". ${reading.problem}`)
}

interface Question<Value> {
  given: Value | undefined
  message: string
  /** The answer of a person who types nothing, and the default where nobody is asked. */
  initial?: string
  placeholder?: string
  read: (text: string) => Reading<Value>
  /** The message where nobody is asked, for an answer without a default. */
  required?: string
}

async function answer<Value>(
  {given, message, initial, placeholder, read, required}: Question<Value>,
  questions: Questions | undefined,
): Promise<Value> {
  if (given !== undefined) return given
  if (!questions && required !== undefined) throw new CreateError('usage', required)
  const text = questions
    ? await questions.text({
        message,
        ...(initial !== undefined && {initial}),
        ...(placeholder && {placeholder}),
        read,
      })
    : (initial ?? '')
  const reading = read(text)
  if ('value' in reading) return reading.value
  throw new CreateError('usage', `"${text}" is not an answer to "${message}". ${reading.problem}`)
}

async function chooseFramework(questions: Questions | undefined) {
  if (!questions) return 'astro'
  const chosen = await questions.choose({
    message: 'Which framework has the site?',
    initial: 'astro',
    options: [
      {value: 'astro', label: 'Astro', hint: 'complete pages, which npm updates'},
      {value: 'next', label: 'Next', hint: 'a small site to build on'},
      {value: 'hugo', label: 'Hugo', hint: 'a small theme that reads the export'},
      {value: 'none', label: 'None', hint: 'only the Studio and its content'},
    ],
  })
  const reading = readFramework(chosen)
  if ('value' in reading) return reading.value
  throw new CreateError('usage', reading.problem)
}

function isPlaceless(zone: string): boolean {
  return !zone.includes('/') || zone.startsWith('Etc/')
}

/**
 * Returns a name from that of a folder.
 *
 * @example titleOf('friends-of-maps') // 'Friends of maps'
 */
function titleOf(folderName: string): string {
  const words = folderName.replace(/[-_.\s]+/g, ' ').trim()
  if (words === '') return 'My community'
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1)
}

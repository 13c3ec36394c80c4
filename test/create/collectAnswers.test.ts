import {describe, expect, test} from 'vitest'

import {collectAnswers} from '../../create/collectAnswers.ts'
import {CreateError} from '../../create/CreateError.ts'
import type {Questions} from '../../create/questions.ts'

const surroundings = {folderName: 'friends-of-maps', machineZone: 'Asia/Tokyo'}

/** Questions with scripted answers, by a part of the message. Without one, a person keeps what is offered. */
function scripted(answers: Readonly<Record<string, string>>) {
  const seen: {message: string; initial?: string | undefined}[] = []
  const find = (message: string) =>
    Object.entries(answers).find(([part]) => message.includes(part))?.[1]
  const questions: Questions = {
    start: () => {},
    text: async ({message, initial}) => {
      seen.push({message, initial})
      return find(message) ?? initial ?? ''
    },
    choose: async ({message, initial}) => {
      seen.push({message, initial})
      return find(message) ?? initial
    },
  }
  return {questions, seen}
}

describe('without a person to ask', () => {
  test('the zone is required, because the zone of a machine is often not that of its community', async () => {
    await expect(collectAnswers({}, surroundings)).rejects.toThrow(
      /--zone is missing.*--zone Europe\/Madrid\. This machine's is Asia\/Tokyo/,
    )
  })

  test('everything else has a default', async () => {
    expect(await collectAnswers({zone: 'Europe/Paris'}, surroundings)).toEqual({
      name: 'Friends of maps',
      shortName: 'Friends of maps',
      homeZone: 'Europe/Paris',
      accent: '#0b57d0',
      languages: ['en'],
      calendars: [],
      framework: 'astro',
    })
  })

  test('a long name is shortened to its initials', async () => {
    const flags = {zone: 'UTC', name: 'International Society of Mountain Maps'}
    expect(await collectAnswers(flags, surroundings)).toMatchObject({shortName: 'ISM'})
  })
})

describe('flags', () => {
  test('are used as they are', async () => {
    const flags = {
      name: 'Maps',
      'short-name': 'M',
      zone: 'America/Lima',
      accent: '#8A3B12',
      languages: 'es,en',
      calendar: ['https://example.org/a.ics', 'webcal://example.org/b.ics'],
      framework: 'hugo',
      import: 'https://github.com/example/maps',
    }
    expect(await collectAnswers(flags, surroundings)).toEqual({
      name: 'Maps',
      shortName: 'M',
      homeZone: 'America/Lima',
      accent: '#8a3b12',
      languages: ['es', 'en'],
      calendars: ['https://example.org/a.ics', 'https://example.org/b.ics'],
      framework: 'hugo',
      importSource: 'https://github.com/example/maps',
    })
  })

  test.each([
    [{zone: 'CET'}, '--zone is "CET"'],
    [{accent: '#ffff00'}, '--accent is "#ffff00"'],
    [{languages: 'english'}, '--languages is "english"'],
    [{calendar: ['http://example.org/a.ics']}, '--calendar is "http://example.org/a.ics"'],
    [{framework: 'gatsby'}, '--framework is "gatsby"'],
    [{name: ''}, '--name is ""'],
  ])('with an invalid value are refused before the first question: %o', async (flags, message) => {
    const {questions, seen} = scripted({})
    await expect(collectAnswers(flags, {...surroundings, questions})).rejects.toThrow(message)
    expect(seen).toEqual([])
  })

  test('are not asked again', async () => {
    const {questions, seen} = scripted({})
    await collectAnswers({name: 'Maps', zone: 'UTC'}, {...surroundings, questions})
    expect(seen.map(({message}) => message).join()).not.toMatch(/name of your community|time zone/)
  })
})

describe('a person', () => {
  test('is offered the zone of the machine and the name of the folder, and may change both', async () => {
    const {questions, seen} = scripted({'time zone': 'Europe/Rome', framework: 'none'})
    const answers = await collectAnswers({}, {...surroundings, questions})
    expect(answers).toMatchObject({
      name: 'Friends of maps',
      homeZone: 'Europe/Rome',
      framework: 'none',
    })
    expect(seen.map(({initial}) => initial)).toEqual(
      expect.arrayContaining(['Friends of maps', 'Asia/Tokyo', '#0b57d0', 'en']),
    )
  })

  test.each(['UTC', 'Etc/UTC'])(
    'is not offered %s as a home, because a machine without a place is on it',
    async (machineZone) => {
      const {questions, seen} = scripted({'time zone': 'Europe/Rome'})
      await collectAnswers({}, {...surroundings, machineZone, questions})
      expect(seen.find(({message}) => message.includes('time zone'))?.initial).toBe(undefined)
    },
  )

  test('is asked for languages with those that have words of the site', async () => {
    const {questions, seen} = scripted({})
    await collectAnswers({}, {...surroundings, questions})
    expect(seen.find(({message}) => message.includes('Languages'))?.message).toContain(
      'en, es, fr, de, ja, zh, ar',
    )
  })

  test('who cancels ends the command', async () => {
    const {questions} = scripted({})
    const canceled = {
      ...questions,
      text: async () => {
        throw new CreateError('stopped', 'Stopped. Nothing was written.')
      },
    }
    const answers = collectAnswers({}, {...surroundings, questions: canceled})
    await expect(answers).rejects.toMatchObject({code: 'stopped'})
  })
})

import {expect, test} from 'vitest'

import {describeProblem, type Problem, ProblemsError} from '../../loaders/index.ts'

const document = {
  kind: 'document',
  documentId: 'touchpoint-1',
  documentType: 'touchpoint',
  path: 'schedule.start',
  message: '"schedule.start" is "next Thursday".',
} as const satisfies Problem

test.each<[string, Problem, string]>([
  ['the document', document, 'touchpoint touchpoint-1: "schedule.start" is "next Thursday".'],
  [
    'the link to the Studio',
    {...document, studioUrl: 'http://localhost:3333/intent/edit/id=touchpoint-1'},
    'touchpoint touchpoint-1: "schedule.start" is "next Thursday". http://localhost:3333/intent/edit/id=touchpoint-1',
  ],
  [
    'the source of a feed problem',
    {kind: 'feed', source: 'calendar-1', code: 'timeout', message: 'No answer.'},
    'calendar-1: No answer.',
  ],
  [
    'the option that is missing',
    {kind: 'configuration', option: 'calendars', calendarIds: ['a'], message: 'Pass calendars.'},
    'Pass calendars.',
  ],
])('a line contains %s, because the reader of a log has nothing else', (_what, problem, line) => {
  expect(describeProblem(problem)).toBe(line)
  expect(new ProblemsError([problem]).message).toContain(line)
})

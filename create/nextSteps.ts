import type {Additions} from './addToProject.ts'
import type {Answers} from './answers.ts'
import {languageNotice} from './languageNotice.ts'

/** Returns the message after a new project is written. */
export function createdSteps(answers: Answers, folder: string): string {
  return [
    '',
    `Created the project of ${answers.name}.`,
    '',
    ...notices(answers),
    ...steps(answers, folder, {start: 'npm start', rest: 'README.md'}),
  ].join('\n')
}

/** Returns the message after a project got what it lacked. */
export function addedSteps(
  answers: Answers,
  folder: string,
  {written, kept, inManifest, byHand, hasOwnStart, hasOwnReadme}: Additions,
  site: string | undefined,
): string {
  return [
    '',
    ...list('Added:', [...written, ...inManifest.map((each) => `package.json: ${each}`)]),
    ...list('Left alone, because it exists:', kept),
    ...list('Add by hand:', [
      ...byHand,
      ...(site === undefined
        ? []
        : [
            `${site} is your site, and it has no page for the meetings yet. To add one, see ${docsUrl}sites.md`,
          ]),
    ]),
    ...notices(answers),
    ...steps(answers, folder, {
      start: hasOwnStart ? 'npx touchpoints dev' : 'npm start',
      rest: hasOwnReadme ? `${docsUrl}getting-started.md` : 'README.md',
    }),
  ].join('\n')
}

const docsUrl = 'https://github.com/touchpoints-dev/touchpoints/blob/main/docs/'

function list(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [title, ...entries.map((entry) => `  ${entry}`), '']
}

function notices(answers: Answers): string[] {
  const notice = languageNotice(answers)
  return notice === undefined ? [] : [notice, '']
}

interface Ways {
  /** The command that starts the Studio and the lake. */
  start: string
  /** What describes the rest. */
  rest: string
}

function steps({importSource, framework}: Answers, folder: string, {start, rest}: Ways): string[] {
  return [
    'Next:',
    ...(folder === '' ? [] : [`  cd ${shellWord(folder)}`]),
    '  npm install',
    `  ${start}`,
    ...(importSource === undefined
      ? []
      : ['', 'While it runs, import what you have:', `  ${importCommand(importSource)}`]),
    ...(framework === 'hugo'
      ? ['', 'The site needs Hugo 0.111 or later: https://gohugo.io/installation/']
      : []),
    '',
    `${rest} describes the rest.`,
  ]
}

/** Returns the command that imports a source into the running project. It only stores drafts. */
export function importCommand(source: string): string {
  return `npx touchpoints import ${shellWord(source)}`
}

function shellWord(text: string): string {
  return /^[\w./:@%+=,~-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

import type {Additions} from './addToProject.ts'
import type {Answers} from './answers.ts'

/** Returns the message after a new project is written. */
export function createdSteps(answers: Answers, folder: string): string {
  return ['', `Created the project of ${answers.name}.`, '', ...steps(answers, folder)].join('\n')
}

/** Returns the message after a project got what it lacked. */
export function addedSteps(
  answers: Answers,
  folder: string,
  {written, kept, inManifest, byHand}: Additions,
  site: string | undefined,
): string {
  return [
    '',
    ...list('Added:', [...written, ...inManifest.map((each) => `package.json: ${each}`)]),
    ...list('Left alone, because it exists:', kept),
    ...list('Add by hand:', byHand),
    ...(site === undefined
      ? []
      : [`${site} is your site. To show the meetings on it, see ${docsUrl}sites.md`, '']),
    ...steps(answers, folder),
  ].join('\n')
}

const docsUrl = 'https://github.com/touchpoints-dev/touchpoints/blob/main/docs/'

function list(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [title, ...entries.map((entry) => `  ${entry}`), '']
}

function steps({importSource, framework}: Answers, folder: string): string[] {
  return [
    'Next:',
    ...(folder === '' ? [] : [`  cd ${shellWord(folder)}`]),
    '  npm install',
    '  npm start',
    ...(importSource === undefined
      ? []
      : ['', 'While it runs, import what you have:', `  ${importCommand(importSource)}`]),
    ...(framework === 'hugo'
      ? ['', 'The site needs Hugo 0.111 or later: https://gohugo.io/installation/']
      : []),
    '',
    'README.md describes the rest.',
  ]
}

/** Returns the command that imports a source into the running project. It only stores drafts. */
export function importCommand(source: string): string {
  return `npx touchpoints import ${shellWord(source)}`
}

function shellWord(text: string): string {
  return /^[\w./:@%+=,~-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

import type {Answers, Framework} from '../../../create/answers.ts'
import {projectFiles} from '../../../create/projectFiles.ts'
import {templateFiles} from '../../../create/templateFiles.ts'

/** Answers of a community that no sample has. */
export const someAnswers: Answers = {
  name: 'Friends of Maps',
  shortName: 'Maps',
  homeZone: 'Europe/Paris',
  accent: '#8a3b12',
  languages: ['en', 'de'],
  calendars: ['https://example.org/a.ics'],
  framework: 'astro',
}

/** Returns the files of a new project by path. */
export async function newProject(
  framework: Framework,
  answers: Partial<Answers> = {},
): Promise<ReadonlyMap<string, string>> {
  const template = await templateFiles(framework, {recipes: true})
  return projectFiles({...someAnswers, framework, ...answers}, template, {folderName: 'maps'})
}

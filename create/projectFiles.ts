import type {Answers} from './answers.ts'
import {iconPath, newDocuments} from './documents.ts'
import {tarballFolder} from './findTarballs.ts'
import {hugoConfig} from './hugoConfig.ts'
import {type ManifestOptions, manifestOf} from './manifest.ts'
import {markOf} from './mark.ts'
import {readmeOf} from './readme.ts'
import {studioConfig} from './studioConfig.ts'

/**
 * Returns the files of a new project by their path: those of the template, and those that depend on the answers.
 *
 * @param template - of `templateFiles`
 */
export function projectFiles(
  answers: Answers,
  template: ReadonlyMap<string, string>,
  options: ManifestOptions,
): ReadonlyMap<string, string> {
  const mark = markOf(answers)
  const documents = [...newDocuments(answers)].map(
    ([name, each]) =>
      [
        `content/${name}`,
        each.map((document) => `${JSON.stringify(document)}\n`).join(''),
      ] as const,
  )
  return new Map([
    ['package.json', `${JSON.stringify(manifestOf(answers, options), null, 2)}\n`],
    ['README.md', readmeOf(answers, {hasTarballs: options.tarballs !== undefined})],
    ['sanity.config.ts', studioConfig(answers)],
    ...documents,
    [`content/${iconPath}`, mark],
    // Sanity serves this file as the icon of the Studio.
    ['static/favicon.svg', mark],
    ...(answers.framework === 'hugo'
      ? ([
          ['site/hugo.toml', hugoConfig(answers)],
          ['site/static/icon.svg', mark],
        ] as const)
      : []),
    ...template,
    ...(options.tarballs === undefined ? [] : [['.gitignore', withTarballs(template)] as const]),
  ])
}

/** Git has the tarballs, also where the settings of a person ignore what `npm pack` writes. */
function withTarballs(template: ReadonlyMap<string, string>): string {
  return `${template.get('.gitignore') ?? ''}!${tarballFolder}/*.tgz\n`
}

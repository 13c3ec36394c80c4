import type {Answers, Framework} from './answers.ts'
import {tarballFolder, tarballName} from './findTarballs.ts'
import {languageNotice} from './languageNotice.ts'
import {importCommand} from './nextSteps.ts'
import {ownPackages} from './ownPackages.ts'

/**
 * Returns the README of a project: for its editors, then for its developers.
 *
 * @param options.hasTarballs - whether our packages come from `packages/` and not from the registry
 */
export function readmeOf(answers: Answers, {hasTarballs}: {hasTarballs: boolean}): string {
  const {name, importSource, framework} = answers
  const sections = [
    `# ${escaped(name)}\n\nThe meetings of ${escaped(name)}: a Studio for editors${siteInWords[framework]}. Made with [touchpoints](https://github.com/touchpoints-dev/touchpoints).`,
    start(framework),
    importSource === undefined ? undefined : importSection(importSource),
    edit(framework),
    languages(answers),
    build(framework),
    publish(framework),
    hasTarballs ? upgradeFromTarballs(framework) : upgrade,
    theirs(framework, hasTarballs),
  ]
  return `${sections.filter((each) => each !== undefined).join('\n\n')}\n`
}

const docs = 'https://github.com/touchpoints-dev/touchpoints/blob/main/docs'

const siteInWords = {
  astro: ', their content, and a site in Astro',
  next: ', their content, and a site in Next',
  hugo: ', their content, and a site in Hugo',
  none: ' and their content',
} as const satisfies Record<Framework, string>

function start(framework: Framework): string {
  const parts =
    framework === 'none'
      ? 'the Studio and the Content Lake, which stores the documents. Ctrl-C stops both'
      : 'the Studio, the site and the Content Lake, which stores the documents. Ctrl-C stops all of them'
  const hugo =
    framework === 'hugo'
      ? ' The site also needs [Hugo](https://gohugo.io/installation/) 0.111 or later.'
      : ''
  return `## Start

\`\`\`sh
npm install
npm start
\`\`\`

You need Node.js 20 or later. \`npm install\` also installs the version of Node that the project runs on.${hugo}

\`npm start\` prints the addresses of ${parts}. Your work stays in \`.touchpoints/\`.`
}

function importSection(source: string): string {
  return `## Import what you have

While \`npm start\` runs, enter this in another terminal:

\`\`\`sh
${importCommand(source)}
\`\`\`

It shows a plan first. What you accept becomes drafts, which you publish in the Studio.`
}

function edit(framework: Framework): string {
  const shown =
    framework === 'none'
      ? 'What is published can be read by a site, a calendar program and the export.'
      : 'Publish a document, and the site shows it.'
  return `## Edit

Open the Studio. A new project asks for the first session there. ${shown}

While \`npm start\` runs, \`npm run check\` validates every document. \`npm run check -- content\` validates what is saved in \`content/\`. [Editors](${docs}/editors.md) shows the Studio with pictures.

\`\`\`sh
npm run save
npm run backup
\`\`\`

\`npm run save\` writes what is published to \`content/\`, so that git has it. \`npm run backup\` also has drafts and images.`
}

function languages(answers: Answers): string | undefined {
  const notice = languageNotice(answers)
  return notice === undefined ? undefined : `## Languages\n\n${notice}`
}

function build(framework: Framework): string {
  const result = {
    astro: 'The site is in `dist/site`, and any web server can serve it.',
    next: '`cd site && npx next start` starts the site.',
    hugo: 'The site is in `dist/site`, and any web server can serve it. `npm run export` writes the content into `site/`, where Hugo reads it.',
    none: undefined,
  } as const satisfies Record<Framework, string | undefined>
  const site = result[framework] === undefined ? '' : `${result[framework]} `
  return `## Build

\`\`\`sh
npm run build
\`\`\`

${site}The Studio is in \`dist/studio\`. Upload it only with a hosted Content Lake: one that uses the lake on your machine works nowhere else.`
}

function publish(framework: Framework): string {
  const how = {
    astro: `[Publish](${docs}/publish.md) compares the hosts, and says what each costs. The workflows in \`.github/\`, \`Dockerfile\` and \`compose.yaml\` are ready for it. Delete those that you don't use.`,
    next: `Publish the site as any site in Next: its folder is \`site/\`. [Publish](${docs}/publish.md) says where to put the Studio.`,
    hugo: `Publish \`dist/site\` with any host for files. [Publish](${docs}/publish.md) compares hosts, and says where to put the Studio.`,
    none: `[Sites](${docs}/sites.md) shows the meetings on a site that you have. [Publish](${docs}/publish.md) says where to put the Studio.`,
  } as const satisfies Record<Framework, string>
  return `## Publish

${how[framework]}

With several editors, use a hosted Content Lake: copy \`.env.example\` to \`.env\`, and see [Hosted](${docs}/hosted.md).`
}

const migrate =
  '`touchpoints upgrade` says which packages are behind, and changes stored documents if a version needs it. It shows the changes before it makes them.'

const upgrade = `## Upgrade

\`\`\`sh
npm update
npx touchpoints upgrade
\`\`\`

\`npm update\` brings new versions of the packages. ${migrate}`

/** The packages are in no registry then, so `npm update` finds no newer ones. */
function upgradeFromTarballs(framework: Framework): string {
  const names = ownPackages(framework, true).map(tarballName)
  return `## Upgrade

The packages of touchpoints are tarballs in \`${tarballFolder}/\`, which git has. For newer ones, run \`npm run pack\` in a clone of touchpoints. Then replace them here, with the path of your clone:

\`\`\`sh
rm ${tarballFolder}/*.tgz
cp ../touchpoints/packed/{${names.join(',')}}-[0-9]*.tgz ${tarballFolder}/
npm install ./${tarballFolder}/*.tgz
npx touchpoints upgrade
\`\`\`

Commit \`${tarballFolder}/\`, \`package.json\` and \`package-lock.json\` together. ${migrate}`
}

function theirs(framework: Framework, hasTarballs: boolean): string {
  const site = {
    astro: [
      '`site/`',
      'the configuration of the site. Its pages are in `@touchpoints/site`; pages in `site/src/pages/` are added to them',
    ],
    next: ['`site/`', 'the site. All of it is yours'],
    hugo: [
      '`site/`',
      'the site and its layouts. The export writes the folders that `site/.gitignore` names',
    ],
    none: undefined,
  } as const satisfies Record<Framework, readonly [string, string] | undefined>
  const rows: (readonly [string, string] | undefined)[] = [
    [
      '`content/`',
      'your documents. The first start imports them; after that, the Content Lake has them, and `npm run save` writes them back',
    ],
    [
      '`sanity.config.ts`, `sanity.cli.ts`',
      'the configuration of the Studio: add your own plugins',
    ],
    ['`static/`', 'the icon of the Studio'],
    site[framework],
    hasTarballs
      ? [`\`${tarballFolder}/\``, 'the packages of touchpoints, until they are in the npm registry']
      : undefined,
    ['`.touchpoints/`', 'the data of this machine. Not in git'],
  ]
  const table = rows.flatMap((row) => (row ? [`| ${row[0]} | ${row[1]} |`] : []))
  return `## What is yours

Every file here is yours, and an upgrade changes none of them. The code is in the packages that \`package.json\` names. To add fields and document types of your own, see [Extending](${docs}/extending.md).

| | |
|---|---|
${table.join('\n')}`
}

/** Escapes what Markdown would read as markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')
}

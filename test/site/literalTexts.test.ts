import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {literalSentences, literalTexts} from '../support/literalTexts.ts'
import {root} from '../support/workspaces.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const templates = globSync('site/src/**/*.astro', {cwd: root})
const scripts = globSync('site/src/**/*.ts', {cwd: root})

/** Files with sentences that only operators and developers read. */
const forOperators = [
  'site/src/environment.ts',
  'site/src/routes/api/touchpoints/[slug].ics.ts',
  'site/src/preview/previewServer.ts',
  'site/src/static/BuildError.ts',
  'site/src/static/requireCurrent.ts',
]

describe('each word that visitors read comes from a catalog, so that it is in their language', () => {
  test('there are templates and scripts', () => {
    expect(templates.length).toBeGreaterThan(40)
    expect(scripts.length).toBeGreaterThan(50)
  })

  test.each(templates)('in %s', async (file) => {
    const source = read(file)
    expect([...(await literalTexts(source)), ...(await literalSentences(file, source))]).toEqual([])
  })

  test.each(scripts.filter((file) => !forOperators.includes(file)))('in %s', async (file) => {
    expect(await literalSentences(file, read(file))).toEqual([])
  })

  test.each(forOperators)('the exception %s is still needed', async (file) => {
    expect(await literalSentences(file, read(file))).not.toEqual([])
  })
})

test.each([
  ['<p>Meetings</p>', ['Meetings']],
  ['Meetings', ['Meetings']],
  ["<p>{past ? 'Past' : words.say('site.next')}</p>", ['Past']],
  ["<p>{past && 'Past'}</p>", ['Past']],
  ['<p>{`${count} more`}</p>', ['more']],
  ["<p>{count + ' more'}</p>", ['more']],
  ["<ul>{all.map(() => 'Next')}</ul>", ['Next']],
  ['<ul>{all.map(() => <li>Next</li>)}</ul>', ['Next']],
  ['<a aria-label="Next">{title}</a>', ['Next']],
  ['<img alt={`Logo of ${name}`} />', ['Logo of']],
  ['<Base title="Not found" />', ['Not found']],
  ['<Fragment>會議</Fragment>', ['會議']],
])('the guard reports the literal text of %s', async (template, texts) => {
  expect(await literalTexts(`---\n---\n${template}\n`)).toEqual(texts)
})

test.each([
  '<p class="quiet">{words.say(\'site.next\')} · {title}</p>',
  "<p>{index > 0 && ', '}</p>",
  "<p data-kind={kind === 'feed' ? 'Feed' : 'Own'}>×</p>",
  '<script>const text = "Meetings"</script>',
])('the guard does not report %s', async (template) => {
  expect(await literalTexts(`---\n---\n${template}\n`)).toEqual([])
})

test('the guard reports a sentence of a script, and not the message of an error', async () => {
  const script = "const title = 'View all meetings'\nthrow new TypeError('The list is empty')\n"
  expect(await literalSentences('page.ts', script)).toEqual(['View all meetings'])
  const template = `---\nconst title = \`Page \${count} of all\`\n---\n<p>{title}</p>\n`
  expect(await literalSentences('page.astro', template)).toEqual([])
  const front = "---\nconst title = 'No events yet'\n---\n<p>{title}</p>\n"
  expect(await literalSentences('page.astro', front)).toEqual(['No events yet'])
})

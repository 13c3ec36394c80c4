/**
 * `npm run templates -- --template DIR [--template DIR] [--work DIR]`: runs public templates of Sanity on the lake with
 * only address lines changed, and does in a browser what their users do.
 *
 * Each DIR is a git checkout of a template of knownTemplates.ts, such as github.com/sanity-io/sanity-template-nextjs-clean.
 * The run copies it, prints the changed lines, installs what its lock file names, and starts the lake, the Studio and
 * the site. Screenshots and logs stay in a temporary folder. With `--work`, the installed copies stay too, and the next
 * run uses them.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {resultTable, type TemplateResult} from './resultTable.ts'
import {runTemplate} from './runTemplate.ts'

const {values} = parseArgs({
  options: {template: {type: 'string', multiple: true}, work: {type: 'string'}},
})
const sources = values.template?.map((each) => resolve(each)) ?? []
if (sources.length === 0) {
  throw new Error('Name a git checkout of a template: --template DIR')
}

const kept = values.work === undefined ? undefined : resolve(values.work)
const work = kept ?? mkdtempSync(join(tmpdir(), 'touchpoints-templates-'))
const output = join(tmpdir(), 'touchpoints-templates-output')
const results: TemplateResult[] = []
try {
  for (const source of sources) {
    const name = basename(source)
    try {
      results.push(await runTemplate({source, work: join(work, name), output: join(output, name)}))
    } catch (error) {
      // A template that does not start leaves the others to run.
      console.error(error)
      process.exitCode = 1
    }
  }
} finally {
  if (kept === undefined) rmSync(work, {recursive: true, force: true})
}

console.log(`\n${resultTable(results, new Date().toISOString().slice(0, 10))}`)
console.log(`\nScreenshots and logs: ${output}`)
if (results.some(({steps}) => steps.some(({outcome}) => outcome === 'failed'))) process.exitCode = 1

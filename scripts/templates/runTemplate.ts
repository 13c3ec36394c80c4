import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {freePorts} from '../../test/browser/support/freePorts.ts'
import {launchChromium} from '../../test/support/chromium.ts'
import {repository} from '../contract/repository.ts'
import {logProblems} from './browserLog.ts'
import {
  copyTemplate,
  installedVersions,
  installTemplate,
  pointAtLake,
  type Checkout,
} from './prepareTemplate.ts'
import type {TemplateResult} from './resultTable.ts'
import {runServer} from './runningProgram.ts'
import {runSteps} from './runSteps.ts'
import {dataset, projectId, type Addresses} from './template.ts'

export interface TemplateRun {
  /** Git checkout of the template. It is not changed. */
  source: string
  /** Folder for the copy. */
  work: string
  /** Folder for screenshots and logs. Its earlier contents are removed. */
  output: string
}

/** Milliseconds until a server answers its first request, on a busy machine. */
const startTime = 5 * 60_000

/** Runs a public template on the lake, and does in a browser what its users do. */
export async function runTemplate({source, work, output}: TemplateRun): Promise<TemplateResult> {
  rmSync(output, {recursive: true, force: true})
  mkdirSync(output, {recursive: true})
  const checkout = copyTemplate(source, work)
  const {template, commit} = checkout
  console.log(`\n== ${template.name} (${commit})`)
  const [lake = 0, studio = 0, site = 0] = await freePorts(3)
  const addresses = {lake: address(lake), studio: address(studio), site: address(site)}
  console.log(pointAtLake(checkout, addresses))
  await installTemplate(checkout, join(output, 'install.log'))
  const versions = installedVersions(checkout)
  console.log(versions.join(', '))

  await using servers = new AsyncDisposableStack()
  const serve = async (name: 'lake' | 'studio' | 'site', program: ProgramOf) => {
    const log = join(output, `${name}.log`)
    servers.use(await runServer({...program, log}, addresses[name], startTime))
  }
  await serve('lake', lakeProgram(checkout, output, lake))
  await serve('studio', developmentServer(work, 'studio', 'sanity', studio))
  await serve('site', developmentServer(work, template.siteFolder, template.siteProgram, site))

  const steps = await driveBrowser(checkout, addresses, output)
  return {name: template.name, commit, versions, steps}
}

interface ProgramOf {
  command: string
  args: readonly string[]
  folder: string
}

function lakeProgram({folder, template}: Checkout, output: string, port: number): ProgramOf {
  const args = ['--project', projectId, '--dataset', dataset, '--memory', '--port', String(port)]
  return {
    command: process.execPath,
    args: [join(repository, 'lake/command.ts'), ...args, '--seed', seedFile()],
    folder,
  }

  function seedFile(): string {
    if ('archive' in template.seed) return join(folder, template.seed.archive)
    const file = join(output, 'seed.ndjson')
    writeFileSync(file, template.seed.documents.map((each) => JSON.stringify(each)).join('\n'))
    return file
  }
}

function developmentServer(
  work: string,
  workspace: string,
  program: string,
  port: number,
): ProgramOf {
  const folder = join(work, workspace)
  const command = [folder, work]
    .map((each) => join(each, 'node_modules/.bin', program))
    .find((each) => existsSync(each))
  if (command === undefined) throw new Error(`${program} is not installed in ${folder}.`)
  return {command, args: ['dev', '--port', String(port)], folder}
}

async function driveBrowser({template}: Checkout, addresses: Addresses, output: string) {
  const browser = await launchChromium()
  try {
    const newWindow = async () => {
      const context = await browser.newContext({viewport: {width: 1600, height: 1000}})
      context.setDefaultTimeout(90_000)
      logProblems(context, join(output, 'browser.log'))
      return context.newPage()
    }
    // A visitor has other cookies than the editor: a cookie turns on the preview of drafts.
    const [studio, visitor] = [await newWindow(), await newWindow()]
    // A development server compiles a page when it is first requested.
    await visitor.goto(addresses.site, {timeout: startTime})
    await studio.goto(addresses.studio, {timeout: startTime})
    const client = createClient({
      projectId,
      dataset,
      apiHost: addresses.lake,
      useProjectHostname: false,
      useCdn: false,
      apiVersion,
      perspective: 'raw',
    })
    return await runSteps({template, addresses, studio, visitor, client}, output)
  } finally {
    await browser.close()
  }
}

function address(port: number): string {
  return `http://localhost:${port}`
}

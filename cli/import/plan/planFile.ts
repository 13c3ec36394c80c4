import {readFile, stat} from 'node:fs/promises'
import * as z from 'zod/mini'

import {CliError} from '../../CliError.ts'
import {jsonDepth} from '../jsonDepth.ts'
import type {ImportLimits} from '../importLimits.ts'
import {unreadable} from '../readNdjson.ts'
import type {ImportedPlan} from './importedPlan.ts'

const place = z.object({file: z.string(), line: z.number()})
const document = z.catchall(z.object({_id: z.string(), _type: z.string()}), z.unknown())
const choice = z.object({label: z.string(), set: z.record(z.string(), z.unknown())})

const planFile = z.object({
  version: z.literal(1),
  documents: z.array(
    z.object({document, places: z.array(place), changedOn: z.optional(z.string())}),
  ),
  findings: z.array(
    z.object({
      code: z.enum([
        'which-zone',
        'which-audience',
        'which-dates',
        'not-in-sources',
        'sources-differ',
        'which-document',
        'corrected',
        'uncertain',
      ]),
      kind: z.enum(['ask', 'verify']),
      place,
      message: z.string(),
      document: z.optional(z.string()),
      alsoIn: z.optional(z.array(z.string())),
      choices: z.array(choice),
    }),
  ),
  leftovers: z.array(z.object({place, text: z.string(), reason: z.string()})),
  others: z.record(z.string(), z.number()),
  notes: z.array(z.string()),
})

/** Returns a plan as JSON, for a person or a program to edit. */
export function planText(plan: ImportedPlan): string {
  return `${JSON.stringify({version: 1, ...plan}, undefined, 2)}\n`
}

/**
 * Reads an edited plan. A question is answered by editing its document and deleting the finding.
 *
 * @throws CliError when the file is not a plan
 */
export async function readPlan(
  path: string,
  name: string,
  {fileBytes, depth}: Pick<ImportLimits, 'fileBytes' | 'depth'>,
): Promise<ImportedPlan> {
  const {size} = await stat(path).catch(unreadable(name))
  if (size > fileBytes) throw new CliError('bad-input', `${name} has more than ${fileBytes} bytes.`)
  const text = await readFile(path, 'utf8').catch(unreadable(name))
  const value = jsonDepth(text, depth) > depth ? undefined : parse(text)
  const result = z.safeParse(planFile, value)
  if (!result.success) {
    const issue = result.error.issues[0]
    const where =
      issue && issue.path.length > 0 ? ` (${issue.path.join('.')}: ${issue.message})` : ''
    throw new CliError(
      'bad-input',
      `${name} is not a plan${where}. Write one with \`touchpoints import SOURCE --plan FILE\`, and edit it.`,
    )
  }
  const {version: _version, ...plan} = result.data
  return {
    ...plan,
    documents: plan.documents.map(({changedOn, ...each}) => ({
      ...each,
      ...(changedOn !== undefined && {changedOn}),
    })),
    findings: plan.findings.map(({document: id, alsoIn, ...each}) => ({
      ...each,
      ...(id !== undefined && {document: id}),
      ...(alsoIn && {alsoIn}),
    })),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

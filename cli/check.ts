import {parseArgs} from 'node:util'
import {isDocumentTypeName} from '@touchpoints/schemas/registry'
import {checkDataset, type StoredDocument} from '@touchpoints/schemas/rules'
import {instant} from '@touchpoints/schemas/scalars'

import {CliError} from './CliError.ts'
import {checkFormats} from './check/checkFormats.ts'
import {fetchDocuments} from './check/fetchDocuments.ts'
import {readDocuments} from './check/readDocuments.ts'
import {contentLakeClient} from './contentLakeClient.ts'
import {reportFindings} from './check/reportFindings.ts'
import {hasColours, print, type Shell} from './shell.ts'

const usage = `Usage: touchpoints check [FILE or FOLDER …] [options]

Holds every document against its format and against every rule. Without a file it asks the Content Lake:
the one on this machine, or the hosted one when SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not.

  --drafts       drafts in the place of their published forms (needs SANITY_API_READ_TOKEN when hosted)
  --json         findings as JSON
  --strict       warnings, too, make it fail
  --now INSTANT  measure "past" and "still processing" from another moment, such as 2024-03-20T00:00:00Z

Fails (exit code 1) when there is an error.`

/** `touchpoints check` */
export async function check(args: string[], shell: Shell): Promise<void> {
  const {values, positionals} = readArguments(args)
  if (values.help) {
    print(shell, usage)
    return
  }
  const now = values.now ?? new Date().toISOString()
  if (!instant.safeParse(now).success) {
    throw new CliError(
      'usage',
      `--now is "${now}": expected a moment in UTC, such as 2024-03-20T00:00:00Z.`,
    )
  }
  const all =
    positionals.length > 0
      ? await readDocuments(positionals, shell.folder)
      : await fetchDocuments(
          contentLakeClient(shell, 'SANITY_API_READ_TOKEN'),
          values.drafts ? 'drafts' : 'published',
        )
  const documents = ours(all, values.drafts)
  const formats = await checkFormats(documents, progress(documents.length, shell))
  const findings = [...formats, ...checkDataset(documents, {now})]
  const colours = hasColours(shell)
  print(
    shell,
    values.json
      ? JSON.stringify({checked: documents.length, findings}, undefined, 2)
      : reportFindings(findings, {checked: documents.length, colours}),
  )
  if (findings.some(({level}) => level === 'error' || values.strict)) shell.fail()
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        drafts: {type: 'boolean', default: false},
        json: {type: 'boolean', default: false},
        strict: {type: 'boolean', default: false},
        now: {type: 'string'},
        help: {type: 'boolean', short: 'h', default: false},
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CliError('usage', `${reason}\n\n${usage}`, {cause: error})
  }
}

/** Documents of our types in one perspective: a file may hold drafts beside their published forms. */
function ours(documents: readonly StoredDocument[], drafts: boolean): StoredDocument[] {
  const known = documents.filter(({_type}) => isDocumentTypeName(_type))
  if (!drafts) return known.filter(({_id}) => !/^(?:drafts|versions)\./.test(_id))
  const drafted = new Set(known.map(({_id}) => _id).filter((id) => id.startsWith('drafts.')))
  return known.filter(({_id}) => !_id.startsWith('versions.') && !drafted.has(`drafts.${_id}`))
}

/** Says how far it is, on a terminal, when there is much to do. */
function progress(total: number, {tell, isTerminal}: Shell): (() => void) | undefined {
  if (!isTerminal.error || total < 500) return undefined
  let done = 0
  return () => {
    done += 1
    if (done % 100 === 0 || done === total) {
      tell(`\rchecking ${done} of ${total}${done === total ? '\n' : ''}`)
    }
  }
}

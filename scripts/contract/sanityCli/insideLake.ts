/**
 * Runs the commands of the registry. `lake exec` starts this, so that all of them find the lake.
 *
 * Arguments: the report to write, the folder of the project, the home folder, the data folder, and the text that a group must contain.
 */
import {writeFileSync} from 'node:fs'
import {commandGroups} from './commandGroups.ts'
import {runPrepared} from './runCli.ts'
import {runGroups} from './runGroups.ts'

const [report = '', project = '', home = '', data = '', part = ''] = process.argv.slice(2)
const groups = commandGroups.filter((group) => group.some(({command}) => command.includes(part)))
const verbose = process.env['CLI_SUITE_VERBOSE'] === '1'

const outcomes = await runGroups(groups, {
  run: (entry) => runPrepared(entry, {project, home, data}),
  // Most of the time of a command is waiting for the file system.
  concurrency: 4,
  onOutcome: (outcome, run) => {
    const line = 'line' in outcome ? `: ${outcome.line}` : ''
    console.log(`${outcome.kind.padEnd(9)} sanity ${outcome.command}${line}`)
    if (verbose && run) console.log(`          ${run.code}: ${run.output}`)
  },
})
writeFileSync(report, JSON.stringify(outcomes))

#!/usr/bin/env node
import {processShell} from './processShell.ts'
import {runCommand} from './runCommand.ts'

await runCommand(process.argv.slice(2), processShell)

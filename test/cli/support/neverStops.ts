import {stopOnSignals} from '../../../cli/stopOnSignals.ts'

// A command that notices the request to end, and has something that never stops.
const signal = stopOnSignals()
signal.addEventListener('abort', () => console.log('stopping'))
setInterval(() => {}, 1_000)
console.log('started')

import {localOnlyHeaders, readConnection} from '@touchpoints/studio/connection'
import {defineCliConfig} from 'sanity/cli'

// Also read here, so that `sanity dev` and `sanity build` fail immediately and name the variable.
const connection = readConnection(process.env)
const {projectId, dataset} = connection

export default defineCliConfig({
  api: {projectId, dataset},
  deployment: {autoUpdates: false},
  vite: (config) => ({
    ...config,
    // Without `entries`, Vite searches all HTML files below this folder for packages to optimize,
    // including those of the examples. One file that it can't resolve ends the search. Vite then finds the
    // packages one by one and reloads an open Studio for each.
    optimizeDeps: {...config.optimizeDeps, entries: ['.sanity/runtime/app.js']},
    ...(connection.kind === 'local' && {server: {...config.server, headers: localOnlyHeaders}}),
  }),
})

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
    // Without an entry, Vite searches every HTML file below this folder for packages, also those of the site.
    optimizeDeps: {...config.optimizeDeps, entries: ['.sanity/runtime/app.js']},
    ...(connection.kind === 'local' && {server: {...config.server, headers: localOnlyHeaders}}),
  }),
})

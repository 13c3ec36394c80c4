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
    // Without an entry, Vite searches every HTML file below this folder for packages. The pages of the
    // examples are not part of the Studio, and one unresolved import stops the search. Vite then finds
    // packages one by one, and each reloads an open Studio.
    optimizeDeps: {...config.optimizeDeps, entries: ['.sanity/runtime/app.js']},
    ...(connection.kind === 'local' && {server: {...config.server, headers: localOnlyHeaders}}),
  }),
})

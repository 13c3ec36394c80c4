import {localOnlyHeaders, readConnection} from '@touchpoints/studio/connection'
import {defineCliConfig} from 'sanity/cli'

// Read here too, so that `sanity dev` and `sanity build` stop at once and name the variable.
const connection = readConnection(process.env)
const {projectId, dataset} = connection

export default defineCliConfig({
  api: {projectId, dataset},
  deployment: {autoUpdates: false},
  vite: (config) => ({
    ...config,
    // Vite looks for packages in every HTML file below this folder unless it is told where the Studio
    // begins. The pages of the examples are no part of it, and one that cannot be resolved ends the
    // search: packages are then found one by one, each with a reload of an open Studio.
    optimizeDeps: {...config.optimizeDeps, entries: ['.sanity/runtime/app.js']},
    ...(connection.kind === 'local' && {server: {...config.server, headers: localOnlyHeaders}}),
  }),
})

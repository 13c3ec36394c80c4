import {defineCliConfig} from 'sanity/cli'

import {localOnlyHeaders} from './studio/connection/localOnlyHeaders.ts'
import {readConnection} from './studio/connection/readConnection.ts'

// Read here too, so that `sanity dev` and `sanity build` stop at once and name the variable.
const connection = readConnection(process.env)
const {projectId, dataset} = connection

export default defineCliConfig({
  api: {projectId, dataset},
  deployment: {autoUpdates: false},
  vite: (config) => {
    if (connection.kind === 'hosted') return config
    return {...config, server: {...config.server, headers: localOnlyHeaders}}
  },
})

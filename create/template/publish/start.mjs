// Runs all programs in one container: the Content Lake, the site and Caddy. When one exits, all stop, and
// the host starts the container again.
import {spawn} from 'node:child_process'
import {chownSync} from 'node:fs'

/** The user of the Dockerfile. */
const user = process.getuid?.() === 0 ? {uid: 10_001, gid: 10_001} : {}
const {SITE_URL, STUDIO_URL, SANITY_API_READ_TOKEN, SANITY_API_WRITE_TOKEN, EDITORS} = process.env
const {PATH, TOUCHPOINTS_DATA = '/data', PORT = '8080'} = process.env
const own = {PATH, TOUCHPOINTS_DATA}

// The host ends TLS. Every address except the Studio's is the site's, also the one that a health check uses.
const studio = new URL(STUDIO_URL)
const programs = [
  [
    'touchpoints',
    ['lake'],
    {TOUCHPOINTS_LAKE_ORIGIN: STUDIO_URL, SANITY_API_READ_TOKEN, SANITY_API_WRITE_TOKEN},
  ],
  [
    'node',
    ['site/dist/server/entry.mjs'],
    {
      SITE_URL,
      SANITY_STUDIO_URL: STUDIO_URL,
      SANITY_API_HOST: 'http://127.0.0.1:3900',
      SANITY_API_READ_TOKEN,
    },
  ],
  [
    'caddy',
    ['run', '--config', 'Caddyfile'],
    {
      EDITORS,
      SANITY_API_WRITE_TOKEN,
      SITE_URL,
      SITE_ADDRESS: `http://:${PORT}`,
      STUDIO_ADDRESS: `http://${studio.hostname}:${PORT}`,
      SITE_UPSTREAM: '127.0.0.1:4321',
      LAKE_UPSTREAM: '127.0.0.1:3900',
      XDG_CONFIG_HOME: TOUCHPOINTS_DATA,
      XDG_DATA_HOME: TOUCHPOINTS_DATA,
    },
  ],
]

if (user.uid) chownSync(TOUCHPOINTS_DATA, user.uid, user.gid)
const children = programs.map(([command, args, env]) =>
  spawn(command, args, {...user, env: {...own, ...env}, stdio: 'inherit'}),
)
const stop = () => children.forEach((child) => child.kill('SIGTERM'))
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
for (const child of children) {
  child.on('error', ({message}) => console.error(message))
  child.on('close', (code) => {
    process.exitCode ??= code ?? 1
    stop()
  })
}

// Runs all programs in one container: the Content Lake, the site and Caddy. When one exits, all stop, and
// the host starts the container again.
import {spawn} from 'node:child_process'
import {chownSync} from 'node:fs'

/** The user of the Dockerfile. */
const user = process.getuid?.() === 0 ? {uid: 10_001, gid: 10_001} : undefined
const {SITE_URL, STUDIO_URL, SANITY_API_READ_TOKEN, SANITY_API_WRITE_TOKEN, EDITORS} = process.env
const {PATH, TOUCHPOINTS_DATA = '/data', PORT = '8080'} = process.env
const common = {PATH, TOUCHPOINTS_DATA, HOME: TOUCHPOINTS_DATA}

const lake = {
  ...common,
  TOUCHPOINTS_LAKE_ORIGIN: STUDIO_URL,
  SANITY_API_READ_TOKEN,
  SANITY_API_WRITE_TOKEN,
}
const site = {
  ...common,
  SITE_URL,
  SANITY_STUDIO_URL: STUDIO_URL,
  SANITY_API_HOST: 'http://127.0.0.1:3900',
  SANITY_API_READ_TOKEN,
}
// The host ends TLS. Every address except the Studio's is the site's, also that of the host's health check.
const caddy = {
  ...common,
  SITE_URL,
  SITE_ADDRESS: `http://:${PORT}`,
  STUDIO_ADDRESS: `http://${new URL(STUDIO_URL).hostname}:${PORT}`,
  SITE_UPSTREAM: '127.0.0.1:4321',
  LAKE_UPSTREAM: '127.0.0.1:3900',
  SANITY_API_WRITE_TOKEN,
  EDITORS,
  XDG_CONFIG_HOME: TOUCHPOINTS_DATA,
  XDG_DATA_HOME: TOUCHPOINTS_DATA,
}

if (user) chownSync(TOUCHPOINTS_DATA, user.uid, user.gid)
const backups = `${TOUCHPOINTS_DATA}/backups`
const children = [
  start('touchpoints', ['lake', '--backup', backups, '--every', '24h', '--keep', '7'], lake),
  start('node', ['site/dist/server/entry.mjs'], site),
  start('caddy', ['run', '--config', 'Caddyfile'], caddy),
]
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
for (const child of children) {
  child.on('error', ({message}) => process.stderr.write(`${message}\n`))
  child.on('close', (code) => {
    process.exitCode ??= code ?? 1
    stop()
  })
}

function start(command, args, env) {
  return spawn(command, args, {...user, env, stdio: 'inherit'})
}

function stop() {
  for (const child of children) child.kill('SIGTERM')
}

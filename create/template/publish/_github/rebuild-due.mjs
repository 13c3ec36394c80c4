// Decides whether the published site needs a build: a meeting started or ended since the last one.
//
//   node .github/rebuild-due.mjs https://example.org/ >> "$GITHUB_OUTPUT"
//
// The site's events.json has the time of its next change. A second argument replaces the clock.
const [site = '', time = new Date().toISOString()] = process.argv.slice(2)

const {due, reason} = await decide()
process.stderr.write(`${reason}\n`)
process.stdout.write(`due=${due}\n`)

async function decide() {
  if (!URL.canParse(site)) {
    throw new Error(`"${site}" is no address. Set the repository variable SITE_URL to https://…`)
  }
  const address = new URL('api/events.json', site.endsWith('/') ? site : `${site}/`)
  let response
  try {
    response = await fetch(address, {signal: AbortSignal.timeout(30_000)})
  } catch (error) {
    // The host has a problem, and a build does not solve it. The next hour tries again.
    return {due: false, reason: `Could not reach ${address} (${error.cause?.code ?? error.name}).`}
  }
  if (!response.ok && response.status !== 404) {
    return {due: false, reason: `${address} responded with ${response.status}.`}
  }
  const events = response.ok ? await response.json().catch(() => null) : null
  if (!events) return {due: true, reason: `${address} has no calendar yet.`}
  const {nextChangeAt} = events
  if (!nextChangeAt) return {due: false, reason: 'The calendar has no next change.'}
  const due = Date.parse(nextChangeAt) <= Date.parse(time)
  return {due, reason: `The calendar changes at ${nextChangeAt}. It is ${time}.`}
}

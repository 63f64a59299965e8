import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import autocannon from 'autocannon'

const CONNECTIONS = 32
const WRK = ['/usr/bin/wrk', '/usr/local/bin/wrk', '/opt/homebrew/bin/wrk'].find((path) => existsSync(path))

/** Which program asks: wrk takes less of the machine than one written in JavaScript, where it is installed. */
export const GENERATOR = WRK === undefined ? 'autocannon (wrk is not installed)' : 'wrk'

/** Requests a second that `url` answers to `connections` at once for some seconds, each answer 200 or 304. */
export async function rateOf({ url, headers = {}, connections = CONNECTIONS }, seconds) {
  const load = { headers: { 'accept-encoding': 'gzip', ...headers }, connections, seconds }
  return WRK === undefined ? askByAutocannon(url, load) : askByWrk(url, load)
}

async function askByWrk(url, { headers, connections, seconds }) {
  const flags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const amount = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--timeout', '10s']
  const { stdout } = await promisify(execFile)(WRK, [...amount, ...flags, url])
  const faults = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(stdout)
  if (faults !== null) throw new Error(`${url}: ${faults[0]}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

async function askByAutocannon(url, { headers, connections, seconds }) {
  const { requests, errors, statusCodeStats } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
  })
  const strange = Object.keys(statusCodeStats).filter((code) => code !== '200' && code !== '304')
  if (errors > 0 || strange.length > 0) throw new Error(`${url}: ${errors} errors, statuses ${strange}`)
  return requests.average
}

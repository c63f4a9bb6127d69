import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';

/** Sends requests with `wrk` on one thread. */
export async function wrk(program, {origin, paths, headers, seconds, first}) {
  const folder = mkdtempSync(join(tmpdir(), 'wrk-'));
  const script = join(folder, 'ask.lua');
  writeFileSync(script, lua(paths, headers, first));
  try {
    const words = ['-t1', '-c64', `-d${seconds}s`, '--latency', '--timeout', '10s', '-s', script, origin];
    const {stdout} = await promisify(execFile)(program, words);
    return readReport(stdout);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** Parses the output of `wrk --latency`; throws if requests failed. */
export function readReport(text) {
  const failed = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(text);
  if (failed) throw new Error(failed[0]);
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s|m)\b/.exec(text);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)[1]),
    p99: Number(p99) * {us: 0.001, ms: 1, s: 1000, m: 60_000}[unit],
    requests: Number(/(\d+) requests in/.exec(text)[1]),
  };
}

function lua(paths, headers, first) {
  const quoted = value => JSON.stringify(value);
  const lines = Object.entries(headers).map(([name, value]) => `[${quoted(name)}] = ${quoted(value)}`);
  return `local paths = {${paths.map(quoted).join(', ')}}
local headers = {${lines.join(', ')}}
local n = ${first}
function request()
  n = n + 1
  headers["X-Forwarded-For"] = "10." .. (n % 200) .. "." .. (math.floor(n / 200) % 200) .. ".1"
  local path = string.gsub(paths[n % #paths + 1], "#", tostring(n))
  return wrk.format("GET", path, headers)
end
`;
}

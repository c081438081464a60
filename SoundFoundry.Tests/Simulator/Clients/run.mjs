// Runs the vendors' own clients, every case at once, each against a simulator of its own.
// Standard input: {"case": "address"}. Standard output: {"case": {value | error, requests}}.
import * as fal from './fal.mjs';
import * as replicate from './replicate.mjs';
import { text } from 'node:stream/consumers';

const cases = { ...fal, ...replicate };

function describe(error) {
  const { name, message, status, body, isUserTimeout } = error;
  return { name, message, status: status ?? error.response?.status, body, is_user_timeout: isUserTimeout, field_errors: error.fieldErrors };
}

async function run(name, address) {
  const requests = [];
  const recorded = (url, init) => {
    const { pathname, search } = new URL(url);
    const headers = Object.fromEntries(new Headers(init?.headers));
    requests.push({ method: (init?.method ?? 'GET').toUpperCase(), path: pathname + search, headers });
    return fetch(url, init);
  };
  try {
    return { value: (await cases[name](address, recorded)) ?? null, requests };
  } catch (error) {
    return { error: describe(error), requests };
  }
}

const addresses = Object.entries(JSON.parse(await text(process.stdin)));
const outcomes = await Promise.all(addresses.map(async ([name, address]) => [name, await run(name, address)]));
process.stdout.write(JSON.stringify(Object.fromEntries(outcomes)), () => process.exit(0));

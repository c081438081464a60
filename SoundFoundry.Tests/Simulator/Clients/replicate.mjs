import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import Replicate, { parseProgressFromLogs, validateWebhook } from 'replicate';

const model = 'stability-ai/stable-audio-2.5';
const versioned = 'meta/musicgen:671ac645ce5e552cc63a54a2bbff63fcf798043055d2dac5fc9e36a837eedcfb';
const input = { prompt: 'soft rain', duration: 2 };
const polling = { mode: 'poll', interval: 50 };

const client = (address, fetch, auth = 'r8_simulated') => new Replicate({ auth, baseUrl: `${address}/v1`, fetch });

export async function replicate_run_polling(address, fetch) {
  const seen = [];
  const output = await client(address, fetch).run(model, { input, wait: polling }, prediction => seen.push(prediction));
  const progress = seen.map(prediction => parseProgressFromLogs(prediction)).filter(found => found !== null);
  return { output, statuses: [...new Set(seen.map(prediction => prediction.status))], progress: progress.map(found => found.percentage) };
}

export const replicate_run_a_version = (address, fetch) =>
  client(address, fetch).run(versioned, { input: { prompt: 'soft rain', duration: 2 }, wait: polling });

export const replicate_run_blocking = (address, fetch) => client(address, fetch).run(model, { input });

export async function replicate_run_blocking_with_a_small_file(address, fetch) {
  const output = await client(address, fetch).run(model, { input: { ...input, duration: 1 } });
  return { kind: output.constructor.name, size: (await output.blob()).size };
}

export const replicate_run_blocking_too_short = (address, fetch) =>
  client(address, fetch).run(model, { input, wait: { mode: 'block', timeout: 1 } });

export const replicate_run_of_a_community_model_by_name = (address, fetch) =>
  client(address, fetch).run('lucataco/ace-step', { input: { tags: 'rain' } });

const create = (address, fetch) => client(address, fetch).predictions.create({ model, input });

export const replicate_create_402 = create;
export const replicate_create_429 = create;
export const replicate_create_500 = create;
export const replicate_create_reset = create;

export const replicate_create_with_a_wrong_token = (address, fetch) =>
  client(address, fetch, 'invalid').predictions.create({ model, input });

export const replicate_create_with_bad_input = (address, fetch) =>
  client(address, fetch).predictions.create({ model, input: { duration: 500 } });

export async function replicate_get_500(address, fetch) {
  const replicate = client(address, fetch);
  const { id } = await replicate.predictions.create({ model, input });
  return replicate.predictions.get(id);
}

export const replicate_failed = (address, fetch) => client(address, fetch).run(model, { input, wait: polling });

export async function replicate_aborted(address, fetch) {
  const waited = new Promise(resolve => setTimeout(resolve, 2_000, 'still waiting'));
  return Promise.race([client(address, fetch).run(model, { input, wait: polling }), waited]);
}

export async function replicate_cancel(address, fetch) {
  const replicate = client(address, fetch);
  const { id } = await replicate.predictions.create({ model, input });
  return replicate.predictions.cancel(id);
}

export async function replicate_list(address, fetch) {
  const replicate = client(address, fetch);
  const created = [];
  for (let number = 0; number < 102; number++) created.push((await replicate.predictions.create({ model, input })).id);
  const pages = [];
  for await (const page of replicate.paginate(replicate.predictions.list)) pages.push(page.map(prediction => prediction.id));
  return { newest_first: JSON.stringify(pages.flat()) === JSON.stringify(created.reverse()), pages: pages.map(page => page.length) };
}

export async function replicate_catalog(address, fetch) {
  const replicate = client(address, fetch);
  const account = await replicate.accounts.current();
  const official = await replicate.models.get('google', 'lyria-2');
  const community = await replicate.models.get('meta', 'musicgen');
  return {
    username: account.username,
    official: official.is_official,
    community: community.is_official,
    version: community.latest_version.id,
  };
}

export async function replicate_webhooks(address, fetch) {
  const replicate = client(address, fetch);
  const letters = [];
  const receiver = createServer(async (request, response) => {
    letters.push(new Request('http://receiver', { method: 'POST', headers: request.headers, body: await text(request) }));
    response.end();
    if (letters.length === 2) receiver.emit('all');
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const all = once(receiver, 'all');
  const webhook = `http://127.0.0.1:${receiver.address().port}/hook`;
  await replicate.predictions.create({ model, input, webhook, webhook_events_filter: ['start', 'completed'] });
  await all;
  const { key } = await replicate.webhooks.default.secret.get();
  const valid = await Promise.all(letters.map(letter => validateWebhook(letter.clone(), key)));
  return { valid, statuses: (await Promise.all(letters.map(letter => letter.json()))).map(prediction => prediction.status) };
}

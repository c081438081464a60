import { createFalClient } from '@fal-ai/client';

const model = 'fal-ai/stable-audio-25/text-to-audio';
const input = { prompt: 'soft rain', seconds_total: 2 };

// The client knows no base address: what it would send to fal is sent to the simulator instead.
function client(address, fetch, credentials = 'kid:ksec') {
  return createFalClient({
    credentials,
    fetch,
    requestMiddleware: async request => ({ ...request, url: request.url.replace(/^https:\/\/(queue\.)?fal\.run/, address) }),
  });
}

async function submitAndFinish(fal, options) {
  const { request_id: requestId } = await fal.queue.submit(model, { input, ...options });
  await fal.queue.subscribeToStatus(model, { requestId, pollInterval: 50 });
  return requestId;
}

export async function fal_subscribe(address, fetch) {
  const updates = [];
  const result = await client(address, fetch).subscribe(model, {
    input, logs: true, pollInterval: 50, startTimeout: 30, storageSettings: { expiresIn: '1h' },
    onQueueUpdate: update => updates.push(update),
  });
  return { result, statuses: [...new Set(updates.map(update => update.status))], logs: updates.at(-1).logs };
}

export async function fal_submit_with_webhook(address, fetch) {
  return client(address, fetch).queue.submit(model, { input, webhookUrl: 'https://a.b/c?d=1' });
}

export async function fal_stream(address, fetch) {
  const fal = client(address, fetch);
  const { request_id: requestId } = await fal.queue.submit(model, { input });
  const updates = [];
  const done = await fal.queue.subscribeToStatus(model, {
    requestId, logs: true, mode: 'streaming', onQueueUpdate: update => updates.push(update),
  });
  const statuses = [...new Set(updates.map(update => update.status))];
  return { statuses, logs: updates.at(-1).logs.map(log => log.message), done: done.status };
}

const submit = (address, fetch) => client(address, fetch).queue.submit(model, { input });

export const fal_submit_locked = submit;
export const fal_submit_500 = submit;
export const fal_submit_503_once = submit;
export const fal_submit_reset_once = submit;

export const fal_submit_with_a_wrong_key = (address, fetch) => client(address, fetch, 'invalid:key').queue.submit(model, { input });

export const fal_submit_to_an_unknown_app = (address, fetch) => client(address, fetch).queue.submit('fal-ai/nowhere', { input });

export async function fal_result_of_bad_input(address, fetch) {
  const fal = client(address, fetch);
  const requestId = await submitAndFinish(fal, { input: { ...input, seconds_total: 500 } });
  return fal.queue.result(model, { requestId });
}

export async function fal_start_timeout(address, fetch) {
  const fal = client(address, fetch);
  const requestId = await submitAndFinish(fal, { startTimeout: 1.5 });
  return fal.queue.result(model, { requestId });
}

export async function fal_status_500_once(address, fetch) {
  const fal = client(address, fetch);
  const { request_id: requestId } = await fal.queue.submit(model, { input });
  return fal.queue.status(model, { requestId, logs: true });
}

export async function fal_cancel(address, fetch) {
  const fal = client(address, fetch);
  const { request_id: requestId } = await fal.queue.submit(model, { input });
  await fal.queue.cancel(model, { requestId });
  return 'canceled';
}

export async function fal_cancel_too_late(address, fetch) {
  const fal = client(address, fetch);
  const requestId = await submitAndFinish(fal);
  await fal.queue.cancel(model, { requestId });
}

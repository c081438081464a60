// Verifies deliveries with the library that Standard Webhooks give to receivers.
// Standard input: [{secret, headers, body}]. Standard output: for each "verified", or why not.
import { Webhook } from 'standardwebhooks';
import { text } from 'node:stream/consumers';

function verdict({ secret, headers, body }) {
  try {
    new Webhook(secret).verify(body, headers);
    return 'verified';
  } catch (error) {
    return error.message;
  }
}

process.stdout.write(JSON.stringify(JSON.parse(await text(process.stdin)).map(verdict)));

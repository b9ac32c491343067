import { createServer, type Server } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { listenOnLoopback } from '../../home/ports.ts';
import { createFaultBoard } from '../faults/fault-board.ts';
import { createManualClock } from '../time/simulated-clock.ts';
import { createWebhookSender, type OutgoingWebhook } from './send-webhook.ts';

/** A receiver on a real socket, where redirects and silence are what they are. */
async function receive(answer: (url: string, respond: (status: number, location?: string) => void) => void) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request.url ?? '', (status, location) =>
      response.writeHead(status, location ? { location } : {}).end('x'.repeat(100_000)),
    );
  });
  const port = await listenOnLoopback(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}/hook`, asked };
}

function createSender(timeoutMs = 5_000) {
  const clock = createManualClock();
  const faults = createFaultBoard();
  return {
    clock,
    faults,
    sender: createWebhookSender({ clock, faults, fetch, place: 'test.webhooks', timeoutMs }),
  };
}

const webhook = (url: string, more: Partial<OutgoingWebhook> = {}): OutgoingWebhook => ({
  url,
  id: 'msg_1',
  runId: 'run_1',
  event: 'completed',
  body: '{}',
  sign: () => ({}),
  retryDelaysMs: [],
  ...more,
});

it('takes a redirect for a refusal', async () => {
  const { url, asked } = await receive((path, respond) =>
    respond(path === '/hook' ? 302 : 200, '/elsewhere'),
  );
  const { sender } = createSender();
  await sender.send(webhook(url));
  expect(asked).toEqual(['/hook']);
  expect(sender.deliveries()).toMatchObject([{ outcome: 'refused', status: 302 }]);
});

it('waits for no receiver for ever, and tries again when its time has come', async () => {
  let silent = true;
  const { url } = await receive((_, respond) => {
    if (!silent) respond(200);
  });
  const { sender, clock } = createSender(50);
  await sender.send(webhook(url, { retryDelaysMs: [10_000] }));
  silent = false;
  await clock.advance(9_999);
  expect(sender.deliveries()).toMatchObject([{ outcome: 'unreachable', status: null }]);
  await clock.advance(1);
  expect(sender.deliveries()).toMatchObject([{ attempt: 1 }, { attempt: 2, outcome: 'delivered' }]);
});

it('sends a last webhook that was held back when nothing comes to overtake it', async () => {
  const { url, asked } = await receive((_, respond) => respond(200));
  const { sender, clock, faults } = createSender();
  faults.add({ on: 'test.webhooks', kind: 'reorder-webhooks' });
  await sender.send(webhook(url, { retryDelaysMs: [1_000] }));
  expect(asked).toEqual([]);
  await clock.advance(5_000);
  expect(asked).toEqual(['/hook']);
});

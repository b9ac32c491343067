import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StudioApi } from '../../../api/studio-api.ts';
import { useStudio } from '../../studio.tsx';
import type { CaptionPlan } from './caption-plan.ts';

/** Where the writing of captions stands. */
export interface CaptioningState {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** Asked for and not there yet: they come, also after stopping. */
  readonly underWay: number;
  readonly isStopping: boolean;
  readonly isOver: boolean;
  /** Why no more were asked for; null where all were. */
  readonly refusal: unknown;
  readonly startedAtMs: number;
}

const pollMs = 1500;
/** Asked ahead, so that the engine has work while nobody looks. */
const ahead = 4;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Captions by a model: asked for in portions, counted as they come, and stopped between two portions. */
export const useCaptioning = () => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const [state, setState] = useState<CaptioningState | null>(null);
  const run = useRef<{ isStopped: boolean } | null>(null);
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: [brand.id, 'assets'] }),
    [client, brand.id],
  );

  const follow = useCallback(
    async (plan: CaptionPlan, pending: Set<string>) => {
      const current = { isStopped: false };
      run.current = current;
      let [done, failed] = [0, 0];
      let refusal: unknown = null;
      const startedAtMs = Date.now();
      const calls = [...plan.calls];
      const total = plan.total + pending.size;
      const show = (isOver = false) =>
        run.current === current &&
        setState({
          total,
          done,
          failed,
          refusal,
          startedAtMs,
          isOver,
          underWay: pending.size,
          isStopping: current.isStopped,
        });
      show();
      while (calls.length + pending.size > 0 && run.current === current) {
        if (current.isStopped) calls.length = 0;
        const call = pending.size < ahead ? calls.shift() : undefined;
        if (call) {
          try {
            const { requested, waiting, passedOver } = await api.assets.requestCaptions(call);
            for (const id of [...requested, ...waiting]) pending.add(id);
            done += passedOver.length;
          } catch (error) {
            refusal = error;
            calls.length = 0;
          }
        } else {
          await wait(pollMs);
          const ended = await listEnded(api, [...pending]).catch(() => []);
          for (const { assetId, status } of ended) {
            pending.delete(assetId);
            if (status === 'failed') failed += 1;
            else done += 1;
          }
          if (ended.length > 0) void refresh();
        }
        show();
      }
      show(true);
    },
    [api, refresh],
  );

  useEffect(() => {
    // Captions are written by the engine, so they go on while nobody is here: what still waits is followed again.
    const stop = new AbortController();
    const look = async () => {
      const { items } = await api.assets.listCaptionRequests({
        onlyWaiting: true,
        limit: 100,
        signal: stop.signal,
      });
      if (items.length === 0 || run.current || stop.signal.aborted) return;
      await follow({ calls: [], total: 0, tooLong: [] }, new Set(items.map(({ assetId }) => assetId)));
    };
    look().catch(() => undefined);
    return () => {
      stop.abort();
      run.current = null;
    };
  }, [api, follow]);

  return {
    state,
    start: (plan: CaptionPlan) => void follow(plan, new Set()),
    stop: () => {
      if (run.current) run.current.isStopped = true;
      setState((now) => now && { ...now, isStopping: true });
    },
    dismiss: () => setState(null),
  };
};

/** The newest wish for each of the pictures, where it is over. */
const listEnded = async (api: StudioApi, assetId: readonly string[]) => {
  if (assetId.length === 0) return [];
  const { items } = await api.assets.listCaptionRequests({ assetId, limit: 100 });
  const newest = assetId.flatMap((id) => items.find((one) => one.assetId === id) ?? []);
  return newest.filter(({ status }) => status !== 'waiting');
};

/** One request at a time for one place on the page: loading, there, or failed, and never an older answer over a newer. */
import { shallowRef } from 'vue';
import { Failure } from '../api/client';

export type Load<T> =
  | { state: 'loading'; before: T | null }
  | { state: 'there'; value: T }
  | { state: 'failed'; failure: Failure };

export function asFailure(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  throw cause;
}

export function useLoad<T>() {
  const load = shallowRef<Load<T>>({ state: 'loading', before: null });
  let newest = 0;
  async function start(request: () => Promise<T>): Promise<T | null> {
    const mine = ++newest;
    const before = load.value.state === 'there' ? load.value.value : null;
    load.value = { state: 'loading', before };
    try {
      const value = await request();
      if (mine === newest) load.value = { state: 'there', value };
      return value;
    } catch (cause) {
      const failure = asFailure(cause);
      if (mine === newest) load.value = { state: 'failed', failure };
      return null;
    }
  }
  return { load, start };
}

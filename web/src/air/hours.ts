/** The hours of air already fetched: each asked for once, the oldest let go, a failed one forgotten so it can be retried. */
import { get } from '../api/client';
import type { CitiesAir } from '../api/contract';
import { hoursLater } from '../frame/time';

/** A week of hours; one hour of 32 cities is about 15 kB. */
const KEPT = 168;

export class AirHours {
  readonly #asked = new Map<string, Promise<CitiesAir>>();
  readonly #there = new Map<string, CitiesAir>();
  readonly #fetch: (hour: string) => Promise<CitiesAir>;

  constructor(fetchHour: (hour: string) => Promise<CitiesAir> = (hour) => get('/api/v1/air/cities', { hour })) {
    this.#fetch = fetchHour;
  }

  /** The hour if it is already here. */
  found(hour: string): CitiesAir | null {
    return this.#there.get(hour) ?? null;
  }

  at(hour: string): Promise<CitiesAir> {
    const before = this.#asked.get(hour);
    if (before) return before;
    const asked = this.#fetch(hour).then(
      (air) => {
        this.#there.set(hour, air);
        return air;
      },
      (cause: unknown) => {
        this.#asked.delete(hour);
        throw cause;
      },
    );
    this.#asked.set(hour, asked);
    this.#letGo();
    return asked;
  }

  /** Fetches the hours after this one, one after another; a failure stops it, the page will meet and show it itself. */
  async prefetch(hour: string, count: number, last: string): Promise<void> {
    for (let ahead = 1; ahead <= count; ahead++) {
      const next = hoursLater(hour, ahead);
      if (next > last) return;
      try {
        await this.at(next);
      } catch {
        return; // shown when the slider arrives there
      }
    }
  }

  #letGo(): void {
    for (const hour of this.#asked.keys()) {
      if (this.#asked.size <= KEPT) return;
      this.#asked.delete(hour);
      this.#there.delete(hour);
    }
  }
}

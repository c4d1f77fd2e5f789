/** The hours of air already fetched: each asked for once, the oldest let go, a failed one forgotten so it can be retried. */
import { citiesAt } from '../api/air';
import type { CitiesAir } from '../api/contract';
import { hoursBetween, hoursLater } from '../frame/time';

/** A week of hours; one hour of 32 cities is about 15 kB. */
const KEPT = 168;
/** Between two hours fetched in the background, so that the person's own requests always come first. */
const PAUSE_MS = 40;

export class AirHours {
  readonly #asked = new Map<string, Promise<CitiesAir>>();
  readonly #there = new Map<string, CitiesAir>();
  readonly #fetch: (hour: string) => Promise<CitiesAir>;

  constructor(fetchHour: (hour: string) => Promise<CitiesAir> = citiesAt) {
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

  /** Fetches the hours of a stretch that are not here yet, nearest to the middle first, until told to stop or one fails. */
  async gather(first: string, last: string, middle: string, goesOn: () => boolean): Promise<void> {
    const reach = Math.max(hoursBetween(first, middle), hoursBetween(middle, last));
    for (let away = 1; away <= reach; away++) {
      for (const hour of [hoursLater(middle, -away), hoursLater(middle, away)]) {
        if (!goesOn()) return;
        if (hour < first || hour > last || this.found(hour)) continue;
        try {
          await this.at(hour);
          await new Promise((over) => setTimeout(over, PAUSE_MS));
        } catch {
          return; // shown when the slider arrives there
        }
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

/** What the pages of days keep in their address beside the place: period, pollutant, day. */
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { isDay, periodOf } from '../../air/periods';
import { isMeasure, type Measure } from '../../air/pollutants';

export function useDaysQuery() {
  const route = useRoute();
  const router = useRouter();
  const given = (name: string): string | null => {
    const value = route.query[name];
    return typeof value === 'string' ? value : null;
  };
  const period = computed(() => (periodOf(given('period') ?? '') ? given('period') : null));
  const measure = computed<Measure>(() => {
    const asked = given('pollutant') ?? '';
    return isMeasure(asked) ? asked : 'aqi';
  });
  const day = computed(() => (isDay(given('day') ?? '') ? given('day') : null));

  /** Changes some of it; what is null leaves the address. */
  function show(change: Record<string, string | null>): void {
    const next = { ...route.query, ...change };
    const query = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null && value !== ''));
    void router.replace({ params: route.params, query });
  }
  return { period, measure, day, show };
}

import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { queryOf, viewOf, type View } from './view';

/** The view in the address, and the one way to change it. */
export function useView() {
  const route = useRoute();
  const router = useRouter();
  const view = computed(() => viewOf(route.query));
  function show(change: Partial<View>): void {
    void router.replace({ query: queryOf({ ...view.value, ...change }) });
  }
  return { view, show };
}

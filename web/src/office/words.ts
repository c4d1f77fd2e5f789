/** The texts of a page come with the page, so that the first page does not carry the words of all. */
import { useI18n } from 'vue-i18n';

type Messages = Record<string, unknown>;

/** To be called before the page's first text is asked for. */
export function usePageWords(...pairs: readonly (readonly [zh: Messages, en: Messages])[]) {
  const composer = useI18n();
  for (const [zh, en] of pairs) {
    composer.mergeLocaleMessage('zh-CN', zh);
    composer.mergeLocaleMessage('en', en);
  }
  return composer;
}

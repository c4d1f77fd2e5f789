/** The page's language: Chinese or English, remembered, and the same in the texts, the numbers and the lang attribute. */
import { createI18n } from 'vue-i18n';
import type { Words } from '../api/contract';
import { remember } from './memory';

export type Language = 'zh-CN' | 'en';
type Messages = Record<string, unknown>;

export function languageOf(lang: string): Language {
  return lang.startsWith('zh') ? 'zh-CN' : 'en';
}

export function createLanguage(zh: Messages, en: Messages) {
  return createI18n({
    legacy: false,
    locale: languageOf(document.documentElement.lang),
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': zh, en } as Record<Language, Record<string, string>>,
  });
}

export function useLanguage(language: Language): void {
  document.documentElement.lang = language;
  remember('airshed.language', language);
}

/** The side of a two-language text that the page speaks. */
export function spoken(words: Words, language: string): string {
  return language.startsWith('zh') ? words.zh : words.en;
}

/** Choosing a password: what can be seen to be wrong before the server is asked, and which field a refusal is about. */
import type { Failure } from '../api/client';
import type { FormError } from '../parts/ErrorSummary.vue';

/** As the server's rule has it (docs/guide/access.md); the server decides. */
export const SHORTEST = 12;
export const LONGEST = 128;

export interface Choice {
  current: string;
  replacement: string;
  again: string;
}

/** Keys of the sentences for what is missing or does not fit, by field, in the order of the form. */
export function faultsOf(choice: Choice): { field: keyof Choice; key: string }[] {
  const faults: { field: keyof Choice; key: string }[] = [];
  if (choice.current === '') faults.push({ field: 'current', key: 'password.currentMissing' });
  const { length } = choice.replacement;
  if (length === 0) faults.push({ field: 'replacement', key: 'password.replacementMissing' });
  else if (length < SHORTEST) faults.push({ field: 'replacement', key: 'password.tooShort' });
  else if (length > LONGEST) faults.push({ field: 'replacement', key: 'password.tooLong' });
  else if (choice.again !== choice.replacement) faults.push({ field: 'again', key: 'password.notTheSame' });
  return faults;
}

/** The server's refusal, at the field it is about where its code says so. */
export function refusalOf(failure: Failure, sentence: string): FormError {
  const code = failure.body.code ?? '';
  if (code === 'access.password-wrong') return { field: 'current', text: sentence };
  if (code.startsWith('access.password.')) return { field: 'replacement', text: sentence };
  return { text: sentence };
}

/** A failure as one sentence in the page's language. */
import type { Failure } from '../api/client';

type Say = (key: string, values: Record<string, unknown>) => string;

/** The server's own sentence when it speaks the page's language, else ours for that kind of failure. */
export function problemSentence(failure: Failure, language: string, say: Say): string {
  const own = language.startsWith('zh') ? failure.body.zh : failure.body.en;
  if (own) return own;
  const detail = failure.body.detail ?? failure.body.title;
  if (detail && isWrittenIn(detail, language)) return detail;
  if (failure.kind !== 'problem') return say(`failed.${failure.kind}`, {});
  const known = [400, 401, 403, 404, 409, 429, 503].includes(failure.status ?? 0);
  const sentence = say(`failed.status${known ? failure.status : 'Other'}`, { status: failure.status });
  return detail ? `${sentence}${say('failed.inTheirWords', { detail })}` : sentence;
}

function isWrittenIn(text: string, language: string): boolean {
  return /\p{Script=Han}/u.test(text) === language.startsWith('zh');
}

import { expect, it } from 'vitest';
import { Failure } from '../api/client';
import { problemSentence } from './problem';

const say = (key: string, values: Record<string, unknown>): string => (Object.keys(values).length > 0 ? `${key}(${Object.values(values).join()})` : key);

it('the server’s own sentence is shown when it is in the reader’s language', () => {
  const failure = new Failure('problem', 404, { detail: '没有 2027 年的数据。' }, 'r-1');
  expect(problemSentence(failure, 'zh-CN', say)).toBe('没有 2027 年的数据。');
});

it('a sentence in the other language is kept, after one the reader understands', () => {
  const failure = new Failure('problem', 404, { detail: 'There is no such hour.' }, 'r-1');
  expect(problemSentence(failure, 'zh-CN', say)).toBe('failed.status404(404)failed.inTheirWords(There is no such hour.)');
});

it('a status without a sentence of its own is named', () => {
  expect(problemSentence(new Failure('problem', 418, {}, null), 'en', say)).toBe('failed.statusOther(418)');
});

it('no network and no answer in time are told apart', () => {
  expect(problemSentence(new Failure('unreachable', null, {}, null), 'en', say)).toBe('failed.unreachable');
  expect(problemSentence(new Failure('late', null, {}, null), 'en', say)).toBe('failed.late');
});

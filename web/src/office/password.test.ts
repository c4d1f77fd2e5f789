import { describe, expect, it } from 'vitest';
import { Failure } from '../api/client';
import { faultsOf, refusalOf } from './password';

const LONG = 'seven grey herons';
const refused = (code: string) => new Failure('problem', 400, { code, detail: 'no' }, 'r-1');

describe('choosing a password', () => {
  it('asks for what is missing, field by field', () => {
    expect(faultsOf({ current: '', replacement: '', again: '' }).map(({ field }) => field)).toEqual(['current', 'replacement']);
  });

  it('finds eleven characters too few, twelve enough and 129 too many', () => {
    const keys = (replacement: string) => faultsOf({ current: 'x', replacement, again: replacement }).map(({ key }) => key);
    expect(keys('a'.repeat(11))).toEqual(['password.tooShort']);
    expect(keys('a'.repeat(12))).toEqual([]);
    expect(keys('a'.repeat(129))).toEqual(['password.tooLong']);
  });

  it('wants the new password twice the same', () => {
    expect(faultsOf({ current: 'x', replacement: LONG, again: `${LONG}!` })).toEqual([{ field: 'again', key: 'password.notTheSame' }]);
  });

  it('puts the refusal of the server at the field it is about', () => {
    expect(refusalOf(refused('access.password-wrong'), 'no').field).toBe('current');
    expect(refusalOf(refused('access.password.widely-used'), 'no').field).toBe('replacement');
    expect(refusalOf(refused('access.locked'), 'no').field).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { chosenProblem, previewed, understanding, type Chosen } from './mapping';

const national: Chosen = { way: 'national', text: '', network: 'imported', role: '' };

describe('how a file is to be understood', () => {
  it('is said of any file but the national network’s', () => {
    expect(understanding(national)).toEqual({});
    expect(previewed(national)).toEqual({ mapping: 'cnemc' });
    expect(understanding({ ...national, way: 'prsa', network: 'prsa', role: 'evaluation' })).toEqual({ mapping: 'prsa', network: 'prsa', role: 'evaluation' });
    expect(understanding({ ...national, way: 'own', text: 'station = 站点' })).toEqual({ mapping: 'station = 站点', network: 'imported' });
  });

  it('is refused before sending where the server would refuse it', () => {
    expect(chosenProblem(national)).toBeNull();
    expect(chosenProblem({ ...national, way: 'own', text: ' ' })).toBe('noMapping');
    expect(chosenProblem({ ...national, way: 'own', text: '站'.repeat(2000) })).toBe('longMapping');
    expect(chosenProblem({ ...national, way: 'prsa', network: 'Our Net' })).toBe('networkWord');
    expect(chosenProblem({ ...national, way: 'prsa', network: 'synthetic' })).toBe('networkWord');
  });
});

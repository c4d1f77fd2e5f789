import { expect, it } from 'vitest';
import type { Bulletin, Session } from '../../api/contract';
import { actsOn, mayEdit, stepOf } from './acts';

const by = (state: string) => ({ state, draftedBy: 'wang' }) as Bulletin;
const who = (person: string, ...acts: string[]) => ({ signedIn: true, person, acts }) as unknown as Session;
const seen = (state: string, session: Session | null) => actsOn(by(state), session).map(({ act, hindrance }) => `${act}:${hindrance ?? 'open'}`);

it('a draft is reviewed by who holds that, but not by its author', () => {
  expect(seen('draft', who('zhou', 'bulletin.issue'))).toEqual(['review:open', 'redraft:mandate']);
  expect(seen('draft', who('wang', 'bulletin.issue', 'bulletin.draft'))).toEqual(['review:ownDraft', 'redraft:open']);
});

it('the author of a draft does not issue it either', () => {
  expect(seen('reviewed', who('wang', 'bulletin.issue'))).toEqual(['issue:ownDraft']);
  expect(seen('reviewed', who('zhou', 'bulletin.issue'))).toEqual(['issue:open']);
});

it('everybody signed in acknowledges what was issued; nobody acts on what was superseded', () => {
  expect(seen('issued', who('li'))).toEqual(['acknowledgement:open', 'correction:mandate']);
  expect(seen('issued', null)).toEqual(['acknowledgement:signIn', 'correction:signIn']);
  expect(seen('superseded', who('wang', 'bulletin.draft'))).toEqual([]);
});

it('only a draft is edited, and only by who drafts', () => {
  expect(mayEdit(by('draft'), who('li', 'bulletin.draft'))).toBe(true);
  expect(mayEdit(by('reviewed'), who('li', 'bulletin.draft'))).toBe(false);
  expect(mayEdit(by('draft'), who('zhou', 'bulletin.issue'))).toBe(false);
});

it('a superseded bulletin has been issued', () => {
  expect(['draft', 'reviewed', 'issued', 'superseded'].map(stepOf)).toEqual([0, 1, 2, 2]);
});

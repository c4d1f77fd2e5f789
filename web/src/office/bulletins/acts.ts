/** What may be done with a bulletin where it stands, and by whom; the server decides, the page says it beforehand. */
import type { Bulletin, Session } from '../../api/contract';

export type BulletinAct = 'review' | 'redraft' | 'issue' | 'correction' | 'acknowledgement';
export const STEPS = ['draft', 'reviewed', 'issued'] as const;
export type Mandate = 'bulletin.draft' | 'bulletin.issue';

const ALLOWED: Record<string, readonly BulletinAct[]> = {
  draft: ['review', 'redraft'],
  reviewed: ['issue'],
  issued: ['acknowledgement', 'correction'],
  superseded: [],
};

/** The kind of act a mandate has to hold; acknowledging needs none but being somebody. */
export function mandateFor(act: BulletinAct): Mandate | null {
  switch (act) {
    case 'review':
    case 'issue':
      return 'bulletin.issue';
    case 'redraft':
    case 'correction':
      return 'bulletin.draft';
    case 'acknowledgement':
      return null;
  }
}

export interface Openness {
  act: BulletinAct;
  /** Null when nothing the page knows stands against it. */
  hindrance: 'signIn' | 'mandate' | 'ownDraft' | null;
}

/** Every act the state allows, with what stands between it and this person. */
export function actsOn(bulletin: Bulletin, session: Session | null): Openness[] {
  return (ALLOWED[bulletin.state] ?? []).map((act) => {
    const mandate = mandateFor(act);
    if (!session?.signedIn) return { act, hindrance: 'signIn' };
    if (mandate !== null && !session.acts.includes(mandate)) return { act, hindrance: 'mandate' };
    const byAnother = mandate === 'bulletin.issue' && session.person === bulletin.draftedBy;
    return { act, hindrance: byAnother ? 'ownDraft' : null };
  });
}

export function mayEdit(bulletin: Bulletin, session: Session | null): boolean {
  return bulletin.state === 'draft' && session?.signedIn === true && session.acts.includes('bulletin.draft');
}

/** How many of the steps are done: a superseded bulletin was issued. */
export function stepOf(state: string): number {
  const step = STEPS.findIndex((one) => one === state);
  return step >= 0 ? step : STEPS.length - 1;
}

/** The word for a state; one these pages do not know is shown as the server wrote it. */
export function stateKey(state: string): string {
  return state in ALLOWED ? `bulletins.state.${state}` : state;
}

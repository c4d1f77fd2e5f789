/** What this browser remembers for its user. A refused storage (private window) only means nothing is remembered. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (refused) {
    console.error(`not remembered: ${key}`, refused);
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage refused: nothing was remembered
  }
}

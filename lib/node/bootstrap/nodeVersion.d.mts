export const oldestNode: readonly [number, number];
export function nodeComplaint(version: string): string | null;

/** Files to take away: how large one would be, asking for it, how far it is, and removing it. */
import { act, get, remove } from './client';
import type { Export, ExportEstimate, ExportRequest, Page } from './contract';

/** The rows after those seen, or the first; an address that is not ours is not asked. */
export function exportsAfter(next: string | null): Promise<Page<Export>> {
  return get<Page<Export>>(next?.startsWith('/api/v1/') ? next : '/api/v1/exports?limit=20');
}

export function exportNow(id: string): Promise<Export> {
  return get<Export>(`/api/v1/exports/${id}`);
}

/** Where rights over many places are looked through and their readings counted. */
const DEADLINE_MS = 60_000;

export function estimateExport(request: ExportRequest): Promise<ExportEstimate> {
  return act<ExportEstimate>('/api/v1/exports/estimate', request, DEADLINE_MS);
}

export function requestExport(request: ExportRequest): Promise<Export> {
  return act<Export>('/api/v1/exports', request, DEADLINE_MS);
}

export function removeExport(id: string): Promise<void> {
  return remove(`/api/v1/exports/${id}`);
}

export function fileOf(id: string): string {
  return `/api/v1/exports/${id}/file`;
}

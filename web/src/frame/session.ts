/** Who is signed in, shared by every part of the page. */
import { computed, readonly, shallowRef } from 'vue';
import { get, post, remove } from '../api/client';
import type { Service, Session } from '../api/contract';

const session = shallowRef<Session | null>(null);
const service = shallowRef<Service | null>(null);

async function refresh(): Promise<void> {
  session.value = await get<Session>('/api/v1/session');
}

async function refreshService(): Promise<void> {
  service.value = await get<Service>('/api/v1/service');
}

async function signIn(login: string, password: string): Promise<void> {
  await post('/api/v1/session', { login, password });
  await refresh();
}

/** Every other session of the person ends; this one goes on. */
async function changePassword(current: string, replacement: string): Promise<void> {
  await post('/api/v1/session/password', { current, replacement });
  await refresh();
}

async function signOut(): Promise<void> {
  await remove('/api/v1/session');
  await refresh();
}

export function useSession() {
  return {
    session: readonly(session),
    service: readonly(service),
    signedIn: computed(() => session.value?.signedIn === true),
    zone: computed(() => service.value?.zone ?? 'Asia/Shanghai'),
    refresh,
    refreshService,
    signIn,
    changePassword,
    signOut,
  };
}

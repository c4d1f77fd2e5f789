import { createRouter, createWebHistory } from 'vue-router';
import SituationPage from './pages/SituationPage.vue';

// The file's own name is a valid address too; the pages' addresses stand under /office.
if (location.pathname === '/office.html') history.replaceState(null, '', `/office/situation${location.search}`);

/** One entry per page that exists; the rail shows the desks that have pages, so no link leads nowhere. */
export const DESKS = [
  {
    id: 'monitoring',
    pages: [
      { id: 'situation', path: '/situation' },
      { id: 'city', path: '/cities' },
      { id: 'ranking', path: '/ranking' },
      { id: 'comparison', path: '/comparison' },
    ],
  },
  { id: 'release', pages: [{ id: 'bulletins', path: '/bulletins' }] },
  {
    id: 'data',
    pages: [
      { id: 'imports', path: '/imports' },
      { id: 'arrival', path: '/arrival' },
      { id: 'exports', path: '/exports' },
      { id: 'standards', path: '/standards' },
    ],
  },
] as const;

export const router = createRouter({
  history: createWebHistory('/office'),
  routes: [
    { path: '/', redirect: '/situation' },
    { path: '/situation', name: 'situation', component: SituationPage },
    { path: '/cities/:code?', name: 'city', component: () => import('./pages/CityPage.vue') },
    { path: '/ranking', name: 'ranking', component: () => import('./pages/RankingPage.vue') },
    { path: '/comparison', name: 'comparison', component: () => import('./pages/ComparisonPage.vue') },
    { path: '/imports', name: 'imports', component: () => import('./pages/ImportsPage.vue') },
    { path: '/exports', name: 'exports', component: () => import('./pages/ExportsPage.vue') },
    { path: '/arrival', name: 'arrival', component: () => import('./pages/ArrivalPage.vue') },
    { path: '/standards', name: 'standards', component: () => import('./pages/StandardsPage.vue') },
    {
      // One entry of the rail for the list and for each bulletin.
      path: '/bulletins',
      children: [
        { path: '', name: 'bulletins', component: () => import('./pages/BulletinsPage.vue') },
        { path: ':id', name: 'bulletin', component: () => import('./pages/BulletinPage.vue') },
      ],
    },
    { path: '/sign-in', name: 'signIn', component: () => import('./pages/SignInPage.vue') },
    { path: '/password', name: 'password', component: () => import('./pages/PasswordPage.vue') },
    { path: '/forbidden', name: 'forbidden', component: () => import('./pages/RefusedPage.vue'), props: { reason: 'forbidden' } },
    { path: '/:unknown(.*)*', name: 'unknown', component: () => import('./pages/RefusedPage.vue'), props: { reason: 'unknown' } },
  ],
});

/** The address of ours that somebody came from, as far as it is one; otherwise the first page. */
export function wayBack(from: unknown): string {
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? from : '/situation';
}

router.beforeEach((to, from) => {
  if (to.path !== from.path) delete document.documentElement.dataset.loaded;
});

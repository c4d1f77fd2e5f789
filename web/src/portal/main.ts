import { createApp } from 'vue';
import '../frame/base.css';
import { createLanguage } from '../frame/language';
import enFrame from '../messages/en/frame.json';
import enPortal from '../messages/en/portal.json';
import zhFrame from '../messages/zh-CN/frame.json';
import zhPortal from '../messages/zh-CN/portal.json';
import PortalApp from './PortalApp.vue';

createApp(PortalApp)
  .use(createLanguage({ ...zhFrame, ...zhPortal }, { ...enFrame, ...enPortal }))
  .mount('#app');

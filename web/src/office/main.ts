import { createApp } from 'vue';
import '../frame/base.css';
import { createLanguage } from '../frame/language';
import enDesks from '../messages/en/desks.json';
import enFrame from '../messages/en/frame.json';
import enSession from '../messages/en/session.json';
import enSituation from '../messages/en/situation.json';
import zhDesks from '../messages/zh-CN/desks.json';
import zhFrame from '../messages/zh-CN/frame.json';
import zhSession from '../messages/zh-CN/session.json';
import zhSituation from '../messages/zh-CN/situation.json';
import OfficeApp from './OfficeApp.vue';
import { router } from './router';

createApp(OfficeApp)
  .use(createLanguage({ ...zhFrame, ...zhDesks, ...zhSession, ...zhSituation }, { ...enFrame, ...enDesks, ...enSession, ...enSituation }))
  .use(router)
  .mount('#app');

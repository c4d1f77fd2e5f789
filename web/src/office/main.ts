import { createApp } from 'vue';
import '../frame/base.css';
import { createLanguage } from '../frame/language';
import enFrame from '../messages/en/frame.json';
import enSession from '../messages/en/session.json';
import enSituation from '../messages/en/situation.json';
import zhFrame from '../messages/zh-CN/frame.json';
import zhSession from '../messages/zh-CN/session.json';
import zhSituation from '../messages/zh-CN/situation.json';
import OfficeApp from './OfficeApp.vue';
import { router } from './router';

createApp(OfficeApp)
  .use(createLanguage({ ...zhFrame, ...zhSession, ...zhSituation }, { ...enFrame, ...enSession, ...enSituation }))
  .use(router)
  .mount('#app');

import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { createLanguage } from '../frame/language';
import { Failure } from '../api/client';
import en from '../messages/en/frame.json';
import zh from '../messages/zh-CN/frame.json';
import AqiPill from './AqiPill.vue';
import DataTable from './DataTable.vue';
import FailedState from './FailedState.vue';
import HowComputed from './HowComputed.vue';
import LoadingState from './LoadingState.vue';
import PollutantName from './PollutantName.vue';
import SegmentedChoice from './SegmentedChoice.vue';

function inLanguage(language: 'zh-CN' | 'en') {
  document.documentElement.lang = language;
  return { plugins: [createLanguage(zh, en)] };
}

interface Row {
  code: string;
  name: string;
  aqi: number | null;
}
const rows: Row[] = [
  { code: 'a', name: '安阳', aqi: 188 },
  { code: 'b', name: '保定', aqi: null },
  { code: 'c', name: '沧州', aqi: 224 },
];

const table = () =>
  mount(DataTable<Row>, {
    attachTo: document.body,
    props: {
      caption: '各市', rows, rowKey: (row: Row) => row.code, rowName: (row: Row) => row.name, nameColumn: 'name', selected: null, sortedBy: 'aqi', language: 'zh-CN',
      columns: [
        { id: 'name', label: '城市', key: (row: Row) => row.name },
        { id: 'aqi', label: 'AQI', numeric: true, key: (row: Row) => row.aqi },
      ],
    },
  });
const order = (wrapper: ReturnType<typeof table>): string[] => wrapper.findAll('button.row').map((button) => button.text());

describe('the table', () => {
  it('sorts the worst first, what is missing last in either direction, and says so', async () => {
    const wrapper = table();
    expect(order(wrapper)).toEqual(['沧州', '安阳', '保定']);
    await wrapper.findAll('thead button')[1]?.trigger('click');
    expect(order(wrapper)).toEqual(['安阳', '沧州', '保定']);
    expect(wrapper.findAll('thead th').map((head) => head.attributes('aria-sort'))).toEqual(['none', 'ascending']);
  });

  it('is one stop for Tab; the arrows, Home and End move inside, and choosing tells which row', async () => {
    const wrapper = table();
    const stops = () => wrapper.findAll('button.row').map((button) => button.attributes('tabindex'));
    expect(stops()).toEqual(['0', '-1', '-1']);
    await wrapper.findAll('button.row')[0]?.trigger('keydown', { key: 'ArrowDown' });
    expect(stops()).toEqual(['-1', '0', '-1']);
    expect(document.activeElement?.textContent).toBe('安阳');
    await wrapper.findAll('button.row')[1]?.trigger('keydown', { key: 'End' });
    await wrapper.findAll('button.row')[2]?.trigger('click');
    expect(wrapper.emitted('select')).toEqual([['b']]);
    wrapper.unmount();
  });

  it('keeps its caption for those who cannot see the page around it', () => {
    expect(table().find('caption').text()).toBe('各市');
  });
});

describe('a failure', () => {
  const failure = new Failure('problem', 429, { detail: 'Too many requests.' }, 'r-42');

  it('is a sentence with the request’s id and a way to try again', async () => {
    const wrapper = mount(FailedState, { props: { failure }, global: inLanguage('zh-CN') });
    expect(wrapper.text()).toContain('请求太频繁，请稍后再试。');
    expect(wrapper.find('code').text()).toBe('r-42');
    await wrapper.find('button').trigger('click');
    expect(wrapper.emitted('retry')).toHaveLength(1);
    expect(wrapper.attributes('role')).toBe('alert');
  });

  it('speaks English to an English reader', () => {
    const wrapper = mount(FailedState, { props: { failure }, global: inLanguage('en') });
    expect(wrapper.find('.sentence').text()).toBe('Too many requests.');
  });
});

it('waiting says what it waits for only when it takes long', async () => {
  vi.useFakeTimers();
  const wrapper = mount(LoadingState, { props: { what: '正在读取' }, global: inLanguage('zh-CN') });
  expect(wrapper.text()).not.toContain('正在读取');
  await vi.advanceTimersByTimeAsync(1100);
  expect(wrapper.text()).toContain('正在读取');
  vi.useRealTimers();
});

it('a missing index is a dash in a dashed frame, not a colour', () => {
  const wrapper = mount(AqiPill, { props: { value: null, level: null } });
  expect(wrapper.text()).toBe('–');
  expect(wrapper.attributes('style')).toBeUndefined();
});

it('a pollutant is written with a real subscript', () => {
  expect(mount(PollutantName, { props: { of: 'pm2_5' } }).html()).toContain('PM<sub>2.5</sub>');
});

it('one of a few is a group of radio buttons with a name', async () => {
  const wrapper = mount(SegmentedChoice<'a' | 'b'>, { props: { name: 'x', label: '指标', choices: ['a', 'b'], modelValue: 'a' } });
  expect(wrapper.find('legend').text()).toBe('指标');
  await wrapper.findAll('input')[1]?.trigger('change');
  expect(wrapper.emitted('update:modelValue')).toEqual([['b']]);
});

it('how a figure is computed names the standard, its validity and source, and claims no receipt', () => {
  const standard = { code: 'HJ 633-2026', form: 'as-published-by-cnemc', name: { zh: '技术规定', en: 'Regulation' }, source: 'table 1', validFrom: '2026-03-01', validTo: null };
  const wrapper = mount(HowComputed, { props: { figure: '保定市 AQI', standard }, slots: { default: 'PM2.5 85 µg/m³' }, global: inLanguage('zh-CN') });
  for (const said of ['HJ 633-2026', '2026-03-01', '现行', 'table 1', '85 µg/m³', '还没有存证凭证']) expect(wrapper.text()).toContain(said);
});

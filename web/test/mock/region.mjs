/** The mock's region and its air hour by hour: seeded and synthetic, no measurement and no standard's table. */
export const CITIES = `110000 北京市 Beijing 116.40 39.95 23|120000 天津市 Tianjin 117.25 39.10 20|130100 石家庄市 Shijiazhuang 114.50 38.05 9|130200 唐山市 Tangshan 118.18 39.65 7|130300 秦皇岛市 Qinhuangdao 119.55 39.93 5|130400 邯郸市 Handan 114.52 36.60 6|130500 邢台市 Xingtai 114.52 37.07 5|130600 保定市 Baoding 115.48 38.88 9|130700 张家口市 Zhangjiakou 114.88 40.80 6|130800 承德市 Chengde 117.95 40.97 5|130900 沧州市 Cangzhou 116.85 38.30 5|131000 廊坊市 Langfang 116.70 39.52 5|131100 衡水市 Hengshui 115.68 37.73 4|133100 雄安新区 Xiong'an 115.93 38.99 3|140100 太原市 Taiyuan 112.55 37.87 9|140300 阳泉市 Yangquan 113.58 37.86 6|140400 长治市 Changzhi 113.11 36.19 5|140500 晋城市 Jincheng 112.85 35.50 6|370100 济南市 Jinan 117.00 36.67 12|370300 淄博市 Zibo 118.05 36.80 6|370800 济宁市 Jining 116.58 35.41 4|371400 德州市 Dezhou 116.30 37.45 4|371500 聊城市 Liaocheng 115.98 36.45 4|371600 滨州市 Binzhou 117.97 37.38 4|371700 菏泽市 Heze 115.48 35.24 5|410100 郑州市 Zhengzhou 113.65 34.76 11|410200 开封市 Kaifeng 114.35 34.80 5|410500 安阳市 Anyang 114.35 36.10 5|410600 鹤壁市 Hebi 114.30 35.75 5|410700 新乡市 Xinxiang 113.90 35.30 7|410800 焦作市 Jiaozuo 113.25 35.22 6|410900 濮阳市 Puyang 115.03 35.76 4`
  .split('|')
  .map((line) => {
    const parts = line.split(' ');
    const [code, zh, en, longitude, latitude, stations] = parts;
    return { code, name: { zh, en }, position: [Number(longitude), Number(latitude)], stations: Number(stations) };
  });
export const FIRST = Date.UTC(2026, 1, 26, 12);
export const LAST = Date.UTC(2026, 4, 31, 15);
export const HOUR = 3_600_000;
export const iso = (at) => new Date(at).toISOString().replace('.000Z', 'Z');
export const SCALE = [
  [1, 0, 50, '优', 'Excellent', '#00E400', '空气质量令人满意，各类人群可正常活动。', 'Air quality is satisfactory; everyone may be active as usual.'],
  [2, 51, 100, '良', 'Good', '#FFFF00', '极少数异常敏感人群应减少户外活动。', 'Very few unusually sensitive people should reduce time outdoors.'],
  [3, 101, 150, '轻度污染', 'Light pollution', '#FF7E00', '儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼。', 'Children, older people and people with heart or lung disease should avoid long, strenuous exercise outdoors.'],
  [4, 151, 200, '中度污染', 'Moderate pollution', '#FF0000', '敏感人群避免长时间户外锻炼，一般人群适量减少户外运动。', 'Sensitive people should not exercise outdoors; others should do less.'],
  [5, 201, 300, '重度污染', 'Heavy pollution', '#99004C', '敏感人群应停留在室内，一般人群减少户外运动。', 'Sensitive people should stay indoors; others should be outdoors less.'],
  [6, 301, null, '严重污染', 'Severe pollution', '#7E0023', '敏感人群应留在室内，一般人群应避免户外活动。', 'Sensitive people should stay indoors; everyone should avoid being outdoors.'],
].map(([level, from, to, zh, en, colour, adviceZh, adviceEn]) => ({ level, from, to, name: { zh, en }, colour, advice: { zh: adviceZh, en: adviceEn } }));

/** A number in 0…1 that depends on nothing but its arguments. */
export function noise(seed, step) {
  let mixed = (seed * 374761393 + step * 668265263) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

function smooth(seed, hour) {
  const [step, share] = [Math.floor(hour / 9), (hour % 9) / 9];
  const eased = share * share * (3 - 2 * share);
  return noise(seed, step) * (1 - eased) + noise(seed, step + 1) * eased;
}

export function indexOf(value, breakpoints) {
  const steps = [0, 50, 100, 150, 200, 300, 400, 500];
  const above = breakpoints.findIndex((point) => value <= point);
  if (above <= 0) return above === 0 ? 1 : 500;
  const share = (value - breakpoints[above - 1]) / (breakpoints[above] - breakpoints[above - 1]);
  return Math.ceil(steps[above - 1] + share * (steps[above] - steps[above - 1]));
}

export const BREAKS = {
  pm2_5: [0, 35, 60, 115, 150, 250, 350, 500], pm10: [0, 50, 120, 250, 350, 420, 500, 600], o3: [0, 160, 200, 300, 400, 800, 1000, 1200],
  no2: [0, 100, 200, 700, 1200, 2340, 3090, 3840], so2: [0, 150, 500, 650, 800, 1600, 2100, 2620], co: [0, 5, 10, 35, 60, 90, 120, 150],
};

export function air(city, at) {
  const hour = Math.round((at - FIRST) / HOUR);
  const south = Math.max(0, 41 - city.position[1]) / 6;
  const episode = Math.max(0, Math.sin(hour / 38 + city.position[1] / 2.4)) ** 2;
  const pm = 12 + 150 * episode * (0.35 + south) * (0.6 + 0.6 * smooth(Number(city.code), hour)) + 25 * smooth(Number(city.code) + 7, hour);
  const clock = (hour + 20) % 24;
  const missing = noise(Number(city.code), hour) < 0.015;
  const values = missing
    ? Object.fromEntries(Object.keys(BREAKS).map((name) => [name, null]))
    : {
        pm2_5: Math.round(pm), pm10: Math.round(pm * 1.4 + 20 * smooth(Number(city.code) + 3, hour)),
        o3: Math.round(40 + 90 * Math.max(0, Math.sin(((clock - 8) / 24) * 2 * Math.PI)) * smooth(5, hour)),
        no2: Math.round(15 + 50 * smooth(Number(city.code) + 9, hour)), so2: Math.round(4 + 12 * smooth(Number(city.code) + 11, hour)),
        co: Math.round((0.3 + pm / 140) * 10) / 10,
      };
  const indices = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? null : indexOf(value, BREAKS[name])]));
  const aqi = missing ? null : Math.max(...Object.values(indices));
  return {
    values, indices, aqi,
    level: aqi === null ? null : SCALE.find(({ to }) => to === null || aqi <= to).level,
    primary: aqi === null || aqi <= 50 ? [] : Object.keys(indices).filter((name) => indices[name] === aqi),
    missing: missing ? { code: 'no-readings', zh: '这一小时没有收到数据。', en: 'No readings were received for this hour.' } : null,
  };
}

export const source = (synthetic) => ({ code: 'mock', synthetic, label: { zh: '开发用模拟数据', en: 'Mock data for development' } });

export function send(response, content, type = 'application/json') {
  response.writeHead(200, { 'Content-Type': type, 'Set-Cookie': 'XSRF-TOKEN=mock-token; Path=/' });
  response.end(typeof content === 'string' ? content : JSON.stringify(content));
}

/** Light or dark, and which AQI palette: set on the root element before the first paint (public/theme.js), switched here. */
import { readonly, ref } from 'vue';
import { remember } from './memory';

export type Theme = 'light' | 'dark';
export type Palette = 'standard' | 'clear';

const root = document.documentElement;
const theme = ref<Theme>(root.dataset.theme === 'dark' ? 'dark' : 'light');
const palette = ref<Palette>(root.dataset.palette === 'clear' ? 'clear' : 'standard');

function setTheme(chosen: Theme): void {
  theme.value = chosen;
  root.dataset.theme = chosen;
  remember('airshed.theme', chosen);
}

function setPalette(chosen: Palette): void {
  palette.value = chosen;
  root.dataset.palette = chosen;
  remember('airshed.palette', chosen);
}

export function useAppearance() {
  return { theme: readonly(theme), palette: readonly(palette), setTheme, setPalette };
}

/** The value of a design token as it stands now: MapLibre and ECharts cannot read CSS variables themselves. */
export function token(name: string): string {
  return getComputedStyle(root).getPropertyValue(name).trim();
}

/** The build shortens colours, so white may be written either way. */
export function isWhite(colour: string): boolean {
  return /^(#f{3}|#f{6}|white)$/i.test(colour.trim());
}

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { MARKS } from '../../src/core/assessment/mark';
import { readManifest } from './manifest';

/** Backgrounds of VS Code's own themes: the lightest and the darkest of a kind are the least and the most of a contrast. */
const BACKGROUNDS = { light: ['#ffffff', '#f3f3f3'], dark: ['#000000', '#1f1f1f', '#252526'] };

/** What WCAG asks of text; of signs it asks less. */
const ENOUGH = 4.5;

type Theme = keyof typeof BACKGROUNDS;

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const COLOR = /#[0-9a-f]{6}/g;

/** The marks' icons of a theme, by mark. */
function icons(theme: Theme): readonly string[] {
  return MARKS.map((mark) => readFileSync(`media/status/${mark}-${theme}.svg`, 'utf8'));
}

describe('the icons of the marks', () => {
  it('are there for each mark and each kind of theme, and no others', () => {
    const names = MARKS.flatMap((mark) => [`${mark}-dark.svg`, `${mark}-light.svg`]);
    assert.deepEqual(readdirSync('media/status').toSorted(), names.toSorted());
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`have different shapes in ${theme} themes, so that no colour has to be told from another`, () => {
      const shapes = new Set(icons(theme).map((svg) => svg.replaceAll(COLOR, '')));
      assert.equal(shapes.size, MARKS.length);
    });

    it(`stand out from the background of ${theme} themes`, () => {
      for (const color of icons(theme).flatMap((svg) => svg.match(COLOR) ?? [])) {
        for (const background of BACKGROUNDS[theme]) assert.ok(contrast(color, background) >= ENOUGH, color);
      }
    });
  }

  it('have the colours of their strokes in the overview ruler, which have defaults for every kind of theme', () => {
    const { colors } = readManifest().contributes;
    const ofIcons = (theme: Theme): readonly (string | undefined)[] => icons(theme).map((svg) => svg.match(COLOR)?.[0]);
    const defaults = colors.map((color) => color.defaults);
    for (const [theme, kinds] of [
      ['light', ['light', 'highContrastLight']],
      ['dark', ['dark', 'highContrast']],
    ] as const) {
      for (const kind of kinds)
        assert.deepEqual(defaults.map((each) => each[kind]).toSorted(), ofIcons(theme).toSorted());
    }
  });
});

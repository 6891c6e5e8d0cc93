// How every table looks: thin grey lines, room around the text, a pale ground under heads.
import { BorderStyle, type ITableBordersOptions, ShadingType } from 'docx';

const line = { style: BorderStyle.SINGLE, size: 4, color: '8C9BAB' } as const;

export const tableBorders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

/** In twentieths of a point. */
export const cellMargins = { top: 50, bottom: 50, left: 100, right: 100 } as const;

export const headShading = { type: ShadingType.CLEAR, color: 'auto', fill: 'E8EEF4' } as const;

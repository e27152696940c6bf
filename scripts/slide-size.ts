/** The size for which every slide is designed, in CSS pixels: 16 to 9. It is shown larger or smaller as a whole. */
export const SLIDE_WIDTH_PX = 1280;
/** See `SLIDE_WIDTH_PX`. */
export const SLIDE_HEIGHT_PX = 720;

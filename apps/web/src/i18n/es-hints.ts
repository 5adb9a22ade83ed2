import type { Hint } from '@ocr-web/api/client';

const lineOf = ({ line }: Hint) => (line ?? 0) + 1;

/** What is wrong with a picture and what to do about it, in Spanish. */
export const hintSentences: Readonly<Record<Hint['code'], (hint: Hint) => string>> = {
  no_mrz: () =>
    'No se encontró ninguna zona de lectura mecánica. Fotografíe la cara con las líneas de mayúsculas, cifras y signos <, con la página entera.',
  mrz_cut_off: () => 'La zona continúa más allá del borde de la imagen. Encuadre la página entera, con algo de margen.',
  mrz_too_small: ({ found, needed }) =>
    `Los caracteres miden ${found} píxeles de alto; hacen falta ${needed}. Acérquese o envíe la imagen a tamaño completo.`,
  picture_too_small: ({ found, needed }) =>
    `El lado mayor mide ${found} píxeles; hacen falta ${needed}. Envíe la imagen a tamaño completo.`,
  blurred: () => 'La imagen está desenfocada. Sujete la cámara, toque el documento para enfocar y aléjese un poco.',
  motion_blurred: () => 'La cámara o el documento se movió. Apoye el documento, sujete la cámara con las dos manos y use más luz.',
  glare: (hint) => `Un reflejo oculta parte de la línea ${lineOf(hint)}. Incline el documento o mueva la lámpara y no use el flash.`,
  partly_covered: (hint) => `Algo cubre parte de la línea ${lineOf(hint)}. Retire dedos, clips y fundas.`,
  too_dark: () => 'La imagen es demasiado oscura. Use más luz, de lado y sin flash.',
  low_contrast: () => 'La impresión apenas se distingue del fondo. Use más luz, uniforme, y limpie la cámara o el escáner.',
  several_documents: ({ found }) => `La página muestra ${found} documentos. Se leyó cada uno; el mejor aparece primero.`,
  mirrored: () =>
    'La imagen está reflejada, como las que guarda una cámara frontal; se leyó al revés. Use la cámara trasera o desactive el efecto espejo en los ajustes de la cámara.',
  not_read: () => 'Se encontró una zona, pero no se pudo leer con certeza. Fotografíela desde arriba, nítida y con luz uniforme.',
  page_not_read: ({ page }) => `La página ${page + 1} no se leyó: está dañada o es demasiado grande.`,
  file_incomplete: () => 'El archivo termina antes que la imagen. Se leyó lo que queda; envíe el archivo completo para no perder nada.',
};

/** The same in a few words. */
export const hintTitles = {
  no_mrz: 'No hay zona en esta cara',
  mrz_cut_off: 'La zona está cortada',
  mrz_too_small: 'La zona es demasiado pequeña',
  picture_too_small: 'La imagen es demasiado pequeña',
  blurred: 'Desenfocada',
  motion_blurred: 'Algo se movió',
  glare: 'Un reflejo',
  partly_covered: 'Algo cubre la zona',
  too_dark: 'Demasiado oscura',
  low_contrast: 'La impresión apenas se distingue',
  several_documents: 'Varios documentos',
  mirrored: 'Reflejada',
  not_read: 'No es seguro',
  page_not_read: 'Una página no se leyó',
  file_incomplete: 'El archivo está incompleto',
} as const satisfies Readonly<Record<Hint['code'], string>>;

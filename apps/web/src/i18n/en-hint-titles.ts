/** Hints in a few words; the sentence is the service's own. */
export const hintTitles = {
  no_mrz: 'No zone on this side',
  mrz_cut_off: 'The zone is cut off',
  mrz_too_small: 'The zone is too small',
  picture_too_small: 'The picture is too small',
  blurred: 'Out of focus',
  motion_blurred: 'Something moved',
  glare: 'A reflection',
  partly_covered: 'Something covers the zone',
  too_dark: 'Too dark',
  low_contrast: 'The print hardly stands out',
  several_documents: 'Several documents',
  mirrored: 'Mirrored',
  not_read: 'Not certain',
  page_not_read: 'A page was not read',
  file_incomplete: 'The file is incomplete',
};

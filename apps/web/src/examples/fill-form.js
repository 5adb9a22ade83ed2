import '@ocr-web/scanner';

const form = document.querySelector('#check-in');

document.querySelector('#form-scanner').addEventListener('result', ({ detail }) => {
  const [document] = detail.documents;
  form.elements.surname.value = document.names?.surname ?? '';
  form.elements.given_names.value = document.names?.given ?? '';
  form.elements.number.value = document.main_number ?? '';
  form.elements.birth.value = document.birth_date?.iso ?? '';
  form.elements.expiry.value = document.expiry_date?.iso ?? '';
});

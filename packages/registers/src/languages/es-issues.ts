import type { Words } from './language.ts';

/** What is wrong and the way out, in Spanish. */
export const esIssues: Words['issues'] = {
  missing: { message: 'Falta: {field}.', wayOut: 'Escríbalo.' },
  missing_name: { message: 'Falta: {field}.', wayOut: 'Escríbalo. Quien tiene un solo nombre lo lleva como apellido y como nombre.' },
  missing_second_surname: {
    message: 'Falta: {field}.',
    wayOut: 'Escríbalo según el anverso de la tarjeta: la zona de lectura mecánica no separa los apellidos.',
  },
  contradicted: {
    message: '{field}: se leyó «{value}», y un dígito de control del documento lo contradice.',
    wayOut: 'Escríbalo como está impreso en el documento o vuelva a escanearlo.',
  },
  partial: { message: '{field}: el documento no la da completa: {value}.', wayOut: 'Pregunte la fecha completa al huésped y escríbala.' },
  impossible: { message: '{field}: se leyó «{value}», que no es una fecha.', wayOut: 'Escríbala como está impresa o vuelva a escanear.' },
  ambiguous: { message: '{field}: «{value}» puede significar dos cosas en este documento.', wayOut: 'Elija lo que diga el huésped.' },
  not_a_state: {
    message: '{field}: «{value}» no es el código de un Estado.',
    wayOut: 'Escriba el código de tres letras que el registro prevé para ese documento; su soporte lo conoce.',
  },
  truncated: {
    message: '{field}: «{value}» llena su línea del documento y puede faltar el final.',
    wayOut: 'Compárelo con el documento y escriba el nombre completo.',
  },
  unsure: { message: '{field}: se leyó «{value}», pero sin seguridad.', wayOut: 'Compárelo con el documento.' },
  form: { message: '{field}: «{value}» no está escrito como quiere el registro.', wayOut: 'Escríbalo como {expected}.' },
  not_in_list: { message: '{field}: el registro no conoce «{value}».', wayOut: 'Elija uno de: {expected}.' },
  not_a_day: { message: '{field}: «{value}» no es una fecha.', wayOut: 'Escríbala como {expected}.' },
  not_a_time: { message: '{field}: «{value}» no es una hora.', wayOut: 'Escríbala como {expected}.' },
  check_letter: {
    message: '{field} {value}: la letra no corresponde a las cifras.',
    wayOut: 'Compare cada carácter con la tarjeta y escríbalo de nuevo.',
  },
  before_arrival: { message: '{field} {value} es anterior a la entrada del {expected}.', wayOut: 'Corrija una de las dos fechas.' },
  in_future: { message: '{field} {value} es posterior a la entrada del {expected}.', wayOut: 'Corrija una de las dos fechas.' },
  too_many_days: {
    message: 'La estancia tiene {value} días, más de los que admite el registro.',
    wayOut: 'Registre ahora {expected} días y el resto cuando empiecen.',
  },
  no_adult: { message: 'Entre los huéspedes no hay ningún mayor de edad.', wayOut: 'Añada al adulto que responde de los menores.' },
  no_head: {
    message: 'Este miembro no sigue a ningún cabeza de familia ni jefe de grupo.',
    wayOut: 'Ponga al cabeza delante de los suyos o elija otro papel.',
  },
  no_guests: { message: 'No hay nadie a quien este registro quiera conocer.', wayOut: 'Añada un huésped.' },
  wrong_age: { message: '{field} {value} es para las edades {expected}.', wayOut: 'Elija la categoría de la edad del huésped.' },
  province: {
    message: '{field} {value} y el código postal {expected} son de provincias distintas.',
    wayOut: 'Compare ambos con el documento.',
  },
  shortened: { message: '{field}: se acortó para que quepa: {expected}.', wayOut: 'Escriba una forma más corta si la correcta es otra.' },
  letters_replaced: {
    message: '{field}: «{value}» se registra como {expected}.',
    wayOut: 'No hay que hacer nada: el registro no admite otras letras.',
  },
  differs: { message: '{field} es «{value}», pero el documento prueba {expected}.', wayOut: 'Compárelo con el documento.' },
  not_reported: { message: 'Este huésped no se comunica: el registro es para extranjeros.', wayOut: 'No hay que hacer nada.' },
};

import type { Words } from './language.ts';

/** What is wrong and the way out, in Portuguese. */
export const ptIssues: Words['issues'] = {
  missing: { message: 'Falta: {field}.', wayOut: 'Escreva-o.' },
  missing_name: { message: 'Falta: {field}.', wayOut: 'Escreva-o. Quem tem um só nome usa-o como apelido e como nome próprio.' },
  missing_second_surname: {
    message: 'Falta: {field}.',
    wayOut: 'Escreva-o a partir da frente do cartão: a zona de leitura ótica não separa os apelidos.',
  },
  contradicted: {
    message: '{field}: foi lido «{value}», e um controlo do documento contradi-lo.',
    wayOut: 'Escreva-o como está impresso no documento, ou digitalize de novo.',
  },
  partial: { message: '{field}: não está completa no documento: {value}.', wayOut: 'Pergunte a data completa ao hóspede e escreva-a.' },
  impossible: {
    message: '{field}: foi lido «{value}», que não é uma data.',
    wayOut: 'Escreva-a como está impressa, ou digitalize de novo.',
  },
  ambiguous: { message: '{field}: «{value}» pode significar duas coisas neste documento.', wayOut: 'Escolha o que o hóspede disser.' },
  not_a_state: {
    message: '{field}: «{value}» não é o código de um Estado.',
    wayOut: 'Escreva o código de três letras que o registo prevê para esse documento; o seu apoio conhece-o.',
  },
  truncated: {
    message: '{field}: «{value}» enche a linha do documento e pode faltar o fim.',
    wayOut: 'Compare com o documento e escreva o nome completo.',
  },
  unsure: { message: '{field}: leu-se «{value}», mas sem certeza.', wayOut: 'Compare com o documento.' },
  form: { message: '{field}: «{value}» não está escrito como o registo quer.', wayOut: 'Escreva-o como {expected}.' },
  not_in_list: { message: '{field}: o registo não conhece «{value}».', wayOut: 'Escolha um de: {expected}.' },
  not_a_day: { message: '{field}: «{value}» não é uma data.', wayOut: 'Escreva-a como {expected}.' },
  not_a_time: { message: '{field}: «{value}» não é uma hora.', wayOut: 'Escreva-a como {expected}.' },
  check_letter: {
    message: '{field} {value}: a letra não corresponde aos algarismos.',
    wayOut: 'Compare cada carácter com o cartão e escreva-o de novo.',
  },
  before_arrival: { message: '{field} {value} é anterior à entrada de {expected}.', wayOut: 'Corrija uma das duas datas.' },
  in_future: { message: '{field} {value} é posterior à entrada de {expected}.', wayOut: 'Corrija uma das duas datas.' },
  too_many_days: {
    message: 'A estada tem {value} dias, mais do que o registo admite.',
    wayOut: 'Registe agora {expected} dias e o resto quando começarem.',
  },
  no_adult: { message: 'Entre os hóspedes não há nenhum maior de idade.', wayOut: 'Acrescente o adulto que responde pelos menores.' },
  no_head: {
    message: 'Este membro não segue nenhum chefe de família ou de grupo.',
    wayOut: 'Ponha o chefe antes dos seus, ou escolha outro papel.',
  },
  no_guests: { message: 'Não há ninguém que este registo queira conhecer.', wayOut: 'Acrescente um hóspede.' },
  wrong_age: { message: '{field} {value} é para as idades {expected}.', wayOut: 'Escolha a categoria da idade do hóspede.' },
  province: {
    message: '{field} {value} e o código postal {expected} são de províncias diferentes.',
    wayOut: 'Compare ambos com o documento.',
  },
  shortened: { message: '{field}: foi encurtado: {expected}.', wayOut: 'Escreva uma forma mais curta se a certa for outra.' },
  letters_replaced: {
    message: '{field}: «{value}» é registado como {expected}.',
    wayOut: 'Não há nada a fazer: o registo não aceita outras letras.',
  },
  differs: { message: '{field} é «{value}», mas o documento prova {expected}.', wayOut: 'Compare com o documento.' },
  not_reported: { message: 'Este hóspede não é comunicado: o registo é para estrangeiros.', wayOut: 'Não há nada a fazer.' },
};

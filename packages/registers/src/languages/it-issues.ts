import type { Words } from './language.ts';

/** What is wrong and the way out, in Italian. */
export const itIssues: Words['issues'] = {
  missing: { message: 'Manca: {field}.', wayOut: 'Scrivetelo.' },
  missing_name: { message: 'Manca: {field}.', wayOut: 'Scrivetelo. Chi ha un solo nome lo porta come cognome e come nome.' },
  missing_second_surname: {
    message: 'Manca: {field}.',
    wayOut: 'Scrivetelo dal fronte della carta: la zona a lettura ottica non separa i cognomi.',
  },
  contradicted: {
    message: '{field}: è stato letto «{value}», e un controllo del documento lo contraddice.',
    wayOut: 'Scrivetelo come è stampato sul documento, o scansionate di nuovo.',
  },
  partial: { message: '{field}: sul documento non è completa: {value}.', wayOut: 'Chiedete all’ospite la data intera e scrivetela.' },
  impossible: {
    message: '{field}: è stato letto «{value}», che non è una data.',
    wayOut: 'Scrivetela come è stampata, o scansionate di nuovo.',
  },
  ambiguous: { message: '{field}: «{value}» può significare due cose su questo documento.', wayOut: 'Scegliete quello che dice l’ospite.' },
  not_a_state: {
    message: '{field}: «{value}» non è il codice di uno Stato.',
    wayOut: 'Scrivete il codice di tre lettere che il registro prevede per quel documento; la sua assistenza lo conosce.',
  },
  truncated: {
    message: '{field}: «{value}» riempie la riga del documento e può mancare la fine.',
    wayOut: 'Confrontate con il documento e scrivete il nome intero.',
  },
  unsure: { message: '{field}: si è letto «{value}», ma senza certezza.', wayOut: 'Confrontate con il documento.' },
  form: { message: '{field}: «{value}» non è scritto come vuole il registro.', wayOut: 'Scrivetelo come {expected}.' },
  not_in_list: { message: '{field}: il registro non conosce «{value}».', wayOut: 'Scegliete uno di: {expected}.' },
  not_a_day: { message: '{field}: «{value}» non è una data.', wayOut: 'Scrivetela come {expected}.' },
  not_a_time: { message: '{field}: «{value}» non è un’ora.', wayOut: 'Scrivetela come {expected}.' },
  check_letter: {
    message: '{field} {value}: la lettera non corrisponde alle cifre.',
    wayOut: 'Confrontate ogni carattere con la carta e scrivetelo di nuovo.',
  },
  before_arrival: { message: '{field} {value} è prima dell’arrivo del {expected}.', wayOut: 'Correggete una delle due date.' },
  in_future: { message: '{field} {value} è dopo l’arrivo del {expected}.', wayOut: 'Correggete una delle due date.' },
  too_many_days: {
    message: 'Il soggiorno ha {value} giorni, più di quanti ne ammette il registro.',
    wayOut: 'Registrate ora {expected} giorni e il resto quando cominciano.',
  },
  no_adult: { message: 'Tra gli ospiti non c’è nessun maggiorenne.', wayOut: 'Aggiungete l’adulto che risponde dei minori.' },
  no_head: {
    message: 'Questo membro non segue nessun capofamiglia o capogruppo.',
    wayOut: 'Mettete il capo prima dei suoi, o scegliete un altro ruolo.',
  },
  no_guests: { message: 'Non c’è nessuno che questo registro voglia conoscere.', wayOut: 'Aggiungete un ospite.' },
  wrong_age: { message: '{field} {value} è per le età {expected}.', wayOut: 'Scegliete la categoria dell’età dell’ospite.' },
  province: {
    message: '{field} {value} e il codice postale {expected} sono di province diverse.',
    wayOut: 'Confrontate entrambi con il documento.',
  },
  shortened: { message: '{field}: è stato accorciato: {expected}.', wayOut: 'Scrivete una forma più corta se quella giusta è un’altra.' },
  letters_replaced: {
    message: '{field}: «{value}» viene registrato come {expected}.',
    wayOut: 'Non c’è nulla da fare: il registro non ammette altre lettere.',
  },
  differs: { message: '{field} è «{value}», ma il documento prova {expected}.', wayOut: 'Confrontate con il documento.' },
  not_reported: { message: 'Questo ospite non si comunica: il registro è per gli stranieri.', wayOut: 'Non c’è nulla da fare.' },
};

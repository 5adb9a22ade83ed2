import { isSpanishCard } from '../table/condition.ts';
import type { Context } from '../table/context.ts';
import type { Filled, FilledRegistration, Register, RegisterFile, RegisterRule, WriteOptions } from '../table/register-field.ts';
import { escapeXml, writeXml, type XmlElement } from '../text/xml.ts';
import { toBase64, zipOne } from '../text/zip.ts';
import { bornBeforeArrival, departureAfterArrival } from './day-rules.ts';
import { hasRightLetter, sesFields } from './ses-fields.ts';

/** Spain: the travellers' report of SES.HOSPEDAJES (Real Decreto 933/2021). */
export const ses: Register = {
  name: 'ses',
  country: 'ESP',
  title: 'SES.HOSPEDAJES 3.1.3, parte de viajeros',
  variants: ['portal', 'soap'],
  citations: [
    {
      kind: 'official',
      title: 'Real Decreto 933/2021, anexo I (what is to be communicated)',
      address: 'https://www.boe.es/buscar/act.php?id=BOE-A-2021-17461',
    },
    {
      kind: 'secondary',
      title: 'Generator after altaParteHospedaje.xsd and tiposGenerales.xsd 3.1.3 (element names, order, lengths)',
      address: 'https://github.com/ToniIAPro73/anclora-syncxml/tree/development/schemas/ses-hospedajes/v3.1.3',
    },
    {
      kind: 'secondary',
      title: 'Interfaz servicios externos 3.1.2, §3.1.1.1, §4, annex I (rules, the SOAP call), as third parties quote it',
      address: 'https://seshospedajes.es/wp-content/uploads/2024/12/MIR-HOSPE-DSI-WS-Servicio-de-Hospedajes-Comunicaciones-v3.1.2.pdf',
    },
    {
      kind: 'secondary',
      title: 'Instrucciones para el alta masiva, §3 and §8 (the file of the portal, tables of codes), as third parties quote it',
      address: 'https://hospedajes.ses.mir.es/hospedajes-sede/assets/docs/Instrucciones.pdf',
    },
    { kind: 'secondary', title: 'OCA pms_l10n_es: catalogues, ZIP and Base64 of the request', address: 'https://github.com/OCA/pms' },
  ],
  unseen: 'element names, their order, lengths and codes',
  fields: sesFields,
  rules: [departureAfterArrival('fechaSalida'), bornBeforeArrival('fechaNacimiento'), anAdult, rightLetters, sameProvince],
  write: writeSes,
};

/** Somebody of age answers for the others. */
function anAdult(guests: Parameters<RegisterRule>[0]): ReturnType<RegisterRule> {
  const hasAdult = guests.some(({ age }) => age === undefined || age >= 18);
  return hasAdult ? [] : [{ code: 'no_adult', of: 'stay', guest: undefined, field: 'guests', registerField: 'persona' }];
}

/** Letters of DNI and NIE. */
function rightLetters(guests: readonly Context[]): ReturnType<RegisterRule> {
  return guests.flatMap((context) => {
    const number = context.guest('document_number');
    if (!isSpanishCard(context) || number === undefined || number.doubt !== undefined || hasRightLetter(number.value)) return [];
    return [
      {
        code: 'check_letter' as const,
        of: 'guest' as const,
        guest: context.index,
        field: 'document_number',
        registerField: 'numeroDocumento',
        value: number.value,
      },
    ];
  });
}

/**
 * The first two digits of a municipality's code and of a Spanish postal code are the province; a
 * few villages get their post from the neighbouring one, so that this is no refusal.
 */
function sameProvince(guests: readonly Context[]): ReturnType<RegisterRule> {
  return guests.flatMap(({ guest, index }) => {
    const [code, postal] = [guest('municipality_code')?.value, guest('postal_code')?.value];
    if (guest('residence_country')?.value !== 'ESP' || !code || !postal || code.slice(0, 2) === postal.slice(0, 2)) return [];
    const about = { of: 'guest' as const, guest: index, field: 'municipality_code', registerField: 'codigoMunicipio' };
    return [{ code: 'province' as const, ...about, value: code, expected: postal }];
  });
}

function writeSes(filled: FilledRegistration, { variant }: WriteOptions): RegisterFile {
  const request = writeXml(requestOf(filled), ' xmlns:alt="http://www.neg.hospedajes.mir.es/altaParteHospedaje"');
  const bytes = new TextEncoder().encode(request);
  const mediaType = 'application/xml';
  if (variant === 'portal') return { name: 'ses-hospedajes.xml', mediaType, bytes };
  const envelope = soapEnvelope(filled.property.codigoArrendador ?? '', toBase64(zipOne('altaParteHospedaje.xml', bytes)));
  return { name: 'ses-hospedajes-soap.xml', mediaType, bytes: new TextEncoder().encode(envelope) };
}

function requestOf({ property, stay, guests }: FilledRegistration): XmlElement {
  const contract: XmlElement[] = [
    ...leaves(stay, 'referencia', 'fechaContrato'),
    ['fechaEntrada', `${stay.fechaEntrada}T${stay.horaEntrada}:00`],
    ['fechaSalida', `${stay.fechaSalida}T${stay.horaSalida}:00`],
    ['numPersonas', String(guests.length)],
    ...leaves(stay, 'numHabitaciones'),
    ['pago', leaves(stay, 'tipoPago', 'fechaPago')],
  ];
  const communication: XmlElement = ['comunicacion', [['contrato', contract], ...guests.map(personOf)]];
  return ['alt:peticion', [['solicitud', [...leaves(property, 'codigoEstablecimiento'), communication]]]];
}

function personOf(guest: Filled): XmlElement {
  const address = leaves(guest, 'direccion', 'direccionComplementaria', 'codigoMunicipio', 'nombreMunicipio', 'codigoPostal', 'pais');
  const person = leaves(guest, 'nombre', 'apellido1', 'apellido2', 'tipoDocumento', 'numeroDocumento', 'soporteDocumento');
  return [
    'persona',
    [
      ['rol', 'VI'],
      ...person,
      ...leaves(guest, 'fechaNacimiento', 'nacionalidad', 'sexo'),
      ['direccion', address],
      ...leaves(guest, 'telefono', 'correo', 'parentesco'),
    ],
  ];
}

/** Elements for the values that there are. */
function leaves(values: Filled, ...names: readonly string[]): XmlElement[] {
  return names.flatMap((name) => (values[name] ? [[name, values[name]] as const] : []));
}

/**
 * The request of the operation `comunicacion` (SOAP 1.1): A for a new one, PV for a travellers'
 * report.
 */
function soapEnvelope(lessor: string, request: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:com="http://www.soap.servicios.hospedajes.mir.es/comunicacion">
  <soapenv:Header/>
  <soapenv:Body>
    <com:comunicacionRequest>
      <peticion>
        <cabecera>
          <codigoArrendador>${escapeXml(lessor)}</codigoArrendador>
          <aplicacion>OCR Web</aplicacion>
          <tipoOperacion>A</tipoOperacion>
          <tipoComunicacion>PV</tipoComunicacion>
        </cabecera>
        <solicitud>${request}</solicitud>
      </peticion>
    </com:comunicacionRequest>
  </soapenv:Body>
</soapenv:Envelope>
`;
}

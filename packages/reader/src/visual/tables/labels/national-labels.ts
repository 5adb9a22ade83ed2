import type { VisualKey } from '../../visual-reading.ts';

/**
 * Labels in the languages of single States that stand beside the English, French, Spanish or
 * Portuguese one, or alone on a card, parted by `|`: as the words for these fields are generally
 * known, and not held against specimens.
 */
export const nationalLabels: Readonly<Partial<Record<VisualKey | 'other', string>>> = Object.freeze({
  surname: [
    'Jina la ukoo|Apelyido|Familiyasi|Familiýasy|Sanoyga|Izina|Cognoms|Primer cognom|Abizenak|Nama keluarga',
    'Mbiemri Prezime Surname|Prezime Surname|Prezime Презиме|Numele|Nume Surname|Kunjom|Eftirnavn|Nom patronymique',
    'Familiennumm|Siyirna|Faamily|Igama|Inagamu|Sobrinu|Numele de familie',
  ].join('|'),
  given_names: [
    'Majina|Majina mengine|Pangalan|Ismi Given names|Ady|Voornaam|Amazina|Noms de pila|Izena|Nama lengkap|Nama penuh|Nama',
    'Họ và tên|Họ tên|Emri Ime Given name|Ime Given names|Prenumele|Prenume Given names|Isem Given names|Virnumm',
    'Nimet|Fyrinavn|Magaca|Otasining ismi|Naran',
  ].join('|'),
  nationality: [
    'Uraia|Nasyonalidad|Fuqaroligi|Fuqarolik|Raýatlygy|Burgerskap|Nasionaliteit|Ubwenegihugu|Nacionalitat|Warganegara Nationality',
    'Kewarganegaraan Nationality|Shtetësia Državljanstvo Nationality|Cetățenia|Jinsiyadda|Naziunalitad|Nationalitéit',
  ].join('|'),
  sex: 'Jinsia|Kasarian|Jinsi|Jynsy|Geslag|Igitsina|Sexe Sex|Kelamin|Sess|Sexul|Jinsiga|Kynd|Jantina Sex|Jinsi Sex|Sukupuoli Sex',
  birth_date: [
    'Tarehe ya kuzaliwa|Petsa ng kapanganakan|Tug‘ilgan sanasi|Tugilgan sanasi|Doglan senesi|Geboortedatum Date of birth',
    'Itariki y’amavuko|Itariki yavutseho|Data de naixement|Jaioteguna|Tgl lahir|Tanggal lahir Date of birth|Tarikh lahir Date of birth',
    'Data e lindjes|Lindur më|Datum rođenja Date of birth|Datum rojstva Date of birth|Rojstni datum|Data tat twelid|Føðingardagur',
    'Gebuertsdatum|Taariikhda dhalashada|Datum narodenia Date of birth|Ngày tháng năm sinh|Født|Född|Syntynyt|Sündinud|Dzimis',
    'Loron moris|Aniversariu|Doğum tarihi Date of birth',
  ].join('|'),
  place_of_birth: [
    'Mahali pa kuzaliwa|Lugar ng kapanganakan|Tug‘ilgan joyi|Tugilgan joyi|Doglan ýeri|Plek van geboorte|Aho yavukiye',
    'Lloc de naixement|Jaioterria|Tempat lahir Place of birth|Tmp lahir|Nơi sinh|Nguyên quán|Quê quán|Vendi i lindjes|Mesto rođenja',
    'Mjesto rođenja Place of birth|Kraj rojstva Place of birth|Post tat twelid Place of birth|Føðistaður|Gebuertsplaz',
    'Goobta dhalashada|Syntymäkotikunta|Rojstni kraj|Doğum yeri Place of birth|Fatin moris',
  ].join('|'),
  issue_date: [
    'Tarehe ya kutolewa|Petsa ng pagkakaloob|Petsa ng pagbigay|Berilgan sanasi|Berlen senesi|Datum van uitreiking',
    'Itariki yatangiweho|Data d’expedició|Tgl pengeluaran|Tanggal dikeluarkan|Tarikh dikeluarkan Date of issue|Ngày cấp|Lëshuar më',
    'Udstedt den|Utstedt dato|Utfärdad den|Antopäivä|Kiadás dátuma|Datum vydania Date of issue|Düzenlenme tarihi|Data emiterii Date of issue',
    'Eliberat la|Ausstelldatum|Datum afgifte|Datum izdavanja Date of issue|Datum izdaje Date of issue|Taariikhda la bixiyey|Útflýggjan',
  ].join('|'),
  expiry_date: [
    'Mwisho wa kutumika|Tarehe ya mwisho|Petsa ng pagkawala ng bisa|Amal qilish muddati|Möhleti|Vervaldatum|Itariki izarangiriraho',
    'Data de caducitat|Tgl habis berlaku|Berlaku hingga|Sah sehingga|Tarikh tamat tempoh|Tamat tempoh|Có giá trị đến|Giá trị đến|Skadon më',
    'Datum isteka|Rok važenja|Datum poteka|Gyldigt til|Giltig till|Geldig tot Date of expiry|Platnosť do|Platnost do Date of expiry',
    'Valabil până la|Data expirării Date of expiry|Geçerlilik tarihi Date of expiry|Son geçerlilik tarihi|Data ta skadenza|Galdir til',
    'Taariikhda dhicitaanka|Data e skadimit Date of expiry|Važi do Date of expiry|Derīga līdz Date of expiry|Galiojimo data',
  ].join('|'),
  authority: [
    'Mamlaka|Mamlaka ya utoaji|Maykapangyarihang nagkaloob|Kim tomonidan berilgan|Personallashtirish organi|Kim tarapyndan berildi',
    'Uitreikende owerheid|Urwego rwatanze|Autoritat|Agintaritza|Kantor|Tempat dikeluarkan|Nơi cấp|Cơ quan cấp|Lëshuar nga',
    'Autoriteti Izdato od Authority|Izdato od|Izdaje|Pristojni organ|Organ Authority|Utfärdande myndighet|Utstedende myndighet',
    'Udstedende myndighed|Myöntänyt viranomainen|Verstrekt door|Autoritatea emitentă Authority|Makam|Veren makam Authority',
    'Düzenleyen makam|Izsniegšanas iestāde|Hay’adda bixisay|Útgevandi|Autoritad|Awtorità Authority|Išdavusi institucija|Kiállító',
  ].join('|'),
  document_number: [
    'Namba ya pasipoti|Pasaporte blg|Pasport raqami|Pasport belgisi|Paspoort nommer|Numero y’urwandiko|Núm de passaport|Nr pașaportului',
    'Nombor pasport|Số hộ chiếu|Số|Nr i pasaportës Passport No|Br pasoša|Broj pasoša Passport No|Nru tal passaport|Registarski broj',
    'Pass nr|Passnummer Passport No|Pasnummer|Lambarka baasaboorka|Numru tal passaport|Seria și numărul|Nomor',
  ].join('|'),
  personal_number: [
    'Namba ya kitambulisho|Namba ya kibinafsi|Shaxsiy raqami|JSHSHIR|Şahsy belgisi|Identiteitsnommer|Nomero y’indangamuntu|NIK',
    'No pengenalan|No pengenalan Identity No|No KP|Số GCMND|Số CMND|Số định danh cá nhân|Số CCCD|Nr personal Personal No|Lični broj',
    'JMB|JMBG Personal No|Matični broj Personal No|Personnr Personal No|Kimlik No Personal No|IDNP|Identifikačné číslo|Osobné číslo',
    'Isikukood Personal code|Asmens kodas Personal No|Personas kods Personal code|Numru tal karta|EGN|ЕМБГ|Fødselsnr|Personalkod',
  ].join('|'),
  address: [
    'Anwani|Mahali pa makazi|Tirahan|Yashash joyi|Ýaşaýan ýeri|Adres Address|Aho atuye|Adreça|Helbidea|Alamat Address|Nơi thường trú',
    'Địa chỉ|Adresa Address|Adresa stana|Prebivalište Residence|Prebivalište Adresa|Prebivališče Residence|Vendbanimi Address|Bustaður',
    'Domiciliul Address|Yerleşim yeri|Adresi|Adress|Folkbokföringsadress|Kotikunta|Sotschteplaz|Cinwaanka',
  ].join('|'),
  height:
    'Urefu|Taas|Bo‘yi|Boýy|Lengte Height|Alçada|Tinggi|Tinggi Height|Chiều cao|Gjatësia Height|Visina Height|Višina|Višina Height|Înălțimea',
  eye_colour:
    'Rangi ya macho|Kulay ng mata|Ko‘zlarining rangi|Oogkleur|Color dels ulls|Warna mata|Ngjyra e syve|Culoarea ochilor|Göz rengi',
  other: [
    'Aina|Turi|Görnüşi|Soort|Jenis|Loại|Mã số|Vrsta|Tipi|Türü|Típus|Vrsta Type|Jenis Type|Nchi|Kodigo ng bansa|Kode negara|Kod negara',
    'Panggitnang apelyido|Anne adı|Baba adı|Ime oca|Ime majke|Ime jednog roditelja|Emri i babait|Nenshkrimi i bartësit|Imzosi|Sahihi',
    'Potpis nosioca|Chữ ký|Tanda tangan|Hamilin imzası|Heimatort|Lieu d origine|Luogo di attinenza|Place of origin|Agama|Pekerjaan',
    'Status perkawinan|Gol darah|Dân tộc|Tôn giáo|Golongan darah|Assinatura do titular|Underskrift af indehaver|Innehavarens namnteckning',
  ].join('|'),
});

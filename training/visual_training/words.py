"""Words that stand on documents, as tables: names and places of many countries, months, labels, authorities, streets."""

# Given names, surnames, places and the accented letters of a language; common ones, put together at random, so that they name nobody.
LANGUAGES = {
    "spanish": {
        "given": "Carmen José María Ángel Lucía Íñigo Begoña Iván Sofía Andrés Raúl Inés Óscar Nicolás Ramón Concepción",
        "family": "García Martínez López Sánchez Pérez Gómez Núñez Muñoz Ibáñez Peña Castaño Domínguez Ordóñez Zúñiga Ávila Vázquez",
        "places": "Madrid Sevilla Cádiz Málaga León Ávila Logroño Coruña Mérida Córdoba Bogotá Lima México Medellín Cuzco Quito",
        "accents": "áéíóúñü",
    },
    "portuguese": {
        "given": "João António Conceição Luís Inês Tomás Lourenço Sebastião Mónica Estêvão Cecília Beatriz Gonçalo",
        "family": "Gonçalves Araújo Magalhães Simões Assunção Brandão Guimarães Conceição Fontão Leitão Varão Coração Silva",
        "places": "Lisboa Évora Guimarães Fátima Braga Açores Setúbal Brasília Luanda Covilhã Oeiras Portimão",
        "accents": "áâãàçéêíóôõú",
    },
    "french": {
        "given": "Hélène François Maëlys Gaëlle Étienne Zoé Loïc Anaïs Noël Élodie Agnès Jérôme Chloé Benoît Océane",
        "family": "Lefèvre Béranger Lemaître Dubois Châtelain Français Géraud Noël Müller Rivière Forêt Bénézet Prévost",
        "places": "Paris Besançon Orléans Évreux Saint-Étienne Nîmes Liège Genève Neuchâtel Fort-de-France Mâcon Béziers",
        "accents": "àâçèéêëîïôùûüœÿ",
    },
    "german": {
        "given": "Jürgen Björn Käthe Günther Sören Jörg Bärbel Hedwig Anneliese Lütfi Götz Erika Änne",
        "family": "Müller Schröder Köhler Groß Weiß Schäfer König Bäcker Jäger Kühn Möller Mustermann Überall Österreicher",
        "places": "München Köln Düsseldorf Würzburg Gießen Lübeck Nürnberg Zürich Innsbruck Wien Görlitz Münster Bern",
        "accents": "äöüß",
    },
    "italian": {
        "given": "Niccolò Elena Giosuè Mosè Chiara Noè Lucia Gianpaolo Teresa Beatrice",
        "family": "Rossi Bianchi Nicolò Cantù Dessì Forlì Esposito Orrù De'Medici D'Amico Pirlò Sanò",
        "places": "Roma Forlì Cantù Padova Cefalù Mondovì Sanremo L'Aquila Nardò Patti Torino Agliè",
        "accents": "àèéìòù",
    },
    "polish": {
        "given": "Łukasz Małgorzata Paweł Wojciech Stanisław Żaneta Świętosława Bożena Michał Józef Grażyna",
        "family": "Wiśniewska Dąbrowski Kowalczyk Zieliński Woźniak Wójcik Łęcki Źródło Świątek Gżegżółka Kamiński",
        "places": "Łódź Kraków Gdańsk Wrocław Poznań Białystok Częstochowa Toruń Rzeszów Świnoujście Żory",
        "accents": "ąćęłńóśźż",
    },
    "czech": {
        "given": "Jiří Tomáš Zdeněk Lukáš Věra Růžena Ondřej Žofie Štěpán Lenka Ľubomír Mária Ján",
        "family": "Dvořák Černý Růžička Šťastný Žák Kučera Kříž Beneš Němec Hruška Čížek Ťukal Ďurica Ňuňák Ľuptáková",
        "places": "Praha Plzeň Olomouc Ústí Třebíč Děčín Bratislava Žilina Košice Říčany Šumperk Poděbrady",
        "accents": "áčďéěíňóřšťúůýžľĺŕäô",
    },
    "hungarian": {
        "given": "Zoltán Ágnes Győző Erzsébet Tünde Jenő László Kálmán Ödön Etelka Örs",
        "family": "Kovács Szabó Tóth Nagy Horváth Őri Szűcs Bárány Gyümölcs Vörösmarty Űrhajós Fenyő",
        "places": "Budapest Győr Pécs Székesfehérvár Szeged Érd Hódmezővásárhely Gyöngyös Szűgy",
        "accents": "áéíóöőúüű",
    },
    "romanian": {
        "given": "Ștefan Ioana Cătălin Mădălina Ionuț Florența Raluca Gheorghiță Săndel Crăița",
        "family": "Popescu Ștefănescu Țuțuianu Brâncuși Mănescu Răducan Bălănescu Ghiță Câmpeanu",
        "places": "București Brașov Iași Constanța Târgu Bacău Galați Timișoara Bistrița Chișinău Râmnicu",
        "accents": "ăâîşţ",
    },
    "turkish": {
        "given": "Ayşe Gülşen İbrahim Çağla Özgür Oğuz Şeyma Işıl Ümit Ömer Məmməd Əli Günəş Rəşad",
        "family": "Yılmaz Öztürk Çelik Şahin Doğan Işık İnönü Güneş Əliyev Hüseynli Məmmədov Kılıç Çağlayan",
        "places": "İstanbul Ankara Diyarbakır Şırnak Muğla Bakı Gəncə Sumqayıt Çanakkale İzmir Eskişehir",
        "accents": "çğıöşüəiİ",
    },
    "croatian": {
        "given": "Željko Đurđica Božidar Šime Dražen Ćiril Anđela Jasminka Špela Žiga",
        "family": "Đurić Šimić Kovačević Župan Čačić Perić Mlađan Žnidarič Kranjčar Uzorak Hočevar",
        "places": "Zagreb Šibenik Požega Čakovec Đakovo Ljubljana Škofja Žalec Beograd Niš Podgorica Nikšić",
        "accents": "čćđšž",
    },
    "baltic": {
        "given": "Jānis Līga Ģirts Ķērsta Māra Žydrė Ūla Kęstutis Jūratė Ąžuolas Rūta Liene Kārlis Mari-Liis Õnne",
        "family": "Bērziņš Ozolkalna Ļūdēns Ķirsis Paraudziņš Jonaitienė Šimkūnaitė Žukauskas Įžas Männik Tõnisson Öövel",
        "places": "Rīga Liepāja Jūrmala Daugavpils Vilnius Šiauliai Panevėžys Ķemeri Tallinn Pärnu Põlva Võru Ēdole",
        "accents": "āčēģīķļņšūžąęėįųõäöü",
    },
    "nordic": {
        "given": "Þóra Björk Ægir Sören Åse Øystein Guðrún Jóhann Ærø Åke Päivi Jyrki Þuríður Ösp Märta Bjørn",
        "family": "Jónsdóttir Ævarsdóttir Þórðarson Sørensen Åkesson Bjørnstad Ødegård Mäkelä Hämäläinen Öberg Væring",
        "places": "Reykjavík Ísafjörður Århus Malmö Jyväskylä Tromsø Ålesund Göteborg Køge Hafnarfjörður Åbo",
        "accents": "åäöæøþðáéíóúý",
    },
    "english": {
        "given": "Jodie Pippa Henry Alice Oliver Grace Walter Hollie Quentin Zelda Xavier Brian Callie Joyce",
        "family": "Brown O'Connor Smith-Jones McArthur Wright Fitzgerald Young Sample Traveler Citizen Quigley Bell",
        "places": "London Washington, D.C. New York Ottawa Canberra Dublin Wellington Jakarta Singapore Manila Kabul Quezon Accra",
        "accents": "",
    },
    "maltese": {
        "given": "Ġorġ Ċensa Ħanna Żeppi Ġulja Ċettina",
        "family": "Żammit Ħaż-Żabbar Ġauci Ċachia Borġ Farruġia",
        "places": "Valletta Għargħur Mġarr Żurrieq Ħamrun Birżebbuġa Għaxaq",
        "accents": "ċġħżà",
    },
    "dutch": {
        "given": "Wilhelmina Daniël Zoë Joost Geërfde Noëlle Marijke Pieter Ruud",
        "family": "de Bruijn van der Meer Coöperatie IJsbrand ten Kate Reünie van 't Hof Janssen Wouters",
        "places": "Amsterdam 's-Gravenhage Antwerpen Curaçao IJmuiden Sankt Vith Brussel Aalst Specimenstad",
        "accents": "ëïöüéè",
    },
    "albanian": {
        "given": "Besnik Arbër Drita Gëzim Valbonë Çlirim Ylli Shpresë Liridona Fatmir Përparim",
        "family": "Hoxha Krasniqi Gjoka Çela Shehu Bytyçi Berisha Dërvishi Leka Xhafa Rexhepi",
        "places": "Tiranë Durrës Vlorë Shkodër Korçë Prishtinë Pejë Gjakovë Elbasan Sarandë Kukës",
        "accents": "ëç",
    },
    "slavic transliterated": {
        "given": "Oleksandr Yevheniia Serhii Nataliia Volodymyr Dmitrii Anastasiia Aleksandra Georgi Tsvetelina Ivaylo Lyubomir Siarhei Volha Goce Biljana",
        "family": "Shevchenko Kovalchuk Tymoshchuk Ivanov Kuznetsova Petrova Dimitrov Zhelyazkov Khristova Yatsenyuk Lukashevich Trajkovski Zhukov Shcherbak",
        "places": "Kyiv Kharkiv Zaporizhzhia Odesa Lviv Moskva Sankt-Peterburg Sofia Plovdiv Minsk Vitsebsk Skopje Khabarovsk Chelyabinsk Zhytomyr",
        "accents": "ijyhkshz",
    },
    "greek transliterated": {
        "given": "Georgios Aikaterini Evangelos Panagiotis Chrysoula Dimitrios Theodoros Eleftheria Charalampos Kyriakos Nikolaos",
        "family": "Papadopoulos Oikonomou Georgiou Konstantinidis Vlachos Antoniou Charalampous Christodoulou Papageorgiou Makris",
        "places": "Athina Thessaloniki Patra Irakleio Larisa Ioannina Lefkosia Lemesos Kalamata Rodos",
        "accents": "ouths",
    },
    "caucasian": {
        "given": "Giorgi Nino Tamar Davit Ketevan Armen Anahit Hovhannes Gayane Tigran Zurab Mkrtich",
        "family": "Beridze Kapanadze Lomidze Gelashvili Tsiklauri Hakobyan Sargsyan Petrosyan Mkrtchyan Grigoryan Kvaratskhelia",
        "places": "Tbilisi Kutaisi Batumi Zugdidi Yerevan Gyumri Vanadzor Mtskheta Tskaltubo",
        "accents": "zhkhts",
    },
    "arabic": {
        "given": "Mohammed Ahmad Fatima Abdulrahman Khalid Aisha Yousef Noor Zainab Hussein Abdelkader Saïd Mehdi Yasmine Rachid",
        "family": "Al-Rashid Al Maktoum Bin Saeed El Amrani Benali Haddad Khoury Al-Qahtani Abu Bakr Bouazizi Mansouri Al Thani Ould Ben Youssef Abdallah",
        "places": "Dubai Riyadh Doha Cairo Alexandria Casablanca Tunis Alger Beirut Amman Baghdad Kuwait Muscat Manama Jeddah Sana'a Tripoli Khartoum Oran Fès",
        "accents": "éèïaiqkh",
    },
    "iranian": {
        "given": "Mohammad Reza Zahra Hossein Maryam Ali Farzaneh Gholam Shirin Farhad Ahmadullah Zabihullah Jamshid Firuza Sherzod",
        "family": "Ahmadi Hosseini Karimi Tehrani Rahmani Noorzai Wardak Rahimov Sharipov Nazarov Mirzoyev Esfahani Yusufzai",
        "places": "Tehran Mashhad Isfahan Shiraz Kabul Herat Kandahar Mazar-e-Sharif Dushanbe Khujand Tabriz",
        "accents": "aiozh",
    },
    "indian": {
        "given": "Rajesh Priya Suresh Lakshmi Venkatesh Anjali Muhammad Harpreet Gurpreet Sunil Thi Nimal Chaminda Bishnu Sangita Tshering Sonam Md Fathimath",
        "family": "Sharma Patel Singh Kumar Iyer Reddy Mukherjee Khan Perera Wickramasinghe Jayawardena Thapa Adhikari Rahman Chowdhury Dorji Wangchuk Subramaniam Krishnamurthy",
        "places": "Mumbai New Delhi Chennai Kolkata Hyderabad Bengaluru Ahmedabad Lucknow Karachi Lahore Islamabad Dhaka Colombo Kandy Kathmandu Thimphu Male Jalandhar Thiruvananthapuram",
        "accents": "aiukh",
    },
    "chinese": {
        "given": "Wei Xiaoming Jing Zhang Yingying Guoqiang Mei-Ling Chia-Hao Tsz Ka Kit Siu Wing Xinyue Zhiqiang Qiuyan",
        "family": "Wang Li Zhang Zhao Qian Xu Zhou Huang Chan Wong Leung Cheung Tsai Hsu Ng Ouyang Zheng Jiang",
        "places": "Beijing Shanghai Guangdong Sichuan Zhejiang Hong Kong Macao Taipei Xinjiang Heilongjiang Shaanxi Qingdao Fujian Guangxi Chongqing",
        "accents": "üngaiou",
    },
    "korean japanese": {
        "given": "Minjun Seoyeon Ji-hoon Eun Kyung Haruto Yuki Sakura Takeshi Kenji Akiko Shin'ichi Hyun-woo Sugjoo",
        "family": "Kim Lee Park Choi Jung Sato Suzuki Takahashi Watanabe Yamamoto Kobayashi Gildong Hwang Nakamura Gaimu",
        "places": "Seoul Busan Incheon Daegu Tokyo Osaka Kyoto Hokkaido Kanagawa Fukuoka Pyongyang Saitama",
        "accents": "aeiou",
    },
    "south-east asian": {
        "given": "Nguyen Siti Nurhaliza Budi Putri Agus Somchai Somsak Maria Clara Juan Jose Aung Kyaw Khin Sokha Bounmy Wayan Ahmad Rizal Binti Thanh",
        "family": "Tran Pham Santoso Wijaya Bin Abdullah Dela Cruz Reyes Santos Bautista Srisai Suwannarat Win Htun Sok Chea Phommachanh Hidayat Tan Lim",
        "places": "Hanoi Ho Chi Minh Jakarta Surabaya Bandung Kuala Lumpur Penang Johor Singapore Bangkok Chiang Mai Manila Quezon City Cebu Davao Yangon Phnom Penh Vientiane Makassar Nakhon",
        "accents": "nghuaoi",
    },
    "central asian": {
        "given": "Nursultan Aigerim Yerlan Gulnara Azamat Bekzod Dilnoza Otabek Serdar Maral Batbayar Oyunaa Ganbold",
        "family": "Nazarbayev Zhumabayev Abdykadyrov Karimov Yuldashev Berdimuhamedow Bat-Erdene Dorjsuren Toktogulov",
        "places": "Astana Almaty Shymkent Bishkek Osh Tashkent Samarqand Buxoro Ashgabat Ulaanbaatar Karaganda",
        "accents": "yzhkou",
    },
    "west african": {
        "given": "Amadou Fatoumata Mamadou Aïssatou Kwame Akosua Chukwuemeka Ngozi Oluwaseun Ibrahima Koffi Adjoa N'Golo Aïcha Ousmane",
        "family": "Diallo Traoré Ouédraogo Koné Touré Mensah Okonkwo Adeyemi Kouassi N'Guessan Ndiaye Bamba Afolabi Sow Agyeman Nkrumah",
        "places": "Dakar Bamako Abidjan Ouagadougou Niamey Conakry Lomé Cotonou Accra Lagos Abuja Kumasi Freetown Monrovia Yaoundé N'Djamena Bobo-Dioulasso",
        "accents": "éèïôç",
    },
    "east african": {
        "given": "Abebe Tigist Wanjiku Kipchoge Juma Neema Tendai Nomsa Sipho Thabo Uwimana Jean-Bosco Haile Rakoto Lerato Baraka",
        "family": "Mwangi Otieno Kamau Bekele Tesfaye Nkosi Dlamini van der Merwe Moyo Banda Nshimiyimana Randrianarisoa Botha Mkhize Phiri Ochieng",
        "places": "Nairobi Mombasa Addis Ababa Dar es Salaam Kampala Kigali Harare Lusaka Johannesburg Cape Town Pretoria Antananarivo Bujumbura Maputo Windhoek Gaborone Lilongwe",
        "accents": "aeumng",
    },
    "american": {
        "given": "Shaniqua Tyrone DeShawn Jesús Guadalupe Rodrigo Ximena Wagner Thaís Keisha Jean-Baptiste Marie-Ange Toussaint Ana Lúcia",
        "family": "Washington Rodríguez Quispe Mamani Ferreira da Silva dos Santos Pierre-Louis Baptiste Castañeda Yupanqui Ñahui Etcheverry O'Reilly St. John",
        "places": "Buenos Aires Santiago Montevideo Asunción La Paz Guayaquil Caracas San José Managua Kingston Port-au-Prince Bridgetown California, U.S.A. Texas Illinois Ontario São Paulo Tegucigalpa",
        "accents": "áéíóúñã",
    },
    "pacific": {
        "given": "Tane Mere Sione Losaline Manaia Tevita Ratu Hinemoa Kahurangi Alofa",
        "family": "Tuilagi Fa'aleolea Vunipola Māhina Ngata Taufa'ahau Koroi Qereqeretabua Tamatoa",
        "places": "Auckland Suva Apia Nuku'alofa Honiara Port Moresby Port Vila Papeete Nouméa Majuro",
        "accents": "āēīōū",
    },
    "celtic": {
        "given": "Siobhán Pádraig Aoife Seán Gráinne Rhys Angharad Gwenllian Yann Maëlle Nolwenn Niamh",
        "family": "Ó Súilleabháin Ní Bhriain Mac Giolla Llewelyn ap Gwilym Le Goff Kergoat Murchú McDonagh",
        "places": "Gaillimh Corcaigh Caerdydd Abertawe Brest Kemper Port Láirge Baile Átha Cliath",
        "accents": "áéíóú",
    },
}

COUNTRIES = (
    "DEUTSCH ESPAÑOLA FRANÇAISE BRITISH CITIZEN ITALIANA PORTUGUESA NEDERLANDSE BELG ČESKÁ REPUBLIKA CZECH REPUBLIC POLSKIE MAGYAR ROMÂNĂ SUOMI SVENSK NORSK DANSK "
    "ÍSLENSKT ICELANDIC LATVIJAS EESTI LIETUVOS HRVATSKO SLOVENSKO SLOVENSKÁ TÜRK AZƏRBAYCAN AZERBAIJAN UKRAINE CANADIAN CANADIENNE AUSTRALIAN UNITED STATES OF AMERICA "
    "FILIPINO INDIAN CHINESE BRASILEIRO MEXICANA COLOMBIANA AFGHAN HELLENIC ÖSTERREICH SCHWEIZ SUISSE SVIZZERA IRISH ÉIREANNACH MALTESE ISRAELI JAPAN KOREA MOLDOVA ALBANIA "
    "Sénégalaise Română Belgierin Shqiptare Polskie Deutsch Nederlandse Española Utopian UTO ESP DEU FRA ITA GBR PRT NLD BEL POL ROU USA HRV SVK EST LVA SWE CAN AUS "
    "SHQIPTAR SENEGALESE MALAGASY KENYAN NIGERIAN SOUTH AFRICAN EGYPTIAN MAROCAINE ALGÉRIENNE TUNISIENNE LIBANAISE EMIRATI SAUDI KUWAITI QATARI IRANIAN IRAQI PAKISTANI BANGLADESHI SRI LANKAN NEPALESE THAI "
    "VIETNAMESE MALAYSIA WARGANEGARA INDONESIA SINGAPORE CITIZEN NEW ZEALAND PERUANA CHILENA ARGENTINA ECUATORIANA BOLIVIANA PARAGUAYA URUGUAYA VENEZOLANA DOMINICANA CUBANA HAÏTIENNE JAMAICAN "
    "BULGARIA SRBIJA REPUBLIKA SRBIJE CRNA GORA BOSNA I HERCEGOVINA SLOVENIJA GEORGIA ARMENIA KAZAKHSTAN UZBEKISTAN BELARUS RUSSIAN FEDERATION LËTZEBUERG LUXEMBOURGEOISE LIECHTENSTEIN CYPRUS MONACO "
    "Ghana Cameroon Congolaise Ivoirienne Togolaise Béninoise Nigérienne Rwandaise Ethiopian Tanzanian Ugandan Zambian Zimbabwean Namibian Batswana Mozambique Angolana Caboverdiana "
    "CHE AUT DNK NOR FIN ISL IRL GRC BGR SRB MKD ALB UKR RUS TUR ISR EGY MAR DZA TUN SEN NGA GHA KEN ZAF IND PAK BGD LKA NPL CHN HKG JPN KOR THA VNM MYS IDN PHL SGP NZL MEX COL PER CHL ARG BRA ECU VEN D"
)

MONTHS = (
    "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(),
    "JAN FEV MARS AVR MAI JUIN JUIL AOÛT SEPT OCT NOV DÉC".split(),
    "ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC".split(),
    "GEN FEB MAR APR MAG GIU LUG AGO SET OTT NOV DIC".split(),
    "JAN FEB MÄR APR MAI JUN JUL AUG SEP OKT NOV DEZ".split(),
    "JAN FEV MAR ABR MAI JUN JUL AGO SET OUT NOV DEZ".split(),
    "STY LUT MAR KWI MAJ CZE LIP SIE WRZ PAŹ LIS GRU".split(),
    "JAN FEB MAR APR MAÍ JÚN JÚL ÁGÚ SEP OKT NÓV DES".split(),
    "JAN FEB MRT APR MEI JUN JUL AUG SEP OKT NOV DEC".split(),
    "January February March April May June July August September October November December".split(),
    "JAN FEB MARS APR MAJ JUN JUL AUG SEP OKT NOV DEC".split(),
    "TAMMI HELMI MAALIS HUHTI TOUKO KESÄ HEINÄ ELO SYYS LOKA MARRAS JOULU".split(),
    "JAAN VEEBR MÄRTS APR MAI JUUNI JUULI AUG SEPT OKT NOV DETS".split(),
    "SAU VAS KOV BAL GEG BIR LIE RGP RGS SPA LAP GRU".split(),
    "LED ÚNO BŘE DUB KVĚ ČER ČVC SRP ZÁŘ ŘÍJ LIS PRO".split(),
    "SIJ VELJ OŽU TRA SVI LIP SRP KOL RUJ LIS STU PRO".split(),
    "JAN FEBR MÁRC ÁPR MÁJ JÚN JÚL AUG SZEPT OKT NOV DEC".split(),
    "OCA ŞUB MAR NİS MAY HAZ TEM AĞU EYL EKİ KAS ARA".split(),
    "IAN FEB MAR APR MAI IUN IUL AUG SEP OCT NOI DEC".split(),
    "JAN SHK MAR PRI MAJ QER KOR GUS SHT TET NËN DHJ".split(),
    "JAN PEB MAC APR MEI JUN JUL OGO SEP OKT NOV DIS".split(),
    "EAN FEA MÁR AIB BEA MEI IÚL LÚN MEÁ DEI SAM NOL".split(),
    "I II III IV V VI VII VIII IX X XI XII".split(),
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(),
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
)

LABELS = (
    "Surname|Given names|Nationality|Date of birth|Sex|Place of birth|Date of issue|Date of expiry|Authority|Passport No.|Type|Country code|Holder's signature|Personal No.|Height|"
    "Document No.|Name|Identity card|Residence permit|Visa|Valid until|Place of issue|Colour of eyes|Address|Card access number|Issuing State|"
    "Nom|Prénoms|Nationalité|Date de naissance|Sexe|Lieu de naissance|Date de délivrance|Date d'expiration|Autorité|Passeport N°|Taille|Domicile|Titre de séjour|"
    "Apellidos|Nombre|Nacionalidad|Fecha de nacimiento|Sexo|Lugar de nacimiento|Fecha de expedición|Fecha de caducidad|Autoridad|Pasaporte N°|Documento Nacional de Identidad|Domicilio|Hijo/a de|"
    "Name / Surname / Nom|Vornamen / Given names / Prénoms|Staatsangehörigkeit|Geburtstag|Geburtsort|Ausstellungsdatum|Gültig bis|Behörde|Größe|Augenfarbe|Anschrift|Geburtsname|"
    "Cognome|Cittadinanza|Data di nascita|Luogo di nascita|Data di rilascio|Data di scadenza|Statura|Comune di|Indirizzo|Codice fiscale|"
    "Apelido(s)|Nome(s)|Data de nascimento|Naturalidade|Data de emissão|Válido até|Filiação|Altura|"
    "Nazwisko|Imiona|Obywatelstwo|Data urodzenia|Płeć|Miejsce urodzenia|Data wydania|Data ważności|Organ wydający|"
    "Příjmení|Jméno|Státní občanství|Datum narození|Místo narození|Datum vydání|Platnost do|Rodné číslo|Pohlaví|"
    "Prezime|Ime|Državljanstvo|Datum rođenja|Spol|Vrijedi do|Tijelo izdavanja|Prebivalište|"
    "Családi név|Utónév|Állampolgárság|Születési idő|Születési hely|Érvényességi idő|Kiállító hatóság|Anyja neve|"
    "Nume|Prenume|Cetăţenie|Loc naştere|Domiciliu|Emisă de|Valabilitate|Uzvārds|Vārds|Pilsonība|Dzimšanas datums|Personas kods|"
    "Naam|Voornamen|Nationaliteit|Geboortedatum|Geslacht|Plaats van geboorte|Geldig tot|Soyadı|Adı|Uyruğu|Doğum tarihi|Efternamn|Födelsedatum|Etternavn|Fødselsdato|Sukunimi|Kansalaisuus|"
    "Mbiemri|Emri|Shtetësia|Datëlindja|Vendlindja|Data e lëshimit|Data e skadimit|Autoriteti lëshues|Gjinia|Priimek|Rojen|Veljavnost|Državljanstvo|Datum izdaje|Pristojni organ|Datum rođenja|Mesto rođenja|"
    "Priezvisko|Meno|Štátne občianstvo|Dátum narodenia|Miesto narodenia|Dátum vydania|Platnosť do|Pavardė|Vardas|Pilietybė|Gimimo data|Asmens kodas|Galioja iki|Perekonnanimi|Eesnimi|Kodakondsus|Sünniaeg|Kehtiv kuni|"
    "Nationalitet|Födelseort|Utfärdad|Gäller till|Kön|Längd|Myndighet|Statsborgerskap|Fødested|Utstedt|Gyldig til|Kjønn|Myndighed|Syntymäaika|Syntymäpaikka|Myöntämispäivä|Viimeinen voimassaolopäivä|Sukupuoli|Kenninafn|Ríkisfang|Fæðingardagur|"
    "Doğum yeri|Veriliş tarihi|Son geçerlilik tarihi|Cinsiyeti|Düzenleyen makam|Soyad|Doğulduğu yer|Etibarlıdır|Ainm|Sloinne|Náisiúntacht|Dáta breithe|Inskne|Sesso|Kunjom|Isem|Data tat-twelid|"
    "Numéro du document|Signature du titulaire|Couleur des yeux|Nom d'usage|Adresse|Profession|Délivré le|Valable jusqu'au|Carte de séjour|N° national|Fecha de emisión|Fecha de vencimiento|Lugar de expedición|Estado civil|Cédula de identidad|"
    "Nº de documento|Órgão emissor|Data de validade|Local de nascimento|Assinatura|Residência|Surname and given names|Place of residence|Occupation|Remarks|Control number|Visa type / class|Issuing post name|Number of entries|Annotation|"
    "Duration of stay|From|Until|Passport number|Issued by|Issued on|Expires|National identification number|Licence No.|Category|Blood group|Father's name|Mother's name|Spouse|File No.|Emergency contact|Kewarganegaraan|Tempat lahir|Tanggal lahir|"
    "Jenis kelamin|Berlaku hingga|Nombor pasport|Tarikh lahir|Apelyido|Petsa ng kapanganakan|Jina|Tarehe ya kuzaliwa|Mahali pa kuzaliwa|Van|Voorname|Familiya|Imya|Prizvyshche|Data narodzhennia|Prénom(s)|Kód státu|Kood|Kods|Personnummer|"
    "REPUBLIC|KINGDOM|EUROPEAN UNION|PASSPORT|IDENTITY CARD|NATIONAL ID|SPECIMEN|CARTE NATIONALE D'IDENTITÉ|RÉPUBLIQUE|REISEPASS|PERSONALAUSWEIS|CARTA DI IDENTITÀ|REPUBBLICA|UNIÓN EUROPEA"
).split("|")

AUTHORITIES = (
    "MINISTRY OF INTERNAL AFFAIRS|MINISTÈRE DE L'INTÉRIEUR|PRÉFECTURE DE POLICE|PREFECTURE DU {p}|STADT {p}|LANDESHAUPTSTADT {p}|STADTVERWALTUNG {p}|BURGEMEESTER VAN {p}|HM PASSPORT OFFICE|"
    "UNITED STATES DEPARTMENT OF STATE|MINISTRO AFFARI ESTERI|QUESTURA DI {p}|COMUNE DI {p}|DIRECCIÓN GENERAL DE LA POLICÍA|PU {p}|MUP RH|PREZYDENT M. {p}|MAGISTRÁT MĚSTA {p}|POLISEN {p}|"
    "POLISMYNDIGHETEN {p}|POLIISI|POLITI|ÞJÓÐSKRÁ|DFA {p}|SPCLEP {p}|D.E.P.A.B.D.|I.N.E.P.|SRPC {p}|PMLP {p} 1.NODAĻA|GOVT OF {p}|KONSULAT {p}|EMBASSY OF {p}|BH {p}|KMEHB|BM-I|AUSWÄRTIGES AMT|"
    "REPUBLIC OF {p}|GATINEAU|UKPA|IPS|DGP-EDS {p}|SEF|IRN {p}|Ministerium des Innern|Kreis {p}|Landratsamt {p}|Sous-préfecture de {p}|"
    "MINISTRY OF INTERIOR|MINISTRY OF FOREIGN AFFAIRS|MINISTÈRE DES AFFAIRES ÉTRANGÈRES|MINISTERIO DE RELACIONES EXTERIORES|SECRETARÍA DE RELACIONES EXTERIORES|DEPARTMENT OF HOME AFFAIRS|DEPARTMENT OF FOREIGN AFFAIRS|DEPT OF INTERNAL AFFAIRS|"
    "IMMIGRATION DEPARTMENT|PASSPORT OFFICE {p}|IMMIGRATION AND PASSPORTS|GENERAL DIRECTORATE OF PASSPORTS|MPS EXIT & ENTRY ADMINISTRATION|KANTOR IMIGRASI {p}|CIVIL REGISTRY AGENCY|STATE MIGRATION SERVICE|MVD {z}|MOI {p}|MIA {p}|FMS {z}|"
    "REGISTRO CIVIL E IDENTIFICACIÓN|RENIEC|RENAPER|MIGRACIONES|SERVICIO NACIONAL DE {p}|CONSULATE GENERAL {p}|AMBASSADE DE {p}|Consulado General en {p}|Ausländerbehörde {p}|Stadt {p} Bürgeramt|Gemeinde {p}|Commune de {p}|Gemeente {p}|"
    "Ville de {p}|Préfecture de la {p}|MINISTERO DELL'INTERNO|MINISTARSTVO UNUTRAŠNJIH POSLOVA|PU ZA GRAD {p}|UE {p}|MÚ {p}|OÚ {p}|WOJEWODA {p}|BURMISTRZ {p}|PRIMĂRIA {p}|POLÍCIA {p}|OO PZ {p}|PPA|MIGRACIJOS TARNYBA|PASS {p}|POLITIKREDS {p}|"
    "LÖGREGLUSTJÓRINN {p}|Regierungspräsidium {p}|BEZIRKSHAUPTMANNSCHAFT {p}|MAGISTRAT {p}|Passbüro Kt. {s}|KANTON {p}|NÜFUS MÜDÜRLÜĞÜ {p}|{p} NÜFUS|MIN. BPRS|MPB {p}|AL/MB {p}|Home Office|Government of {p}|{p} PROVINCE|COMMISSIONER OF {p}"
).split("|")

STREETS = (
    "Avda. de {p} {n}|Calle {f} {n} {n2}º A|C/ {f} N {n}|Rua {f} {n}, {n2} dto|Via {f} {n}|Viale delle {p} {n}|{n} rue {f}|{n} avenue de {p}|{f}straße {n}|{f}weg {n}|{p}er Allee {n}|"
    "Str. {f} nr.{n} bl.{n2} sc.1 et.2 ap.{n}|Mun. {p} Sec. {n2}|Jud. {p} Com. {f}|ul. {f} {n}/{n2}|{n} {f} Street|{n} High St, {p}|{f}laan {n}|{f}utca {n}.|{z} {p}|{p} ({s})|{p}, {p}|PL. {f} {n}|"
    "{n} {f} Road|{n} {f} Avenue, {p}|Flat {n2}, {n} {f} Court|P.O. Box {n}, {p}|Av. {f} {n} Piso {n2}|Carrera {n2} No. {n}-{n2}|Col. {f} C.P. {z}|Jl. {f} No. {n}, {p}|No {n}, Jalan {f}|{f} utca {n}. {n2}/{n2}|{f} tér {n2}.|{f}gatan {n} {s}|"
    "{f}vägen {n2}|{f}gade {n}, {n2}. tv|{f}katu {n} A {n2}|{f} iela {n} - {n2}|{f} g. {n}-{n2}|{f} cesta {n}|ulica {f} {n}|{f} {n}, {z} {p}|nám. {f} {n2}|Rruga {f} {n}|{f} Mah. {p} Cad. No:{n}/{n2}|Odos {f} {n}|BP {n} {p}|Lot {n} {f}|"
    "Boulevard {f} {n}|Platz {p} {n2}|Am {p} {n}|{f}gasse {n2}/{n}|Piazza {f} {n}|C.so {f} {n}|Largo {f} {n2}|Trav. {f} {n}, {n2} Esq.|Pza. {f} {n} P{n2:02d} {s}|s/o {f}, {p} - {z}|{z} {p} / {s}"
).split("|")

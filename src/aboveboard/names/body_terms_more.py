"""What public bodies are made of in more languages, as `body_terms` has it: the smaller ones of Europe and Asia.

The same thirty or so words in every language. `|` parts the words of one expression, `/` the ways to put it; general knowledge.
"""

from __future__ import annotations

__all__ = ["ALSO", "LANDS_ABROAD", "MORE_COUNTRIES", "MORE_TERMS"]

MORE_TERMS = {
    "nl": (
        "ministerie=ministry politie=police post=post spoorwegen=railways bank=bank nationale=national nederlandse=dutch rijks=national dienst=service belasting=tax belastingdienst=tax|service/tax|administration/tax|office douane=customs gezondheid=health volksgezondheid=public|health/health "
        "onderwijs=education justitie=justice financien=finance defensie=defence/defense buitenlandse|zaken=foreign|affairs binnenlandse|zaken=interior/home|affairs koninklijke=royal universiteit=university ziekenhuis=hospital rechtbank=court hoge|raad=supreme|court gemeente=municipality/city|council omroep=broadcasting luchtvaart=aviation/airlines kamer|koophandel=chamber|commerce"
    ),
    "sv": (
        "polisen=police polismyndigheten=police|authority/police skatteverket=tax|agency forsakringskassan=social|insurance|agency regeringen=government riksbanken=central|bank tullverket=customs radio=radio television=television post=post statens=state jarnvagar=railways "
        "arbetsformedlingen=employment|service/public|employment|service migrationsverket=migration|agency folkhalsomyndigheten=public|health|agency akademien=academy forsvarsmakten=armed|forces transportstyrelsen=transport|agency universitet=university sjukhus=hospital"
    ),
    "da": (
        "politi=police politiet=police skattestyrelsen=tax|agency toldstyrelsen=customs|agency/customs sundhedsstyrelsen=health|authority sundhedsministeriet=ministry|health regeringen=government nationalbank=national|bank nationalbanken=national|bank radio=radio post=post statsbaner=state|railways "
        "skatteetaten=tax|administration tollvesenet=customs helsedirektoratet=health|directorate folkehelseinstituttet=institute|public|health kringkasting=broadcasting|corporation statsministeriet=prime|minister|office universitet=university sygehus=hospital sykehus=hospital bank=bank"
    ),
    "fi": (
        "poliisi=police verohallinto=tax|administration/tax|authority tulli=customs kansanelakelaitos=social|insurance|institution valtioneuvosto=government posti=post pankki=bank rautatiet=railways yleisradio=broadcasting|company eduskunta=parliament yliopisto=university puolustusvoimat=defence|forces"
    ),
    "cs": (
        "ministerstvo=ministry zdravotnictvi=health vnitra=interior zahranicnich|veci=foreign|affairs zahranici=foreign|affairs financi=finance spravedlnosti=justice obrany=defence/defense skolstvi=education policie=police posta=post drahy=railways banka=bank narodni=national narodna=national sporitelna=savings|bank sprava=administration "
        "financni|sprava=tax|administration/financial|administration celni|sprava=customs|administration/customs statni=state ustavni|soud=constitutional|court nejvyssi|soud=supreme|court vlada=government parlament=parliament senat=senate rozhlas=radio televize=television televizia=television univerzita=university socialni|zabezpeceni=social|security socialna|poistovna=social|insurance|agency "
        "zdravotni|pojistovna=health|insurance|company vseobecna=general urad=office akademie|ved=academy|sciences armada=army ceskoslovenska=czechoslovak obchodni=commercial/trade obchodna=commercial/trade kriz=cross cerveny|kriz=red|cross cerveny=red"
    ),
    "hu": (
        "rendorseg=police posta=post bank=bank nemzeti=national takarekpenztar=savings|bank allamvasutak=state|railways miniszterium=ministry belugyminiszterium=ministry|interior/interior|ministry kulugyminiszterium=ministry|foreign|affairs/foreign|ministry orszagos=national adohivatal=tax|office ado=tax vamhivatal=customs|office "
        "nemzeti|ado|vamhivatal=national|tax|customs|administration/tax|customs|office allamkincstar=state|treasury kormany=government orszaggyules=parliament/national|assembly alkotmanybirosag=constitutional|court kuria=supreme|court televizio=television radio=radio egyetem=university egeszsegbiztosito=health|insurance|fund"
    ),
    "ro": (
        "ministerul=ministry sanatatii=health afacerilor|interne=internal|affairs/interior afacerilor|externe=foreign|affairs finantelor=finance justitiei=justice apararii=defence/defense educatiei=education politia=police posta=post banca=bank nationala=national agentia=agency administrare|fiscala=fiscal|administration/tax|administration "
        "guvernul=government parlamentul=parliament senatul=senate presedintia=presidency curtea|constitutionala=constitutional|court curtea|suprema=supreme|court casa=house/fund asigurari|sanatate=health|insurance pensii=pension caile|ferate=railways televiziunea=television radio=radio vama=customs vamala=customs autoritatea=authority universitatea=university academia=academy comerciala=commercial crucea|rosie=red|cross"
    ),
    "bg": (
        "министерство=ministry здравеопазването=health вътрешните|работи=interior/internal|affairs външните|работи=foreign|affairs финансите=finance правосъдието=justice отбраната=defence/defense образованието=education полиция=police пощи=posts/post железници=railways банка=bank народна=national национална=national национална|агенция|приходите=national|revenue|agency "
        "приходите=revenue агенция=agency митници=customs митница=customs осигурителен|институт=social|security|institute здравноосигурителна|каса=health|insurance|fund върховен=supreme конституционен=constitutional съд=court правителство=government народно|събрание=national|assembly/parliament радио=radio телевизия=television университет=university червен|кръст=red|cross"
    ),
    "sr": (
        "министарство=ministry здравља=health унутрашњих|послова=interior/internal|affairs спољних|послова=foreign|affairs финансија=finance правде=justice одбране=defence/defense просвете=education полиција=police пошта=post железнице=railways банка=bank народна=national пореска|управа=tax|administration царина=customs управа=administration "
        "влада=government скупштина=assembly/parliament врховни|суд=supreme|court уставни|суд=constitutional|court радио=radio телевизија=television радиотелевизија=radio|television универзитет=university црвени|крст=red|cross фонд=fund пензијско=pension здравственог|осигурања=health|insurance "
        "ministarstvo=ministry zdravlja=health unutrasnjih|poslova=interior/internal|affairs vanjskih|poslova=foreign|affairs spoljnih|poslova=foreign|affairs financija=finance finansija=finance pravde=justice obrane=defence/defense odbrane=defence/defense policija=police posta=post banka=bank narodna=national porezna|uprava=tax|administration poreska|uprava=tax|administration "
        "carina=customs carinska|uprava=customs|administration vlada=government sabor=parliament televizija=television radiotelevizija=radio|television radio=radio sveuciliste=university hrvatska=croatia/croatian zavod=institute mirovinsko|osiguranje=pension|insurance zdravstveno|osiguranje=health|insurance postna|stedionica=postal|savings|bank"
    ),
    "ka": "ბანკი=bank ეროვნული=national სამინისტრო=ministry პოლიცია=police ფოსტა=post რკინიგზა=railway შემოსავლების|სამსახური=revenue|service მთავრობა=government პარლამენტი=parliament უნივერსიტეტი=university ჯანდაცვის=health შინაგან|საქმეთა=internal|affairs საგარეო|საქმეთა=foreign|affairs მაუწყებელი=broadcaster საზოგადოებრივი=public",
    "hy": "բանկ=bank կենտրոնական=central ոստիկանություն=police նախարարություն=ministry կառավարություն=government համալսարան=university փոստ=post ազգային=national առողջապահության=health",
    "am": "ባንክ=bank ንግድ=commercial ብሔራዊ=national ፖሊስ=police ፌዴራል=federal ኮሚሽን=commission ሚኒስቴር=ministry የጤና=health የገቢዎች=revenue አየር|መንገድ=airlines ቴሌኮም=telecom ፖስታ=post ዩኒቨርሲቲ=university ልማት=development",
    "kk": "банкі=bank ұлттық=national халық=people полициясы=police министрлігі=ministry денсаулық|сақтау=health ішкі|істер=internal|affairs сыртқы|істер=foreign|affairs қаржы=finance пошта=post темір|жолы=railway үкіметі=government университеті=university салық=tax кеден=customs комитеті=committee",
    "ta": "காவல்துறை=police காவல்|துறை=police வங்கி=bank அரசு=government உயர்|நீதிமன்றம்=high|court பல்கலைக்கழகம்=university மருத்துவமனை=hospital மின்சார|வாரியம்=electricity|board வருமான|வரி=income|tax வருமான|வரித்துறை=income|tax|department துறை=department ரயில்வே=railways சுகாதார=health அமைச்சகம்=ministry",
    "ur": "پولیس=police بینک=bank وزارت=ministry داخلہ=interior خارجہ=foreign|affairs صحت=health خزانہ=finance تعلیم=education ریلوے=railways ڈاک=post نیشنل=national قومی=national اسٹیٹ=state حکومت=government سپریم|کورٹ=supreme|court ہائی|کورٹ=high|court یونیورسٹی=university ایئرلائن=airlines الیکشن|کمیشن=election|commission",
    "sw": "wizara=ministry afya=health polisi=police benki=bank taifa=national serikali=government mamlaka=authority mapato=revenue posta=post shirika=corporation reli=railways utangazaji=broadcasting chuo|kikuu=university mahakama=court elimu=education",
}
"""Words of bodies, without marks, by language."""

MORE_COUNTRIES: dict[str, tuple[str, str]] = {
    "nl": ("nederland=netherlands/dutch nederlands=dutch belgie=belgium/belgian amsterdam=amsterdam rotterdam=rotterdam den|haag=hague utrecht=utrecht vlaanderen=flanders vlaamse=flemish", "dutch/netherlands"),
    "sv": ("sveriges=sweden/swedish sverige=sweden/swedish svenska=swedish stockholm=stockholm stockholms=stockholm goteborg=gothenburg goteborgs=gothenburg malmo=malmo", "swedish/sweden"),
    "da": ("danmarks=denmark/danish danmark=denmark/danish danske=danish dansk=danish norges=norway/norwegian norge=norway/norwegian norsk=norwegian norske=norwegian kobenhavn=copenhagen kobenhavns=copenhagen oslo=oslo", "danish/norwegian/denmark/norway"),
    "fi": ("suomen=finland/finnish suomi=finland/finnish helsingin=helsinki helsinki=helsinki", "finnish/finland"),
    "cs": ("ceska=czech cesky=czech ceske=czech ceskych=czech ceske|republiky=czech|republic/czech cr=czech|republic/czech slovenska=slovak/slovakia slovensky=slovak slovenske=slovak slovenskej|republiky=slovak|republic/slovak praha=prague prahy=prague brno=brno bratislava=bratislava", "czech/slovak"),
    "hu": ("magyar=hungarian magyarorszag=hungary/hungarian magyarorszagi=hungarian budapest=budapest budapesti=budapest fovarosi=budapest", "hungarian/hungary"),
    "ro": ("romaniei=romania/romanian romania=romania/romanian romana=romanian roman=romanian moldovei=moldova bucuresti=bucharest cluj=cluj transilvania=transylvania", "romanian/romania"),
    "bg": ("българия=bulgaria/bulgarian българска=bulgarian български=bulgarian българско=bulgarian българската=bulgarian софия=sofia софийски=sofia пловдив=plovdiv варна=varna", "bulgarian/bulgaria"),
    "sr": ("србије=serbia/serbian србија=serbia/serbian српска=serbian македонија=macedonia београд=belgrade србиjе=serbia srbije=serbia/serbian srbija=serbia/serbian hrvatske=croatia/croatian hrvatski=croatian slovenije=slovenia bosne=bosnia zagreb=zagreb zagrebu=zagreb beograd=belgrade sarajevo=sarajevo", "serbian/croatian"),
    "ka": ("საქართველოს=georgia/georgian საქართველო=georgia/georgian თბილისის=tbilisi თბილისი=tbilisi", "georgian/georgia"),
    "hy": ("հայաստանի=armenia/armenian հայաստան=armenia հհ=armenia/armenian երևանի=yerevan", "armenian/armenia"),
    "am": ("የኢትዮጵያ=ethiopia/ethiopian ኢትዮጵያ=ethiopia/ethiopian አዲስ|አበባ=addis|ababa", "ethiopian/ethiopia"),
    "kk": ("қазақстан=kazakhstan/kazakh қр=kazakhstan астана=astana алматы=almaty", "kazakhstan/kazakh"),
    "ta": ("தமிழ்நாடு=tamil|nadu இந்திய=india/indian சென்னை=chennai பாரத=india", ""),
    "ur": ("پاکستان=pakistan پنجاب=punjab سندھ=sindh کراچی=karachi لاہور=lahore اسلام|آباد=islamabad دبئی=dubai سعودی=saudi بھارت=india", "pakistan"),
    "sw": ("kenya=kenya tanzania=tanzania ya|kenya=kenya ya|tanzania=tanzania nairobi=nairobi uganda=uganda", "kenya/tanzania"),
}  # fmt: skip
"""By language: words for countries and towns, and the country of a name that says none."""

ALSO = {
    "es": "servicio=service servicios=services impuestos=tax/taxes impuestos|internos=internal|revenue rentas|internas=internal|revenue aduana=customs metropolitana=metropolitan postal=postal ferrocarriles=railways aerolineas=airlines radiotelevision=radio|television/broadcasting caja|ahorros=savings|bank comercial=commercial popular=people/popular departamento=department autoridad=authority cruz|roja=red|cross oficina=office fondo=fund nota|roja=red|notice diario|pueblo=people|daily",
    "pt": "servico=service servicos=services impostos=tax/taxes alfandega=customs metropolitana=metropolitan postal=postal ferrovias=railways companhia|aerea=airlines radio=radio televisao=television caixa=savings|bank comercial=commercial departamento=department autoridade=authority cruz|vermelha=red|cross agencia=agency fundo=fund",
    "fr": "service=service services=services metropolitaine=metropolitan metropolitain=metropolitan national=national nationale=national postale=postal chemins|fer=railways compagnie|aerienne=airlines radio=radio television=television caisse|epargne=savings|bank commerciale=commercial departement=department autorite=authority croix|rouge=red|cross agence=agency office=office fonds=fund royale=royal federale=federal",
    "de": "dienst=service nationaler=national gesundheitsdienst=health|service nationale=national nationalbank=national|bank steueramt=tax|office steuerbehorde=tax|authority/tax|administration finanzamt=tax|office zollamt=customs metropolitan=metropolitan eisenbahn=railway/railways fluggesellschaft=airlines rundfunk=broadcasting fernsehen=television sparkasse=savings|bank handelsbank=commercial|bank rotes|kreuz=red|cross behorde=authority agentur=agency konigliche=royal",
    "it": "servizio=service servizi=services sanitario=health nazionale=national imposte=tax/taxes metropolitana=metropolitan postale=postal ferrovie=railways compagnia|aerea=airlines radiotelevisione=radio|television cassa|risparmio=savings|bank commerciale=commercial dipartimento=department autorita=authority croce|rossa=red|cross fondo=fund",
    "ru": "коммерческий=commercial сберегательный=savings народный=people/popular государственный=state центральный=central налоговое=tax налоговая=tax управление=department/office департамент=department красный|крест=red|cross авиалинии=airlines радио=radio телевидение=television столичная=metropolitan железная|дорога=railway агентство=agency здравоохранения=health национальная=national",
    "hi": "आयकर=income|tax विभाग=department राज्य=state राष्ट्रीय=national वाणिज्यिक=commercial रेलवे=railways/railway डाक=post सेवा=service एयरलाइंस=airlines",
    "ar": "المتروبوليتان=metropolitan الوطنية=national الوطني=national الوطنى=national خدمة=service هيئة=authority مصلحة=authority/department الضرائب=tax الجمارك=customs البريد=post السكك|الحديدية=railways الطيران=airlines التجاري=commercial التنمية=development الصليب|الأحمر=red|cross الهلال|الأحمر=red|crescent",
    "tr": "ulusal=national hizmeti=service hizmetleri=services vergi|dairesi=tax|office vergi=tax gumruk=customs posta=post demiryollari=railways havayollari=airlines merkez=central ticaret=commercial kizilay=red|crescent emniyeti=police polisi=police bankasi=bank",
    "zh": "国民=national 国家=national/state 保健=health 服务=service 服务局=service 服务体系=service/health|service 医疗=health/medical 税务局=tax|service/revenue|service/tax|administration/revenue|department 国税局=internal|revenue|service/national|tax|agency 国税厅=national|tax|agency 警察=police 警察局=police/police|department 警察厅=police|agency/national|police 警察部门=police|department 都市警察=metropolitan|police 警方=police 皇家=royal 邮政=post/postal|service 铁路=railways 航空=airlines/airways 银行=bank 储蓄银行=savings|bank 商业银行=commercial|bank 中央银行=central|bank 国家银行=national|bank/state|bank 人民=people 广播=broadcasting 广播公司=broadcasting|corporation 电视台=television/tv 红十字会=red|cross 海关=customs 联邦=federal 内政部=ministry|interior",
    "ja": "国民=national 国立=national 保健=health 保健サービス=health|service 医療サービス=health|service 税務局=tax|service/revenue 税務庁=tax|agency 警察=police 警察庁=police|agency/national|police 首都警察=metropolitan|police 郵便=post 鉄道=railways 航空=airlines/airways 銀行=bank 貯蓄銀行=savings|bank 商業銀行=commercial|bank 中央銀行=central|bank 国立銀行=national|bank 放送=broadcasting 放送協会=broadcasting|corporation 赤十字=red|cross 税関=customs",
    "ko": "국립=national 국가=national 보건=health 보건서비스=health|service 국세청=internal|revenue|service/national|tax|service/tax|service 경찰=police 런던경찰=london|police 수도경찰=metropolitan|police 우체국=post|office/post 우정=post 철도=railways 항공=airlines/airways 은행=bank 저축은행=savings|bank 상업은행=commercial|bank 중앙은행=central|bank 국립은행=national|bank 방송=broadcasting 방송공사=broadcasting|corporation 적십자=red|cross 적십자사=red|cross 세관=customs 관세청=customs|service",
}
"""More words of the languages of `body_terms`, such as people use who put a foreign body into theirs."""

LANDS_ABROAD = {
    "es": "reino|unido=uk/british/united|kingdom gran|bretana=british/britain londres=london estados|unidos=us/american/united|states eeuu=us alemania=german/germany alemana=german francia=france/french japon=japan/japanese china=china/chinese pekin=beijing hong|kong=hong|kong corea=korea/korean india=india/indian rusia=russia/russian israel=israel dubai=dubai tokio=tokyo georgia=georgia turquia=turkish/turkey",
    "pt": "reino|unido=uk/british londres=london estados|unidos=us/american eua=us alemanha=german/germany franca=france/french japao=japan/japanese china=china/chinese pequim=beijing hong|kong=hong|kong coreia=korea/korean india=india/indian russia=russia/russian dubai=dubai toquio=tokyo espanha=spain/spanish",
    "fr": "royaume|uni=uk/british britannique=british londres=london londonienne=london etats|unis=us/american americain=american allemagne=germany/german allemande=german japon=japan/japanese japonaise=japanese chine=china/chinese chinoise=chinese pekin=beijing hong|kong=hong|kong coree=korea/korean inde=india/indian russie=russia/russian israel=israel dubai=dubai tokyo=tokyo espagne=spain/spanish",
    "de": "grossbritannien=british/uk britischer=british britische=british london=london londoner=london usa=us/american amerikanische=american frankreich=france/french japan=japan/japanese japanische=japanese china=china/chinese chinesische=chinese peking=beijing hongkong=hong|kong korea=korea/korean indien=india/indian russland=russia/russian israel=israel dubai=dubai tokio=tokyo spanien=spain/spanish",
    "it": "regno|unito=uk/british britannico=british londra=london stati|uniti=us/american germania=germany/german francia=france/french giappone=japan/japanese cina=china/chinese pechino=beijing hong|kong=hong|kong corea=korea/korean india=india/indian russia=russia/russian dubai=dubai tokyo=tokyo spagna=spain/spanish",
    "ru": "великобритании=british/uk британский=british лондона=london лондонская=london сша=us/american германии=german/germany немецкий=german франции=france/french японии=japan/japanese китая=china/chinese пекина=beijing гонконга=hong|kong кореи=korea/korean индии=india/indian израиля=israel/israeli дубая=dubai дубай=dubai токио=tokyo грузии=georgia/georgian армении=armenia/armenian турции=turkey/turkish эфиопии=ethiopia/ethiopian кении=kenya сербии=serbia/serbian болгарии=bulgaria/bulgarian польши=poland/polish чехии=czech испании=spain/spanish италии=italy/italian тайваня=taiwan таиланда=thailand/thai вьетнама=vietnam/vietnamese",
    "uk": "британії=british/uk лондона=london сша=us/american німеччини=german/germany франції=france/french японії=japan/japanese китаю=china/chinese польщі=poland/polish грузії=georgia/georgian ізраїлю=israel/israeli",
    "hi": "दुबई=dubai तमिलनाडु=tamil|nadu महाराष्ट्र=maharashtra कर्नाटक=karnataka केरल=kerala पंजाब=punjab गुजरात=gujarat राजस्थान=rajasthan बिहार=bihar उत्तर|प्रदेश=uttar|pradesh मध्य|प्रदेश=madhya|pradesh कोलकाता=kolkata चेन्नई=chennai बेंगलुरु=bengaluru हैदराबाद=hyderabad लंदन=london पाकिस्तान=pakistan नेपाल=nepal अमेरिका=us/american ब्रिटेन=british/uk",
    "bn": "ভারতীয়=india/indian ভারত=india/indian কলকাতা=kolkata পশ্চিমবঙ্গ=west|bengal দুবাই=dubai",
    "ar": "لندن=london بريطانيا=british/uk البريطانية=british البريطاني=british أمريكا=us/american الأمريكية=american ألمانيا=german/germany فرنسا=france/french اليابان=japan/japanese الصين=china/chinese بكين=beijing هونغ|كونغ=hong|kong كوريا=korea/korean الهند=india/indian روسيا=russia/russian تركيا=turkey/turkish",
    "tr": "londra=london ingiltere=british/uk amerikan=american abd=us/american almanya=german/germany fransa=france/french japonya=japan/japanese cin=china/chinese pekin=beijing hong|kong=hong|kong kore=korea/korean hindistan=india/indian rusya=russia/russian dubai=dubai",
    "zh": "英国=british/uk/england 伦敦=london 美国=us/american 德国=german/germany 法国=france/french 日本=japan/japanese 东京=tokyo 北京=beijing 上海=shanghai 韩国=korea/korean 首尔=seoul 印度=india/indian 俄罗斯=russia/russian 以色列=israel/israeli 迪拜=dubai 泰国=thailand/thai 越南=vietnam/vietnamese 新加坡=singapore 马来西亚=malaysia/malaysian 印尼=indonesia/indonesian 土耳其=turkey/turkish 西班牙=spain/spanish 意大利=italy/italian 荷兰=dutch/netherlands 澳大利亚=australia/australian 澳洲=australia/australian 加拿大=canada/canadian 巴西=brazil/brazilian 沙特=saudi 埃及=egypt/egyptian 肯尼亚=kenya 格鲁吉亚=georgia/georgian 埃塞俄比亚=ethiopia/ethiopian",
    "ja": "英国=british/uk イギリス=british/uk ロンドン=london 米国=us/american アメリカ=us/american ドイツ=german/germany フランス=france/french 中国=china/chinese 北京=beijing 上海=shanghai 香港=hong|kong 台湾=taiwan 韓国=korea/korean ソウル=seoul インド=india/indian ロシア=russia/russian ドバイ=dubai タイ=thailand/thai オーストラリア=australia/australian カナダ=canada/canadian",
    "ko": "영국=british/uk 런던=london 미국=us/american 독일=german/germany 프랑스=france/french 일본=japan/japanese 도쿄=tokyo 중국=china/chinese 베이징=beijing 상하이=shanghai 홍콩=hong|kong 대만=taiwan 인도=india/indian 러시아=russia/russian 두바이=dubai 태국=thailand/thai 호주=australia/australian 캐나다=canada/canadian",
}
"""Countries and towns abroad, by the language that names them."""

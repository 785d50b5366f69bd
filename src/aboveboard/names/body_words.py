"""Words for a body in languages of Latin letters, and the English ones: universidad is university, Rathaus is city hall.

Written down from general knowledge, without marks; `|` parts the words of one expression, `/` the ways to put it.
"""

from __future__ import annotations

from functools import cache

__all__ = ["in_english"]

_WORDS = (
    # Spanish, Catalan, Portuguese
    "universidad=university universitat=university ayuntamiento=city|council/city|hall/town|hall ajuntament=city|council/city|hall diputacion=provincial|council gobierno=government ministerio=ministry hospital=hospital policia=police "
    "policia|municipal=municipal|police policia|nacional=national|police guardia|civil=civil|guard banco=bank caja=savings|bank colegio=school escuela=school instituto=institute biblioteca=library museo=museum aeropuerto=airport "
    "clinica=clinic seguros=insurance tribunal=court juzgado=court grupo=group fundacion=foundation asociacion=association correos=post periodico=newspaper diario=daily/newspaper radio=radio comision=commission consejo=council "
    "agencia=agency oficina=office camara|de|comercio=chamber|of|commerce puerto=port teatro=theatre parque=park federacion=federation sindicato=union bomberos=fire|department/fire|brigade transportes=transport ferrocarriles=railways "
    "universidade=university prefeitura=city|hall/city|council/municipality camara|municipal=city|council/town|council governo=government ministerio=ministry policia=police policia|militar=military|police policia|civil=civil|police "
    "escola=school instituto=institute museu=museum aeroporto=airport tribunal=court fundacao=foundation associacao=association jornal=newspaper/daily comissao=commission conselho=council agencia=agency porto=port bombeiros=fire|department "
    "esporte|clube=sports|club calcados=shoes/footwear companhia=company "
    # French
    "universite=university mairie=city|hall/town|hall/city|council ville|de=city|of commune=municipality prefecture=prefecture gouvernement=government ministere=ministry hopital=hospital police=police banque=bank ecole=school lycee=high|school "
    "college=college institut=institute bibliotheque=library musee=museum aeroport=airport clinique=clinic assurances=insurance assurance=insurance tribunal=court groupe=group fondation=foundation association=association journal=newspaper/journal "
    "conseil|departemental=departmental|council conseil|regional=regional|council conseil=council agence=agency bureau=office chambre|de|commerce=chamber|of|commerce port=port theatre=theatre pompiers=fire|brigade/fire|department "
    "gendarmerie=gendarmerie compagnie=company caisse|d|epargne=savings|bank eaux=water "
    # German, Dutch, Nordic
    "universitat=university hochschule=university|of|applied|sciences stadt=city stadtverwaltung=city|administration/city|council rathaus=city|hall/town|hall gemeinde=municipality landkreis=district regierung=government ministerium=ministry "
    "krankenhaus=hospital klinikum=hospital/clinic klinik=clinic polizei=police bank=bank sparkasse=savings|bank volksbank=cooperative|bank schule=school gymnasium=grammar|school institut=institute stadtbibliothek=city|library bibliothek=library "
    "museum=museum flughafen=airport versicherung=insurance versicherungen=insurance gericht=court amtsgericht=district|court gruppe=group stiftung=foundation verein=association zeitung=newspaper/news tageblatt=daily rundfunk=broadcasting "
    "agentur=agency amt=office feuerwehr=fire|brigade/fire|department stadtwerke=municipal|utilities/utilities verkehrsbetriebe=transport hafen=port theater=theatre bundesamt=federal|office handelskammer=chamber|of|commerce gesellschaft=company "
    "universiteit=university gemeente=municipality/city|council ministerie=ministry ziekenhuis=hospital politie=police school=school bibliotheek=library luchthaven=airport verzekeringen=insurance rechtbank=court stichting=foundation krant=newspaper "
    "brandweer=fire|brigade waterschap=water|authority universitet=university kommune=municipality kommun=municipality sykehus=hospital sjukhus=hospital sygehus=hospital politi=police polis=police polisen=police skole=school skola=school "
    "bibliotek=library lufthavn=airport flygplats=airport forsikring=insurance forsakring=insurance domstol=court stiftelse=foundation yliopisto=university kaupunki=city sairaala=hospital poliisi=police pankki=bank koulu=school "
    # Italian, Romanian
    "universita=university comune=municipality/city|council/city|hall regione=region governo=government ministero=ministry ospedale=hospital polizia=police carabinieri=carabinieri banca=bank cassa|di|risparmio=savings|bank scuola=school "
    "liceo=high|school istituto=institute aeroporto=airport assicurazioni=insurance tribunale=court gruppo=group fondazione=foundation associazione=association giornale=newspaper corriere=courier gazzetta=gazette comando=command "
    "vigili|del|fuoco=fire|brigade/fire|department camera|di|commercio=chamber|of|commerce poste=post universitatea=university primaria=city|hall/town|hall spitalul=hospital politia=police banca=bank scoala=school ministerul=ministry guvernul=government "
    # Polish, Czech, Slovak, Croatian, Slovene, Hungarian, Baltic
    "uniwersytet=university urzad|miasta=city|office/city|hall urzad|gminy=municipal|office urzad=office gmina=municipality szpital=hospital policja=police komenda|policji=police szkola=school instytut=institute biblioteka=library muzeum=museum "
    "lotnisko=airport ubezpieczenia=insurance sad=court grupa=group fundacja=foundation stowarzyszenie=association gazeta=gazette ministerstwo=ministry poczta=post straz|pozarna=fire|brigade/fire|department rzad=government "
    "univerzita=university urad=office mestsky|urad=city|office/municipal|office mesto=city nemocnice=hospital nemocnica=hospital policie=police policia=police banka=bank skola=school soud=court sud=court nadace=foundation ministerstvo=ministry posta=post "
    "sveuciliste=university univerza=university grad=city opcina=municipality obcina=municipality bolnica=hospital policija=police knjiznica=library sud=court zaklada=foundation ministarstvo=ministry egyetem=university varos=city "
    "onkormanyzat=municipality korhaz=hospital rendorseg=police iskola=school konyvtar=library muzeum=museum repuloter=airport biztosito=insurance birosag=court alapitvany=foundation miniszterium=ministry universitetas=university ligonine=hospital "
    # Turkish, Azerbaijani, Vietnamese, Indonesian, Malay, Filipino, Swahili
    "universitesi=university belediyesi=municipality buyuksehir|belediyesi=metropolitan|municipality valiligi=governorship bakanligi=ministry hastanesi=hospital emniyet|mudurlugu=police|department polisi=police bankasi=bank okulu=school lisesi=high|school "
    "enstitusu=institute kutuphanesi=library muzesi=museum havalimani=airport sigorta=insurance mahkemesi=court grubu=group vakfi=foundation dernegi=association gazetesi=newspaper hukumeti=government ajansi=agency itfaiyesi=fire|department "
    "truong|dai|hoc=university dai|hoc=university uy|ban|nhan|dan=people|s|committee benh|vien=hospital cong|an=police ngan|hang=bank truong|thpt=high|school bao=newspaper bo=ministry so|giao|duc=department|of|education cong|ty=company "
    "tap|doan=group thu|vien=library bao|tang=museum san|bay=airport bao|hiem=insurance toa|an=court universitas=university pemerintah|kota=city|government pemerintah|kabupaten=regency|government rumah|sakit=hospital polisi=police polres=police "
    "sekolah=school perpustakaan=library bandara=airport asuransi=insurance pengadilan=court yayasan=foundation koran=newspaper kementerian=ministry dinas=agency/office universiti=university majlis|perbandaran=municipal|council "
    "hospital=hospital polis=police lapangan|terbang=airport insurans=insurance mahkamah=court unibersidad=university ospital=hospital pulisya=police paaralan=school bangko=bank chuo|kikuu=university hospitali=hospital polisi=police benki=bank shule=school"
)
_LONGEST = 3


@cache
def _english() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    pairs = (pair.split("=") for pair in _WORDS.split())
    return {
        tuple(words.split("|")): tuple(tuple(way.split("|")) for way in english.split("/"))
        for words, english in pairs
        if words != english
    }


def in_english(words: tuple[str, ...], plain: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return words with the first expression for a body in English, at most three ways; none where there is no such.

    `plain` are the same words without their marks.
    """
    for size in range(_LONGEST, 0, -1):
        for at in range(len(plain) - size + 1):
            ways = _english().get(plain[at : at + size], ())
            if ways:
                return [(*words[:at], *way, *words[at + size :]) for way in ways]
    return []

"""Names and biographies that say of their account that it is kept only as a record."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["archived", "archived_bio", "kept_as_record"]

_ADJECTIVES = (
    r"archived|archiviert[\pL\pN]*|gearchiveerd[\pL\pN]*|archivée?s?|archivad[ao]s?|archiviat[aoie]|arquivad[ao]s?|архивирован[\pL\pN]*|архивн[\pL\pN]*"
    r"|архівн[\pL\pN]*|archiwaln[\pL\pN]*|archivní[\pL\pN]*|archívn[\pL\pN]*|archivált|arkivert|arkiverad[\pL\pN]*|arkiveret|arkistoitu|arşivlenmiş|arhivat[ăe]?|arhivirano?"
    r"|αρχειοθετημέν[\pL\pN]*|diarsipkan|(?:已|官方)?(?:存档|存檔|归档|歸檔|封存)|アーカイブ(?:済み?)?|보관된|مؤرشف(?:ة)?|بایگانی شده"
)
_NOUNS = (
    r"archives?|archiv|archivo|arquivo|archivio|archief|архив|архів|archiwum|archív|archívum|arkiv|arkisto|arşiv|arhiva?|αρχείο"
    r"|arsip|lưu trữ|アーカイブ|보관(?:용)?|أرشيف|بایگانی|ארכיון|अभिलेख(?:ागार)?|คลังข้อมูล"
)
_ENDED = (
    r"closed|inactive|dissolved|abolished|discontinued|decommissioned|retired account|no longer (?:active|in use|used|monitored|updated)"
    r"|defunct|stillgelegt|aufgelöst|geschlossen|inaktiv[\pL\pN]*|nicht mehr aktiv|fermée?|inacti(?:f|ve)|dissoute?|supprimée?|cerrad[ao]"
    r"|inactiv[ao]|disuelt[ao]|suprimid[ao]|encerrad[ao]|inativ[ao]|extint[ao]|chius[ao]|inattiv[ao]|sciolt[ao]|opgeheven|gesloten"
    r"|inactief|закрыт[ао]?|неактивн[\pL\pN]*|упразднен[\pL\pN]*|закрито|неактивний|nieaktywn[\pL\pN]*|zlikwidowan[\pL\pN]*|zamknięt[\pL\pN]*|zrušen[\pL\pN]*|neaktivní"
    r"|megszűnt|nedlagt|nedlagd|lakkautettu|kapatıldı|desființat[\pL\pN]*|κλειστό|ανενεργ[\pL\pN]*|ditutup|đã đóng|ngừng hoạt động"
    r"|停用|已停更|停更|已撤销|已撤銷|已注销|閉鎖|廃止|更新終了|운영 ?종료|폐쇄|مغلق|غير نشط|סגור|لا يعمل"
)
_ACCOUNT = (
    r"(?:account|profile|page|konto|profil|seite|compte|cuenta|perfil|página|conta|profilo|pagina|pagină|účet|профиль|аккаунт"
    r"|страница|акаунт|fiók|tili|hesap|sayfa|λογαριασμός|akun|tài khoản|账号|賬號|帳號|账户|アカウント|계정|حساب|صفحة|חשבון|posts?|statements?|copy)"
)
_YEAR = r"(?:1[89]|20)\d\d"

_FIRST = rf"^[^\pL\pN]*(?:{_ADJECTIVES}|(?:{_NOUNS})\s*(?:[:：|\])）】」]|[-–—]\s))"
_LAST = (
    rf"(?:[\(\[（【「|·•]\s*|\s[–—-]\s*|[:：]\s*)(?:{_ACCOUNT}\s+)?(?:{_ADJECTIVES}|{_NOUNS}|{_ENDED})"
    rf"(?:\s+{_ACCOUNT})?[^\pL\pN]*(?:[\pL\pN]{{0,6}}\s+)?(?:[\d./年月日]*)[^\pL\pN]*$"
)
_NAME = rf"(?i)(?:{_FIRST}|{_LAST})"

_LABEL = (
    rf"(?:{_ADJECTIVES}|{_NOUNS})[\pL\pN]{{0,3}}\s*[-]?{_ACCOUNT}|{_ACCOUNT}\s*(?:[\pL\pN]{{1,4}}\s+|已(?:经|經)?)?(?:{_ADJECTIVES}|{_NOUNS}|{_ENDED})"
    rf"|(?:{_NOUNS})\s*(?:[:：.,;|(（]|[-–—]\s|(?:[\pL\pN]+\s+){{0,3}}(?:\d+[./-])*{_YEAR})|(?:{_ADJECTIVES})\s*(?:[:：.,;。，|(（]|[-–—]\s|$|\s)"
)
_BIO = rf"(?i)(?:^|[.!?。！？|\n]\s*)[^\pL\pN]*(?:(?:official|the|this|offizielles|dieses|ce|cette|este|esta|questo|ten|to|это|本|此|該|この|공식)\s*)?(?:{_LABEL})"


def archived(names: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each name bears an archive label; null stays null.

    At its start a participle is a label by itself ("Archived: …", "【存档】…"), a noun only with a sign behind it, since archives are
    institutions too. At its end a label stands in brackets or behind a sign ("Ministry of Canals (closed 2022)", "… – archivo").
    """
    return pc.match_substring_regex(pc.utf8_normalize(names, form="NFKC"), pattern=_NAME)


def archived_bio(bios: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each biography begins, or begins a sentence, with a label of its account ("Archive account, …"); null stays null."""
    return pc.match_substring_regex(pc.utf8_normalize(bios, form="NFKC"), pattern=_BIO)


def kept_as_record(names: pa.ChunkedArray, bios: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each name or biography says so; a name that is null stays null."""
    return pc.or_(archived(names), pc.fill_null(archived_bio(bios), False))

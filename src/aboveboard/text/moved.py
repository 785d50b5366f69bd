"""Biographies that say that the body, or its account, is no more, or send their readers to where it is now."""

from __future__ import annotations

from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

from aboveboard.text.archive import kept_as_record

__all__ = ["kept_or_moved", "moved"]

_IDLE = r"in use|used|active|updated|monitored|maintained|operat\w+"
_DONE = r"closed|dissolved|abolished|merged|replaced|disbanded|wound (?:up|down)|shut down"
_OVER = (
    rf"no longer (?:exists?|{_IDLE})|not (?:{_IDLE}) any ?more|ceased (?:to exist|operations?)|(?:has|have) (?:ceased|closed|been (?:{_DONE}))|(?:was|were) (?:{_DONE})"
    r"|merged (?:in)?to|took over (?:our|its) (?:work|tasks?|duties|services?)|now (?:a )?part of|this (?:account|page|profile) is read[- ]only|[(\[](?:archived?|closed|inactive|defunct|dissolved)[)\]]"
    r"|existiert nicht mehr|nicht mehr (?:genutzt|betreut|aktualisiert|aktiv)|wurden? (?:aufgelöst|geschlossen|eingegliedert)|aufgegangen in|konto ungenutzt"
    r"|n['’]existe plus|n['’]est plus (?:actif|active|utilisée?|alimentée?|mise? à jour)|a été (?:dissoute?|supprimée?|fusionnée?|remplacée?)"
    r"|ya no (?:existe|se usa|está activ[ao])|(?:fue|ha sido) (?:disuelt[ao]|suprimid[ao])|se (?:ha integrado|integró) en"
    r"|(?:já )?não (?:existe|é (?:usad|utilizad|atualizad)[ao]|está ativ[ao])(?: mais)?|foi (?:extint[ao]|incorporad[ao]|substituíd[ao])"
    r"|non esiste più|non (?:è )?più (?:attiv[ao]|in uso|aggiornat[ao])|è (?:confluit[ao]|stat[ao] (?:soppress[ao]|sciolt[ao]))"
    r"|bestaat niet meer|niet meer (?:actief|in gebruik)|is opgegaan in|finns inte längre|findes ikke længere|finnes ikke lenger|ei ole enää käytössä"
    r"|больше не (?:существует|вед[её]тся|обновляется|используется)|(?:упраздн[её]н|ликвидирован)\w*|реорганизован[ао]?|вже не (?:існує|ведеться)|ліквідован\w*"
    r"|już nie (?:istnieje|działa)|został[ao]? (?:zlikwidowan|połączon|wchłonięt)\w*|již neexistuje|byl[ao]? zrušen\w*|megszűnt|nu mai (?:există|este activ)\w*"
    r"|artık (?:kullanılmıyor|kullanılmamaktadır|yok|aktif değil)|kapatılmıştır|δεν υπάρχει πλέον|(?:sudah )?tidak (?:lagi )?(?:aktif|digunakan|beroperasi) ?(?:lagi)?|không còn (?:hoạt động|sử dụng|tồn tại)"
    r"|(?:لم|لا) (?:يعد|تعد) [^.؟!]{0,20}(?:موجود|نشط|مستخدم|قائم|يعمل|تعمل|يحد[ّ]?ث)\w*|تم (?:إلغاء|دمج|حل) (?:الهيئة|الوزارة|الجهاز|المكتب|المؤسسة)|אינו פעיל עוד|(?:כבר )?לא פעיל"
)
_BODY = "机构|機構|单位|單位|部门|部門|本局|本委|本部|本所|本中心|本号|本號|[账帐賬帳][号號户戶]"
_SIGNS = (
    r"已(?:经|經)?(?:于\d+年)?(?:撤销|撤銷|撤并|裁撤|并入|併入|停更|停用|注销|註銷|解散|停止(?:使用|更新|运营|運營|维护|維護|运作))|不再(?:使用|更新|运营|運營|维护|維護|存在|保留)|停更"
    rf"|(?:{_BODY})[^。！？]{{0,4}}已(?:经|經)?(?:合并|合併|整合|调整|調整|迁移|遷移|改组|改組|划转|劃轉|归档|歸檔)"
    r"|(?:廃止|統合|改組|解散)(?:され|しま?した|いたしました|となりま)|(?:当|本)?(?:アカウント|組織|機関|センター|部署)[^。！？]{0,12}(?:移行|閉鎖|終了|移転)(?:し|され|いた)|(?:使用|更新|運用)(?:して)?(?:おりません|いません|を終了)"
    r"|더 ?이상 ?(?:운영|사용|존재)|(?:폐지|폐쇄|해산)(?:되|하|했|됐|됨)|(?:통합|개편)(?:되|됐|됨)|(?:계정|기관|부서)[^.!?]{0,8}이전(?:되|하|했|됐)"
)
_WHERE = (
    r"(?:moved|moving|switch(?:ed)?|now|new|instead|latest|current\w*|replaced|succeeded|find us|follow us|services?|services are)\b"
    r"|(?:umgezogen|jetzt|neue[rsnm]?|künftig|désormais|maintenant|nouveau|nouvelle|ahora|nuev[ao]|agora|nov[ao]|ora|adesso|nuov[ao]|voortaan|nu|nieuwe?|nya?|nytt|ny)\b|(?:folgen sie uns|suivez-nous|s[ií]ganos|síguenos|siga-nos|seguiteci|volg ons)\b"
    r"|(?:теперь|отныне|новый|новая|тепер|новий|teraz|nowy|nowe|nyní|nový|artık|yeni|τώρα|νέος|kini|sekarang|الآن|الجديد|עכשיו|החדש)"
)
_SEE = r"(?:see|follow|visit|use|go to|folgen sie|siehe|bitte|suivez|voir|s[ií]ga\w*|sigue|siga|veja|seguite|vedi|volg|zie|följ|se|følg|следите за|подписывайтесь на|см\.?|obserwuj|takip edin:?|تابعوا)"
_SEND = r"(?:移步|前往|转至|轉至|迁至|遷至|现由|現由|改由|(?:请|請|敬请|敬請|欢迎|歡迎)(?:关注|關注|看|见|見|访问|訪問|搜索)|[现現新](?:[账帐賬帳][号號户戶]|号|號)|新しい|今後は|現在は|(?:새|신규|현재|이제))"
_MOVED = (
    rf"(?i)(?:^|[^\pL])(?:{_OVER})",
    _SIGNS,
    rf"(?i)(?:^|[^\pL])(?:{_SEE}\s+|(?:{_WHERE})(?:[^.!?。！？@＠]{{0,39}}[^\pL\pN.!?@＠_%+-])?)[@＠][\pL\pN]",
    rf"{_SEND}(?:[^。！？@＠]{{0,15}}[^。！？@＠\w.%+-])?[@＠][\pL\pN]",
)
"""Looked for apart: joined, they are too wide for RE2's automaton, and take thirty times as long."""


def moved(bios: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each biography says that it is over, or where its readers should go instead; a null one says nothing.

    "No longer in use, services are at @…", "机构已调整，请移步…": an account that says so does not pass for a body that stands. A post box
    (`office@…`), another account to follow besides, a move of the office or of its hours says nothing of the kind.
    """
    texts = pc.utf8_normalize(pc.fill_null(bios, ""), form="NFC")
    return reduce(pc.or_, (pc.match_substring_regex(texts, pattern=part) for part in _MOVED))


def kept_or_moved(names: pa.ChunkedArray, bios: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each account says that it is kept as a record, over, or elsewhere by now; a name that is null stays null."""
    return pc.or_(kept_as_record(names, bios), moved(bios))

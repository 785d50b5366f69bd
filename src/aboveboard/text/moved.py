"""Biographies that say that the body, or its account, is no more, or send their readers to where it is now."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["moved"]

_OVER = (
    r"no longer (?:exists?|in use|used|active|updated|monitored|maintained|operat\w+)|ceased (?:to exist|operations?)|has (?:closed|ended|been (?:closed|dissolved|abolished|merged|replaced|wound up))"
    r"|(?:was|were) (?:closed|dissolved|abolished|merged|replaced|wound up)|not (?:in use|monitored) any ?more|replaced by|merged (?:in)?to|now part of|read[- ]only|[(\[](?:archived?|closed|inactive|defunct|dissolved)[)\]]"
    r"|existiert nicht mehr|nicht mehr (?:genutzt|betreut|aktualisiert|aktiv)|wurde (?:aufgelöst|geschlossen|eingegliedert)|aufgegangen in|n['’]existe plus|n['’]est plus (?:actif|active|utilisée?|alimentée?|mis à jour)"
    r"|a été (?:dissoute?|supprimée?|fusionnée?|remplacée?)|ya no (?:existe|se usa|está activ[ao])|fue (?:disuelt[ao]|suprimid[ao])|se ha integrado|não existe mais|foi (?:extint[ao]|incorporad[ao]|substituíd[ao])|já não"
    r"|non esiste più|non più (?:attiv[ao]|in uso)|è (?:confluit[ao]|stat[ao] (?:soppress[ao]|sciolt[ao]))|bestaat niet meer|niet meer (?:actief|in gebruik)|is opgegaan in|больше не (?:существует|ведётся|обновляется|используется)"
    r"|(?:упразднен|реорганизован|ликвидирован|присоединен)\w*|вже не (?:існує|ведеться)|już nie (?:istnieje|działa)|został[ao]? (?:zlikwidowan|połączon|wchłonięt)\w*|již neexistuje|megszűnt|finns inte längre|findes ikke længere|finnes ikke lenger"
    r"|artık (?:kullanılmıyor|yok|aktif değil)|kapatılmıştır|nu mai (?:există|este activ)|δεν υπάρχει πλέον|sudah tidak (?:aktif|digunakan)|tidak lagi|không còn (?:hoạt động|sử dụng)|لم (?:يعد|تعد)|أُ?لغيت?|دُ?مجت?|לא פעיל"
    r"|(?:机构|單位|单位|部门|本局|本委|本号|本账号|本帐号|本賬號|本帳號|账号|帳號)?(?:已|業已|业已)(?:经|經)?(?:于\d+年)?(?:撤销|撤銷|撤并|裁撤|合并|合併|并入|併入|整合|调整|調整|停用|停更|停止|迁移|遷移|搬迁|改组|改組|注销|註銷|划转|劃轉|解散)|停更|(?:内容)?(?:已)?归档|歸檔|不再(?:使用|更新|运营|運營|维护|維護|存在)"
    r"|(?:廃止|統合|移転|移行|閉鎖|終了|解散|改組)(?:し|され|いた)|使用(?:して)?(?:おりません|いません)|더 ?이상 ?(?:운영|사용|존재)\w*|(?:폐지|통합|이전|폐쇄|해산|개편)(?:되|하|했|됐)\w*"
)
_TO = (
    r"(?:follow|see|visit|use|find|join|contact|tweet|moved|move|moving|now|new|latest|current|replaced|please|go|services?|look|switch)\b[^.!?。！？@]{0,40}"
    r"|(?:folg\w+|jetzt|neue\w*|umgezogen|bitte|suivez|désormais|nouveau|nouvelle|rejoignez|síga\w*|sigue|ahora|nuev[ao]|siga|agora|nov[ao]|seguite|segui\w*|ora|nuov[ao]|volg|nu|nieuw\w*|теперь|новый|подписывайтесь|следите|teraz|obserwuj\w*|now[ye]|följ|følg|yeni|takip)\b[^.!?。！？@]{0,40}"
    r"|(?:请|請|敬请|敬請|欢迎)?(?:移步|关注|關注|看|见|見|前往|转至|轉至|访问|訪問|搜索)[^。！？@]{0,16}|(?:现|新)(?:账号|帐号|賬號|帳號|号)[^。！？@]{0,12}|(?:新しい|今後は|現在は|フォロー)[^。！？@]{0,16}|(?:새|신규|현재|이제|팔로우)[^.!?@]{0,16}"
)
_MOVED = rf"(?i){_OVER}|(?:^|[^\pL])(?:{_TO})[@＠][\pL\pN]"


def moved(bios: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return whether each biography says that it is over, or where its readers should go instead; a null one says nothing.

    "No longer in use, services are at @…", "机构已调整，请移步…": an account that says so does not pass for a body that stands.
    """
    return pc.match_substring_regex(pc.utf8_normalize(pc.fill_null(bios, ""), form="NFC"), pattern=_MOVED)

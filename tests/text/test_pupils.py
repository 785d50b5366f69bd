"""A writer who is a pupil, in eighteen languages; and a teacher, a parent, a student or somebody grown up who speaks of the same things."""

import pyarrow as pa
import pytest

from aboveboard.text.pupils import pupil, unlike_a_pupil

PUPILS = {
    "en": ["I'm 13", "i am 12 years old", "I'm in 7th grade", "grade 8 | minecraft", "my form teacher took it", "so much homework today", "My parents won't let me play after nine", "mum will be home soon, hurry"],
    "de": ["Ich bin 13", "ich gehe in die 7. Klasse", "meine Hausaufgaben sind noch nicht fertig", "Mama lässt mich nicht"],
    "nl": ["ik ben 13 jaar", "ik zit in groep 8", "nog veel huiswerk"],
    "fr": ["J'ai 13 ans", "je suis en 5e", "j'ai pas fini mes devoirs", "mes parents veulent pas"],
    "es": ["tengo 13 años", "estoy en segundo de la ESO", "no hice mis deberes", "mis padres no me dejan jugar"],
    "pt": ["eu tenho 13 anos", "estou no 8º ano", "minha mãe não deixa"],
    "it": ["ho 13 anni", "faccio la terza media", "tanti compiti oggi", "mia madre non mi lascia giocare"],
    "ru": ["Мне 13 лет", "я в 7 классе", "мама не разрешает"],
    "uk": ["мені 13 років", "батьки не дозволяють"],
    "pl": ["mam 13 lat", "chodzę do siódmej klasy", "mama mi nie pozwala"],
    "tr": ["ben 13 yaşındayım", "7. sınıf öğrencisiyim", "annem izin vermiyor"],
    "id": ["aku masih kelas 7", "saya anak SMP", "mama gak bolehin"],
    "vi": ["em học lớp 7", "em mới 13 tuổi", "mẹ không cho chơi"],
    "ar": ["عمري 13", "أنا في الصف السابع", "أمي لا تسمح لي"],
    "zh": ["我今年13岁", "初二学生一枚", "我也是初二，求带", "成都 | 六年级", "12后，求带", "作业还没写完", "班主任没收了我手机", "我妈不让我玩", "明天期中考试"],
    "ja": ["中学2年です", "宿題がまだ終わらない", "母にスマホ没収された", "13歳です"],
    "ko": ["나 중2인데", "숙제 다 했다", "담임쌤한테 걸림", "엄마한테 혼났어"],
    "th": ["หนูเรียน ม.2", "การบ้านเยอะมาก", "แม่ไม่ให้เล่น"],
}  # fmt: skip
OTHERS = [
    "My daughter says: so much homework", "my son is in 7th grade", "marking homework all night", "I teach year 9, they never do all the homework",
    "when I was in grade 8 my form teacher took my phone", "university homework left", "my students had detention", "as a parent: my kids have homework",
    "level 13", "this game is 12 years old", "my mom is coming to visit", "grade 8 bolts", "they have homework", "I am 13-0 today", "I'm 45 years old", "13 people online", "anyone for a raid?", "we won, gg", "grade A loot",
    "批改作业到十点", "孩子作业还没写完", "我是初二班主任", "怀念初二", "大学作业还没写完", "我儿子不让我玩", "加班到放学", "大年初一快乐", "高一点就好了", "30级了", "这些小学生真菜", "别黑人家小学生了", "唯一一次是在17岁，高三的时候", "女儿放学了", "the fact this man took my phone",
    "うちの子の宿題が終わらない", "採点が終わらない、宿題を見る", "大学の期末テスト", "우리 아이 숙제 다 했다", "학생들 숙제 채점 중", "대학 때 숙제 했던 시절", "중간에 나간 사람 누구",
    "mein Sohn: meine Hausaufgaben sind fertig", "mes élèves ont fini, j'ai corrigé mes devoirs", "mis alumnos no hacen mis deberes", "мой сын: мне 13 лет", "ลูกชายการบ้านเยอะ", "",
]  # fmt: skip


@pytest.mark.parametrize("language", PUPILS)
def test_a_pupil_is_heard(language):
    texts = PUPILS[language]
    said = pupil(pa.chunked_array([texts])).to_pylist()
    assert [t for t, heard in zip(texts, said, strict=True) if not heard] == []


def test_whoever_is_none_is_not_taken_for_one():
    said = pupil(pa.chunked_array([[*OTHERS, None]])).to_pylist()
    assert [t for t, heard in zip(OTHERS, said, strict=False) if heard] == []
    assert said[-1] is False


def test_what_speaks_against_it_is_told_by_itself():
    texts = ["marking until ten", "批改作业到十点", "채점 끝", "so much homework", None]
    assert unlike_a_pupil(pa.chunked_array([texts])).to_pylist() == [True, True, True, False, False]

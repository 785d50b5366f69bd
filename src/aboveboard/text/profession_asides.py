"""What a text says beside a profession that takes it back: it is over, or not yet, denied, asked for, of animals, of a job beside it.

Patterns for RE2, over texts in small letters with look-alikes undone. They judge nothing alone: each is one cue for a model.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ASIDES"]

ASIDES: Mapping[str, str] = {
    "r": r"\b(?:retired?|ret'd|retirement|pensioner|hung up (?:the|my)|handed in my|days are over|no longer|not any ?more)\b|退休|退下来|离休|不干了|不再(?:执业|教|看|接|当)|告别(?:讲台|临床)",
    "p": r"\b(?:former(?:ly)?|ex|used to be|gave up (?:the|my)|left the (?:profession|job|ward|bar|classroom|law)|was an? |were an? |until (?:19|20)\d\d|once an?)\b|"
    r"离职|辞职|转行|改行|前任|曾经?(?:是|当|做|任)|以前(?:是|当|做)|当过|做过|干过|卸任|(?:^|[\s,，。|/·])(?:前|原)(?:[^\s进线沿台端后往天年途辈所])",
    "s": r"\b(?:students?|trainee|apprentice|aspiring|future|wannabe|would-be|one day|pre-?med|pre-?law|undergrad|first year|second year|third year|final year|"
    r"freshman|sophomore|intern|studying|revising|resits?|candidate|applicant|applications?|mock exams?|dropout|dropped out|hope to|hoping to|want to be|dream(?:s|ing)? of)\b|"
    r"学生|医学生|法学生|师范生|大[一二三四](?:$|[^\p{Han}]|[生的在])|研[一二三](?:$|[^\p{Han}]|[生的在])|考研|备考|在读|实习|规培生|见习|想当|想做|想成为|梦想|准备考|二战|三战|考证|落榜|未来的|准(?:医|律|护|教)",
    "n": r"\b(?:not|isn't|ain't|never|no|nor|neither) (?:\w+ ){0,2}(?:doctor|dr|lawyer|nurse|teacher|adviser|advisor|accountant|therapist|dentist|pharmacist|solicitor|attorney|expert|"
    r"professional|medical|legal|financial|advice|qualified|licen[sc]ed)\b|不是(?:\p{Han}{0,4})(?:医|律|师|护|顾问|专家|专业)|非专业|并非|不构成|不懂|外行|别问我|仅供参考|不作",
    "a": r"\b(?:vets?|vet's|veterinar\w*|animals?|pets?|dogs?|puppy|puppies|cats?|kittens?|horses?|ponies|cows?|cattle|sheep|hens?|parrots?|rabbits?|equine|paws?)\b|兽医|宠物|猫|狗|犬|马匹|奶牛|母牛|动物|兔",
    "j": r"\b(?:receptionist|secretary|reception|front desk|admin|assistant|porter|cleaner|caretaker|recruit\w*|vacanc\w+|hiring|job board|clerk|paralegal|interpreter|translator|supplier|sales rep|"
    r"janitor|volunteer|fans?|fan page|parody|memes?|jokes?|cosplay|role ?play|rp|series|episode|novel|characters?|band|songs?|movie|film|game|stream(?:er|ing)?)\b|"
    r"前台|文员|秘书|助理|导诊|护工|保洁|招聘|招人|猎头|人才网|粉丝|后援|同人|语c|cos|段子|搞笑|表情包|小说|剧|电影|游戏|动漫|乐队|周边|模拟器|玩家",
    "o": r"\b(?:my|our|his|her|their|your) (?:\w+ )?(?:doctor|gp|lawyer|nurse|teacher|adviser|advisor|accountant|therapist|dentist|pharmacist|solicitor|attorney|physio|shrink|tutor|surgeon|consultant)\b|"
    r"\b(?:mum|mom|dad|mother|father|wife|husband|son|daughter|sister|brother|gran|nan|girlfriend|boyfriend|aunt|uncle)\b|(?:我|他|她|你|咱|俺)?(?:妈|爸|爹|娘|老公|老婆|姐|哥|弟|妹|女儿|儿子|奶奶|爷爷|外婆|姥姥|舅|姑|姨|闺女|媳妇|男朋友|女朋友)",
}
"""Letter of the cue to its pattern: retired, former, student, no, animals, a job beside it or a play, other people."""

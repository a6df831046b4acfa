"""The file of rights, `access.yaml`: who may see what of a campaign."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)

from data.wording import LANGUAGES
from data.words import Word

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_DOMAIN = re.compile(r"[^@\s/:]+\.[^@\s/:]+")


class Role(Word):
    """What somebody is to the campaign; the last has most rights."""

    VIEWER = "viewer", "查看人员", "Viewer", "查看"
    DEPARTMENT = "department", "单位人员", "Department", "单位", "司局"
    OFFICE = "office", "活动办公室", "Campaign office", "办公室", "工作专班"


class Items(Word):
    """Which items somebody sees."""

    ALL = "all", "全部事项", "All items", "全部"
    OWN = "own", "本单位牵头或配合的事项", "Items of one's own organizations", "本单位"
    OPEN = "open", "非内部事项", "Items not marked internal", "非内部"


class Fields(Word):
    """Of which of those items somebody sees the internal fields."""

    NONE = "none", "不看内部字段", "No internal fields", "不看"
    OWN = "own", "本单位事项的内部字段", "Internal fields of one's own items", "本单位"
    ALL = "all", "全部内部字段", "All internal fields", "全部"


def _texts(given: object) -> object:
    """Take one text for a list of one; nothing at all is refused: it might be read as anything."""
    found = [given] if isinstance(given, str) else given
    if not isinstance(found, list) or not found or not all(isinstance(one, str) and one for one in found):
        raise ValueError("a text or a list of texts")
    return tuple(text.strip() for text in found)


def _matching(pattern: re.Pattern[str], texts: tuple[str, ...]) -> tuple[str, ...]:
    if not all(pattern.fullmatch(text) for text in texts):
        raise ValueError(pattern.pattern)
    return texts


def _by_language(given: object) -> object:
    if isinstance(given, dict) and not given.keys() <= {*LANGUAGES}:
        raise ValueError(", ".join(LANGUAGES))
    return dict.fromkeys(LANGUAGES, given) if isinstance(given, str) else given


def _one_or_several(each: dict[str, Any]) -> WithJsonSchema:
    """Describe for editors that one may be written where several may."""
    return WithJsonSchema({"anyOf": [each, {"type": "array", "items": each, "minItems": 1}]})


def _words(words: type[Word]) -> WithJsonSchema:
    return WithJsonSchema(_spelled(words))


def _spelled(words: type[Word]) -> dict[str, Any]:
    members = words.choices()
    return {"enum": [*dict.fromkeys(text for word in members for text in (word.value, word.zh, word.en))]}


Texts = Annotated[tuple[str, ...], BeforeValidator(_texts), _one_or_several({"type": "string"})]
Emails = Annotated[Texts, AfterValidator(lambda texts: _matching(_EMAIL, texts))]
Domains = Annotated[Texts, AfterValidator(lambda texts: _matching(_DOMAIN, texts))]
RoleName = Annotated[Role, BeforeValidator(Role.read), _words(Role)]
ItemsNames = Annotated[
    tuple[Annotated[Items, BeforeValidator(Items.read)], ...],
    BeforeValidator(_texts),
    _one_or_several(_spelled(Items)),
]
FieldsName = Annotated[Fields, BeforeValidator(Fields.read), _words(Fields)]
Contact = Annotated[
    Mapping[str, str],
    BeforeValidator(_by_language),
    WithJsonSchema({"type": ["string", "object"], "additionalProperties": {"type": "string"}}),
]


def _key(help_zh: str, help_en: str, default: Any = ...) -> Any:
    """Declare a key with its help in both languages."""
    extra: dict[str, Any] = {"help": {"zh": help_zh, "en": help_en}}
    return Field(default, description=f"{help_zh} / {help_en}", json_schema_extra=extra)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RoleEntry(_Part):
    """What a role sees."""

    items: ItemsNames = _key(
        "看哪些事项：all 全部，own 本单位牵头或配合的，open 非内部的；可列多个",
        "which items: all, own (led or supported by its organizations), open (not internal); or several",
    )
    fields: FieldsName = _key(
        "看哪些内部字段：all 所见事项的，own 本单位事项的，none 不看",
        "which internal fields: all (of the items it sees), own (of its organizations' items), none",
        Fields.NONE,
    )


class Rule(_Part):
    """Who somebody must be, and what they then are; all conditions of a rule must hold."""

    email: Emails = _key("邮箱地址；可列多个", "e-mail address; several may be listed", ())
    domain: Domains = _key("邮箱域名，如 moe.example；可列多个", "domain of the address; or several", ())
    claims: Mapping[str, Texts] = _key(
        "登录服务给出的字段: 应有的值；可列多个，有其一即可",
        "claim of the sign-in service: its value; of several listed any will do",
        {},
    )
    role: RoleName = _key(
        "角色：viewer 查看人员，department 单位人员，office 活动办公室", "role: viewer, department or office"
    )
    organizations: Texts = _key(
        "所属单位：编号、名称、简称或别名；可列多个",
        "organizations: ids, names, short names or aliases; or several",
        (),
    )
    organizations_from: str = _key(
        "从登录服务的哪个字段取所属单位", "claim of the sign-in service that names the organizations", ""
    )

    @model_validator(mode="after")
    def _says_who(self) -> Rule:
        if not (self.email or self.domain or self.claims):
            raise ValueError("a rule names an e-mail address, a domain or a claim")
        if self.role is Role.DEPARTMENT and not (self.organizations or self.organizations_from):
            raise ValueError("a department has organizations")
        return self


class AccessFile(_Part):
    """What the file of rights says."""

    contact: Contact = _key(
        "没有权限的人该找谁；可分语言写 {zh: …, en: …}",
        "whom to ask for rights; by language, if wanted: {zh: …, en: …}",
        {},
    )
    rules: tuple[Rule, ...] = _key(
        "规则；每条写明谁、什么角色、哪些单位；符合几条就有几条的权限",
        "rules: who, in which role, for which organizations; whoever meets several has the rights of each",
    )
    roles: Mapping[RoleName, RoleEntry] = _key(
        "角色能看什么；不写则用缺省", "what a role sees, if not what it usually does", {}
    )
    internal_fields: Texts = _key(
        "另有哪些字段是内部的，如 items.owner",
        "further fields that are internal, such as items.owner",
        (),
    )
    open_fields: Texts = _key(
        "哪些内部字段不再是内部的，如 items.note",
        "internal fields that everybody may see, such as items.note",
        (),
    )


USUAL: Mapping[Role, RoleEntry] = {
    role: RoleEntry.model_validate({"items": items, "fields": fields})
    for role, items, fields in (
        (Role.VIEWER, "open", "none"),
        (Role.DEPARTMENT, "own", "own"),
        (Role.OFFICE, "all", "all"),
    )
}
"""What a role sees where the file of rights does not say."""

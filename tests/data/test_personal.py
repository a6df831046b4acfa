import pytest

from data import personal
from data.personal import Kind


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("联系张三13812345678。", Kind.MOBILE, "联系张三138****5678。"),
        ("138-1234-5678", Kind.MOBILE, "138******5678"),
        ("１３８１２３４５６７８", Kind.MOBILE, "１３８****５６７８"),
        ("身份证11010519491231002X", Kind.IDENTITY_CARD, "身份证110*************2X"),
        ("110105 19491231 002X", Kind.IDENTITY_CARD, "110***************2X"),
        ("11010519491231002X人", Kind.IDENTITY_CARD, "110*************2X人"),
        ("电话13812345678人事处", Kind.MOBILE, "电话138****5678人事处"),
        ("电话=13812345678", Kind.MOBILE, "电话=138****5678"),
        ("Tel13812345678", Kind.MOBILE, "Tel138****5678"),
        ("0086-13812345678", Kind.MOBILE, "008***********78"),
        ("卡号6222021234567890128", Kind.BANK_CARD, "卡号622**************28"),
        ("4111 1111 1111 1111", Kind.BANK_CARD, "411**************11"),
        ("写信给a.b@example.com", Kind.EMAIL, "写信给a***@example.com"),
    ],
)
def test_personal_data_is_found_and_masked(text: str, kind: Kind, masked: str) -> None:
    assert [found.kind for found in personal.find(text)] == [kind]
    assert personal.mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "岗位15950000个",
        "13812345678元",
        "点击13812345678次",
        "example.com/13812345678",
        "id=13812345678",
        "13812345678.5",
        "1,381,234,567,8",
        "12812345678",
        "138123456789",
        "教社〔2021〕13812345678号文",
        "https://example.com/13812345678/a@example.com",
        "11010519491231002１",
        "110105194902310021",
        "4111111111111112",
        "7111111111111111",
        "2021-06-30 13:00",
        "user@local",
        "@所有人",
    ],
)
def test_counts_addresses_and_wrong_check_digits_are_no_personal_data(text: str) -> None:
    assert personal.find(text) == []
    assert personal.mask(text) == text


@pytest.mark.parametrize("between", ["、", ",", "/", "，", " ", "和", "\n"])
def test_several_in_one_text_are_all_masked(between: str) -> None:
    masked = personal.mask(f"13812345678{between}13912345678")
    assert masked == f"138****5678{between}139****5678"

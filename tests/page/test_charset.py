import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from marsad.page import read_page
from marsad.page.charset import declared, decode

TEXT = "قال وزير الدفاع إن القوات هاجمت مواقع المسلحين في المدينة ليلا، وإن المعارك مستمرة. " * 3
CODECS_OF_PYTHON = (
    "undefined idna punycode hex rot13 base64 zlib bz2 uu quopri utf-7 unicode_escape raw_unicode_escape utf-16 utf-32 "
    "utf-8-sig ascii big5 windows-1252 iso-8859-6 windows-1256 cp720 cp864 mac-arabic shift_jis iso2022_jp hz mbcs none"
).split()


def labelled(label, codec):
    return f'<html><head><meta charset="{label}"></head><body><p>{TEXT}</p></body></html>'.encode(codec)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
    ],
)
def test_byte_order_marks(data, charset):
    assert decode(data) == (TEXT, charset, "byte_order_mark", ())


def test_a_byte_order_mark_outweighs_the_given_charset():
    assert decode(codecs.BOM_UTF8 + TEXT.encode(), "windows-1256").rule == "byte_order_mark"


@pytest.mark.parametrize("codec", ["utf-8", "windows-1256", "iso-8859-6", "utf-16-le"])
def test_the_given_charset_holds(codec):
    assert decode(TEXT.encode(codec), codec) == (TEXT, codec, "given", ())


@pytest.mark.parametrize("given_name", ["no-such-charset", "", None])
def test_an_unknown_given_charset_is_passed_over(given_name):
    assert decode(TEXT.encode(), given_name).rule == "valid_utf8"


def test_utf8_needs_no_label():
    assert decode(TEXT.encode()) == (TEXT, "utf-8", "valid_utf8", ())


@pytest.mark.parametrize("label", ["windows-1256", "cp1256", "WINDOWS-1256"])
def test_a_right_label_is_believed(label):
    found = decode(labelled(label, "windows-1256"))
    assert TEXT in found.text
    assert (found.rule, found.warnings) == ("declared", ())
    assert codecs.lookup(found.charset).name == "cp1256"


def test_iso_8859_6_with_a_label():
    found = decode(labelled("iso-8859-6", "iso-8859-6"))
    assert TEXT in found.text
    assert (found.charset, found.rule, found.warnings) == ("iso-8859-6", "declared", ())


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "windows-1256", "us-ascii"])
def test_utf8_under_a_wrong_label_is_read_with_a_warning(label):
    found = decode(labelled(label, "utf-8"))
    assert TEXT in found.text
    assert (found.charset, found.rule) == ("utf-8", "valid_utf8")
    assert len(found.warnings) == 1
    assert label in found.warnings[0]


@pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-6", "us-ascii"])
def test_windows_1256_under_a_wrong_label_is_read_with_a_warning(label):
    found = decode(labelled(label, "windows-1256"))
    assert TEXT in found.text
    assert (found.charset, found.rule) == ("windows-1256", "letter_frequency")
    assert any(label in warning for warning in found.warnings)


@pytest.mark.parametrize("codec", ["windows-1256", "iso-8859-6"])
def test_without_a_label_the_letters_decide(codec):
    assert decode(TEXT.encode(codec)) == (TEXT, codec, "letter_frequency", ())


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode() + b"\xff\xfe\xff",
        TEXT.encode()[:-1] + b"\xd9",
        b"\xff" + TEXT.encode(),
    ],
)
def test_replaced_bytes_give_a_warning(data):
    found = decode(data)
    assert "\ufffd" in found.text
    assert found.charset == "utf-8"
    assert any("could not be decoded" in warning for warning in found.warnings)


def test_the_warning_counts_what_was_lost():
    assert decode(TEXT.encode() + b" \xff \xff \xff ").warnings == ("3 characters could not be decoded as utf-8",)


def test_the_page_passes_the_warning_on():
    assert any("could not be decoded" in warning for warning in read_page(TEXT.encode() + b"\xff").warnings)


@pytest.mark.parametrize(
    ("head", "label"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<meta charset=windows-1256>", "windows-1256"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-6">', "iso-8859-6"),
        (b'<meta charset = "cp1256">', "cp1256"),
        (b'<meta charset="klingon">', None),
        (b"<html>", None),
        (b" " * 5000 + b'<meta charset="utf-8">', None),
    ],
)
def test_the_declared_label(head, label):
    assert declared(head) == label


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"\xfe\xff\xd8")
@example(b"\xef\xbb\xbf\xff")
def test_decode_never_raises(data):
    found = decode(data)
    assert isinstance(found.text, str)
    assert bool(found.warnings) >= ("\ufffd" in found.text and b"\xef\xbf\xbd" not in data)


@given(st.binary(max_size=200), st.sampled_from(CODECS_OF_PYTHON))
def test_decode_never_raises_whatever_the_label(data, label):
    decode(f'<meta charset="{label}">'.encode() + data)


@given(st.binary(max_size=200), st.sampled_from(CODECS_OF_PYTHON))
def test_decode_never_raises_whatever_is_given(data, label):
    decode(data, label)


@pytest.mark.parametrize("label", ["unicode_escape", "utf-7", "punycode", "hex"])
def test_a_python_codec_that_is_no_charset_of_the_web_is_not_believed(label):
    data = f'<meta charset="{label}"><p>\\u0041 +AEE- {TEXT}</p>'.encode("windows-1256")
    assert decode(data).charset == "windows-1256"


@given(st.text(alphabet="اأإبتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤ ،.", min_size=40, max_size=200))
def test_utf8_is_always_read_back(text):
    assert decode(text.encode()).text == text

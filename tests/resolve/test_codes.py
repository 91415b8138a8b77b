"""Country and sector of the parties, each rule with a case that it must leave alone."""

import pytest

from marsad.page import read_sentences

CASES = [
    # a state's name that is written like its adjective
    ("اعتقلت الشرطة السعودية ثلاثة مهربين.", "الشرطة السعودية", "SAU", "COP"),
    ("زار العاهل السعودية أمس.", "السعودية", "SAU", "GOV"),
    # belongs to whom a preposition names
    ("اغتال مجهولون قياديا في حركة حماس.", "قياديا", "PSE", "REB"),
    ("هاجمت قوة من الشرطة العراقية القرية.", "قوة", "IRQ", "COP"),
    ("هاجم مسلحون قائد الشرطة في البصرة.", "قائد الشرطة", "IRQ", "COP"),
    ("قتل مسلحون عشرة أشخاص في البصرة.", "عشرة أشخاص", None, "CVL"),
    ("هاجم مسلحون السفير في بغداد.", "السفير", None, "GOV"),
    ("اعتقلت الشرطة عاملين من الهند.", "عاملين", "IND", "LAB"),
    ("قصف الطيران قاعدة للجيش السوري.", "قاعدة", "SYR", "MIL"),
    ("اعتقلت الشرطة المتظاهرين المناوئين للحكومة التركية.", "المتظاهرين المناوئين", None, "CVL"),
    # out of office, and the families of officials
    ("اغتال مسلحون وزير الدفاع الأسبق.", "وزير الدفاع الأسبق", None, "ELI"),
    ("اغتال مسلحون وزير الدفاع.", "وزير الدفاع", None, "GOV"),
    ("اعتقلت الشرطة نجل الرئيس المصري.", "نجل الرئيس المصري", "EGY", "ELI"),
    ("اعتقلت الشرطة شقيق الضحية.", "شقيق الضحية", None, "CVL"),
    ("اعتقلت الشرطة سامر حداد، نجل الرئيس المصري، في المطار.", "سامر حداد", "EGY", "ELI"),
    ("اعتقلت الشرطة سامر حداد، نجل الضحية، في المطار.", "سامر حداد", None, None),
    # coalitions, and state bodies under another state's adjective
    ("قصفت طائرات التحالف مدينة صعدة.", "طائرات التحالف", "IGO", "MIL"),
    ("انتقد النواب قيادة التحالف الكردستاني.", "قيادة التحالف الكردستاني", "IRQ", "PTY"),
    ("هاجمت قوات الاحتلال الأمريكية المدينة.", "قوات الاحتلال الأمريكية", "USA", "MIL"),
    ("هاجمت قوات الاحتلال المدينة.", "قوات الاحتلال", "ISR", "MIL"),
    # whose office ends the phrase
    ("اقتحم محتجون سفارة خادم الحرمين الشريفين.", "سفارة خادم الحرمين الشريفين", "SAU", "GOV"),
    # a head of a body has its sector, of a state that of the government
    ("قتل مسلحون رئيس حزب معارض.", "رئيس حزب معارض", None, "PTY"),
    ("انتقد رئيس تركيا الغارات.", "رئيس تركيا", "TUR", "GOV"),
    # who backs somebody is not of his country, and a car is not of the town that it stands in
    ("اعتقلت الشرطة المتظاهرين المؤيدين للرئيس التركي.", "المتظاهرين المؤيدين", None, "CVL"),
    ("فجر مجهولون سيارة في القاهرة.", "سيارة", None, None),
    ("فجر مجهولون مسجدا في القاهرة.", "مسجدا", "EGY", "REL"),
    # settlers, and what belongs to a camp
    ("هاجم مستوطنون قرية في نابلس.", "مستوطنون", "ISR", "CVL"),
    ("هاجم مسلحون عناصر الصحوة في بعقوبة.", "عناصر الصحوة", "IRQ", "PRM"),
    # words of two, in the plural as well
    ("أغلقت السلطات جميع المحال التجارية.", "جميع المحال التجارية", None, "BUS"),
    ("انتقد الرئيس القوى السياسية.", "القوى السياسية", None, "PTY"),
    ("انتقد الرئيس القوى الكبرى.", "القوى الكبرى", None, "GOV"),
    # persons by the plural of persons
    ("قتل مسلحون تسعة مصطافين.", "تسعة مصطافين", None, "CVL"),
    # what is somebody's has his sector
    ("قصفت الطائرات مواقع الحوثيين.", "مواقع الحوثيين", "YEM", "REB"),
]


@pytest.mark.parametrize(("sentence", "words", "country", "sector"), CASES)
def test_mention_codes(reader, sentence, words, country, sector):
    article = reader.read_page(read_sentences([sentence]))
    found = [m for m in article.mentions if m.span.of(article.text) == words]
    assert found, [m.span.of(article.text) for m in article.mentions]
    assert (found[0].country, found[0].sector) == (country, sector)


DEEDS = [
    ("أدانت بغداد القصف التركي لشمال العراق.", "ASSAULT", "actors", "التركي", "MIL"),
    ("أدانت بغداد القصف التركي لشمال العراق.", "ACCUSE", "recipients", "التركي", "GOV"),
    ("شنت تركيا غارات على شمال العراق.", "ASSAULT", "actors", "تركيا", "MIL"),
    ("أدانت تركيا الغارات.", "ACCUSE", "actors", "تركيا", "GOV"),
    ("ثلاث محافظات تتظاهر ضد الحكومة.", "PROTEST", "actors", "ثلاث محافظات", "CVL"),
    ("دعا الرئيس الجميع إلى الهدوء.", "REQUEST", "recipients", "الجميع", "CVL"),
    ("أفرجت السلطات عن المعتقلين.", "RETREAT", "recipients", "المعتقلين", "CVL"),
    ("قصف التحالف مواقع في صعدة.", "ASSAULT", "actors", "التحالف", "MIL"),
]


@pytest.mark.parametrize(("sentence", "type_", "role", "words", "sector"), DEEDS)
def test_what_a_deed_says_of_its_parties(reader, sentence, type_, role, words, sector):
    article = reader.read_page(read_sentences([sentence]))
    parties = [p for e in article.events if e.type == type_ for p in getattr(e, role)]
    assert [p.sector for p in parties if p.text == words] == [sector], parties

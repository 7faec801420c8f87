"""The file: sound to whoever opens it, readable to whoever hears it, and with the same data inside."""

import io
import json
import re
import shutil
import subprocess
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import mkdtemp
from time import perf_counter

import outloud
import pdfua
import pikepdf
import pytest

from planner.desk.handed import Handed
from planner.protocols import protocols
from planner.share.pdf.choice import choose
from planner.share.pdf.inside import NAME, shared
from planner.share.pdf.make import report
from planner.share.pdf.story import story
from planner.share.pdf.summary import KEY, summary
from planner.words import say
from tests.share.pdf.people import PEOPLE, TODAY, desk

QUESTIONS = protocols().flags.screening.questions
LANGUAGES, PAPERS = ("en", "es", "ru"), ("a4", "letter")
FIRST = {"two weeks": None, "two years": TODAY - timedelta(days=729)}
ALL = list(product(PEOPLE, LANGUAGES, PAPERS))


@cache
def handed(who: str, language: str) -> Handed:
    return PEOPLE[who](Path(mkdtemp()), language=language).handed()


@cache
def made(who: str, language: str = "en", paper: str = "a4", *, appendix: bool = False) -> bytes:
    one = handed(who, language)
    return report(one, choose(one.today, first=FIRST[who], paper=paper, appendix=appendix))


@pytest.mark.slow
@pytest.mark.parametrize(("who", "language", "paper"), ALL)
def test_there_are_two_pages_and_nothing_is_wrong_with_the_file(who: str, language: str, paper: str) -> None:
    with pikepdf.open(io.BytesIO(made(who, language, paper))) as file:
        assert file.check_pdf_syntax() == []
        assert len(file.pages) == 2
        height = float(file.pages[0].MediaBox[3])
        assert round(height) == {"a4": 842, "letter": 792}[paper]


@pytest.mark.slow
@pytest.mark.parametrize(("who", "language"), [("two weeks", "en"), ("two years", "es"), ("two years", "ru")])
def test_the_checkers_of_accessible_files_find_nothing(who: str, language: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(made(who, language))
    heard = outloud.check(str(path))
    assert [(one.rule, one.message) for one in heard.findings] == []
    found = pdfua.validate(str(path))
    assert [str(one) for one in found.findings] == []


@pytest.mark.slow
def test_raw_days_on_many_pages_are_as_sound(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    one = handed("two years", "en")
    path.write_bytes(report(one, choose(one.today, first=TODAY - timedelta(days=60), appendix=True)))
    assert [one.message for one in outloud.check(str(path)).findings] == []
    with pikepdf.open(path) as file:
        assert file.check_pdf_syntax() == []
        assert len(file.pages) > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_it_is_and_in_which_language(language: str) -> None:
    with pikepdf.open(io.BytesIO(made("two weeks", language))) as file:
        with file.open_metadata() as about:
            assert (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]) == ("3", "U", "1")
            title = about["dc:title"]
        assert str(file.docinfo["/Title"]) == title
        assert str(file.Root.Lang) == language
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.Root.MarkInfo.Marked
        fonts = {str(font.BaseFont) for page in file.pages for font in page.Resources.Font.values()}
        assert fonts
        assert all("FiraSansCondensed" in font for font in fonts)


@pytest.mark.parametrize("who", PEOPLE)
def test_the_data_inside_are_those_of_export_json_but_for_what_was_left_out(who: str) -> None:
    one = handed(who, "en")
    choice = choose(one.today, first=FIRST[who])
    with pikepdf.open(io.BytesIO(made(who))) as file:
        spec = file.Root.AF[0]
        assert str(spec.AFRelationship) == "/Data"
        inside = json.loads(file.attachments[NAME].get_file().read_bytes())
    told = summary(story(one, choice, protocols()))
    assert inside == json.loads(json.dumps({**shared(one.whole, choice), KEY: told}))
    del inside[KEY]
    assert {**inside, "journal": []} == {**one.whole, "runner": dict(one.whole["runner"]), "journal": []}
    assert inside["journal"]
    assert all(entry in one.whole["journal"] for entry in inside["journal"])


def test_without_the_data_there_is_no_file_inside() -> None:
    one = handed("two weeks", "en")
    with pikepdf.open(io.BytesIO(report(one, choose(one.today, leave_out=["data"])))) as file:
        assert list(file.attachments) == []


def test_the_same_day_gives_the_same_bytes() -> None:
    one = handed("two weeks", "ru")
    choice = choose(one.today, appendix=True)
    assert report(one, choice) == report(one, choice)


def test_a_year_takes_no_second() -> None:
    one = handed("two years", "en")
    choice = choose(one.today, first=TODAY - timedelta(days=364))
    report(one, choice)
    begun = perf_counter()
    report(one, choice)
    assert perf_counter() - begun < 1


def test_long_raw_days_tell_how_far_they_are() -> None:
    one, told = handed("two years", "en"), list[tuple[int, int]]()
    choice = choose(one.today, first=TODAY - timedelta(days=120), appendix=True)
    report(one, choice, lambda done, of: told.append((done, of)))
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def headings(language: str, *keys: str) -> list[str]:
    return [say(key, language, n=6) for key in keys]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext of poppler-utils is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_comes_in_the_order_in_which_it_is_read(language: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(made("two weeks", language))
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout
    wanted = headings(
        language, "pdf.heading", "pdf.safety", "pdf.onset", "pdf.body", "pdf.chart", "pdf.sessions", "pdf.load", "pdf.health",
        "pdf.limits", "pdf.questions", "pdf.boxes", "pdf.plan", "pdf.ladder", "pdf.sources", "pdf.reply",
    )  # fmt: skip
    lines = [line.strip() for line in re.split(r"[\n\f]", text)]
    places = [lines.index(one) for one in wanted]
    assert places == sorted(places)
    whole = " ".join(text.split())
    answer = say("pdf.answer.not_asked", language)
    rows = [whole.index(f"{say(f'screen.{one.id}', language)} {answer} –") for one in QUESTIONS]
    assert rows == sorted(rows)


def test_a_sign_that_the_font_lacks_is_no_empty_box() -> None:
    one = handed("two weeks", "en")
    data = report(one, choose(one.today, questions=["May I 🙂 run 漢字?"], name="Zoë Żółć Ёлкин"))
    with pikepdf.open(io.BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []


def test_a_day_without_anything_logged_gives_two_pages_too(tmp_path: Path) -> None:
    empty = desk(tmp_path).handed()
    choice = choose(empty.today, first=date(2026, 11, 22), appendix=True)
    with pikepdf.open(io.BytesIO(report(empty, choice))) as file:
        assert len(file.pages) == 3

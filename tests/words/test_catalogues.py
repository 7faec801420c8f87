"""Every sentence: there is one for each key that the program knows, and none says what it must not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from planner.journal import vocabulary as v
from planner.protocols import protocols
from planner.words import knows, languages, say

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted((ROOT / "assets" / "locale").glob("*/*.po"))
ENGLISH = [path for path in CATALOGUES if path.parent.name == "en"]


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def sentences(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Key and sentence; a plural has several."""
    for path in paths:
        for message in read(path):
            key = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
            texts = message.string if isinstance(message.string, (tuple, list)) else [message.string]
            if key:
                yield from ((str(key), str(text)) for text in texts)


SAID = list(sentences(ENGLISH))
PLACEHOLDERS: dict[str, set[str]] = {}
for _key, _text in SAID:
    PLACEHOLDERS.setdefault(_key, set()).update(name for _, name, _, _ in Formatter().parse(_text) if name)

WORDS = {
    "site": v.SITES,
    "side": v.SIDES,
    "during": v.DURINGS,
    "course": v.COURSES,
    "sign": v.SIGNS,
    "condition": v.CONDITIONS,
    "health": v.HEALTH,
    "kind": (*v.ITEM_KINDS, *v.ENTRY_KINDS),
    "flag": v.FLAGS,
    "say": v.FLAGS,
    "meanwhile": tuple(dict.fromkeys(what for rule in protocols().flags.flags for what in rule.meanwhile)),
    "screen": tuple(question.id for question in protocols().flags.screening.questions),
    "reason.note": tuple(dict.fromkeys(n for notes in protocols().health.notes.values() for n in notes.values())),
    "reason.flag": v.FLAGS,
    "lifts.flag": v.FLAGS,
    "experience": v.EXPERIENCES,
    "sex": v.SEXES,
    "test": v.TESTS,
    "outcome": v.OUTCOMES,
    "why": (*v.SKIP_WHYS, *v.PAUSE_WHYS),
    "see": (*v.CLINICIANS, *dict.fromkeys(w for rule in protocols().flags.flags for w in (*rule.see, *rule.refer))),
    "limit": v.LIMIT_KINDS,
    "phase": ("healthy", "niggle", "rest", "walking", "return_to_run", "rebuild", "stopped"),
    "light": ("green", "amber", "red"),
    "urgency": ("emergency_now", "same_day", "within_days", "within_week", "routine"),
    "steps.see": (*protocols().flags.due_days, "log", "say", "refer", "meanwhile"),
    "what": ("added", "removed", "moved", "eased", "extended"),
    "surface": ("trail", "asphalt", "grass", "track", "treadmill"),
    "strength_of": ("A", "B", "C", "D"),
    "exercise": (
        *dict.fromkeys(e.id for routine in protocols().routines.values() for e in routine.exercises),
        *protocols().training.exercises,
    ),
    "title": ("run", "run_stage", "run_walk", "run_walk_stage", *protocols().routines, *protocols().practices),
}


@pytest.mark.parametrize("family", WORDS)
def test_every_word_of_the_vocabulary_has_its_name(family: str) -> None:
    missing = [
        word for word in WORDS[family] if not knows(f"{family}.{word}") and f"{family}.{word}" != "title.check_in"
    ]
    assert missing == []


def test_every_step_of_a_practice_has_its_sentence() -> None:
    told_otherwise = {"run", "check_in", "hydration", "nutrition", "see_clinician"}
    steps = [
        f"steps.{kind}.{n}"
        for kind, practice in protocols().practices.items()
        if kind not in told_otherwise
        for n in range(1, practice.steps + 1)
    ]
    assert steps
    assert [step for step in steps if not knows(step)] == []


def test_every_dose_of_an_exercise_has_its_sentence() -> None:
    shapes = ("sets", "reps", "seconds", "times", "minutes", "metres")
    routines = [one for routine in protocols().routines.values() for one in routine.exercises if not one.fills]
    programmes = [
        one for programme in protocols().training.programmes for phase in programme.phases for one in phase.exercises
    ]
    for exercise in (*routines, *programmes):
        shape = "_".join(key for key in shapes if getattr(exercise, key, None) is not None)
        assert not shape or knows(f"dose.{shape}"), exercise.id
    assert knows("dose.minutes")


def test_every_hint_has_its_sentence() -> None:
    programmes = [
        one for programme in protocols().training.programmes for phase in programme.phases for one in phase.exercises
    ]
    assert [one.id for one in programmes if not all(knows(f"dose.{hint}") for hint in one.hints)] == []
    assert [key for key in protocols().hints if not knows(f"steps.hint.{key}")] == []
    assert [row for row in protocols().rows if not knows(f"row.{row}")] == []


def calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    for room in ("assess", "schedule"):
        for path in sorted((ROOT / "planner" / room).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                    yield path, node


def keys_for(rule: ast.expr) -> set[str]:
    """The keys of sentences that a rule may mean; of an f-string all that fit."""
    if isinstance(rule, ast.Constant):
        return {f"reason.{rule.value}"}
    if isinstance(rule, ast.JoinedStr):
        parts = [re.escape(str(x.value)) if isinstance(x, ast.Constant) else r"\w+" for x in rule.values]
        return {key for key in PLACEHOLDERS if re.fullmatch(r"reason\." + "".join(parts), key)} or {ast.unparse(rule)}
    return set()


def parameters(call: ast.Call, params: ast.expr | None) -> set[str] | None:
    """The names of what a reason tells its sentence; None where they are put together elsewhere."""
    if isinstance(params, ast.Dict):
        return {str(key.value) for key in params.keys if isinstance(key, ast.Constant)}
    return {keyword.arg for keyword in call.keywords if keyword.arg} if params is None else None


def test_every_reason_has_a_sentence_and_knows_its_numbers() -> None:
    seen = 0
    for path, call in calls("Reason", "reason"):
        is_class = isinstance(call.func, ast.Name) and call.func.id == "Reason"
        rule = call.args[0 if is_class else 1]
        given = parameters(call, call.args[3] if is_class and len(call.args) > 3 else None)
        keys = keys_for(rule)
        seen += len(keys)
        assert keys <= set(PLACEHOLDERS), f"{path.name}:{call.lineno} says {keys}, which has no sentence"
        if keys and given is not None:
            # Site and side are always told.
            told = {*given, "site", "side"}
            assert any(PLACEHOLDERS[key] <= told for key in keys), f"{path.name}:{call.lineno} {keys}"
    assert seen > 40


def test_every_key_of_a_sentence_in_the_core_exists() -> None:
    families = r"(lifts|reason|check_in)(\.[a-z_]+)+"
    for room in ("assess", "schedule"):
        for path in (ROOT / "planner" / room).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and re.fullmatch(families, str(node.value)):
                    key = str(node.value)
                    assert knows(key) or knows(f"reason.{key}"), f"{path.name} {key}"


def test_every_fault_that_a_room_finds_has_its_sentence() -> None:
    used: set[str] = set()
    for path in (ROOT / "planner").rglob("*.py"):
        used |= set(re.findall(r"\"(fault\.[a-z_.]+)\"", path.read_text("utf-8")))
    assert len(used) > 15
    assert sorted(key for key in used if not knows(key)) == []
    assert sorted(key for key in PLACEHOLDERS if key.startswith("fault.") and key not in {*used, "fault.case"}) == []


def test_no_key_is_written_twice() -> None:
    keys = [str(m.id[0] if isinstance(m.id, (tuple, list)) else m.id) for path in ENGLISH for m in read(path) if m.id]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


FORBIDDEN = {
    r"diagnos(e|es|ing)\b": "names a diagnosis",
    r"\btreat(s|ed|ing|ment|ments)?\b(?! clinician)": "promises a treatment",
    r"\bheal(s|ed|ing)?\b": "promises healing",
    r"\bcures?\b": "promises a cure",
    r"\bprevent(s|ed|ing)?\b": "promises prevention",
    r"\bclinically proven\b": "claims proof",
    r"\bmedical advice\b": "claims to advise",
    r"\byou (do not |don’t )?have (an? |the )?(\w+ )?(mtss|clot|fracture|tendinopathy|stress|strain|injury|infection)": "names what someone has",
    r"\bshin splints\b": "names what someone has",
}
# Where the app says what it does not do.
DENIED = re.compile(r"\b(no|not|never|neither|nor|without|isn’t|doesn’t|can’t|don’t|cannot)\b", re.IGNORECASE)


@pytest.mark.parametrize("wording", FORBIDDEN)
def test_no_sentence_claims_what_the_app_must_not(wording: str) -> None:
    found = [
        f"{key}: {text}"
        for key, text in sentences(CATALOGUES)
        if re.search(wording, text, re.IGNORECASE) and not DENIED.search(text)
    ]
    assert found == [], FORBIDDEN[wording]


def test_sentences_are_written_with_care() -> None:
    for key, text in SAID:
        assert text.strip(), key
        assert "  " not in text, key


def test_another_language_has_the_same_placeholders() -> None:
    for path in CATALOGUES:
        for key, text in sentences([path]):
            names = {name for _, name, _, _ in Formatter().parse(text) if name}
            assert names <= PLACEHOLDERS.get(key, set()), f"{path.parent.name}: {key}"


def forms(path: Path) -> dict[str, int]:
    """How many plural forms each key has; 0 for a sentence without."""
    return {
        str(m.id[0] if isinstance(m.id, (tuple, list)) else m.id): len(m.string or ())
        if isinstance(m.id, (tuple, list))
        else 0
        for m in read(path)
        if m.id
    }


@pytest.mark.parametrize("language", [name for name in languages() if name != "en"])
def test_another_language_says_all_that_english_says(language: str) -> None:
    wanted = get_plural(language).num_plurals
    for path in ENGLISH:
        theirs = forms(path.parents[1] / language / path.name)
        assert theirs == {key: wanted if n else 0 for key, n in forms(path).items()}, path.name
    assert [
        key for key, text in sentences([p for p in CATALOGUES if p.parent.name == language]) if not text.strip()
    ] == []


@pytest.mark.parametrize("language", languages())
def test_no_file_of_a_language_is_left_over(language: str) -> None:
    names = {path.name for path in CATALOGUES if path.parent.name == language}
    assert names == {path.name for path in ENGLISH}


@pytest.mark.parametrize("language", languages())
def test_placeholders_are_filled_in_each_language(language: str) -> None:
    for key, text in sentences([path for path in CATALOGUES if path.parent.name == language]):
        text.format(**dict.fromkeys(PLACEHOLDERS.get(key, ()), 2))


def test_numbers_are_written_as_the_language_writes_them() -> None:
    if "es" in languages():
        assert "7,5" in say("reason.sleep.target", "es", hours=7.5)
    assert "7.5" in say("reason.sleep.target", hours=7.5)


def test_a_language_that_nobody_wrote_is_told_in_english() -> None:
    assert "en" in languages()
    for language in ("xx", "en-GB", "EN_us", "", "../..", "zh-Hant-TW"):
        assert say("side.left", language) == "left"


def test_a_key_that_nobody_wrote_is_no_sentence() -> None:
    assert not knows("side.upside_down")
    with pytest.raises(KeyError):
        say("side.upside_down")


@pytest.mark.parametrize(("n", "said"), [(0, "sessions"), (1, "session"), (2, "sessions")])
def test_the_plural_follows_the_number(n: int, said: str) -> None:
    assert say("needs.clean", n=n) == f"{n} more clean {said}"

"""The first start, question by question, with the questions that look for red flags, and the first plan."""

from babel import Locale

from tools.pictures.stage import Stage


def first_start(stage: Stage) -> None:
    stage.shoot("language")
    own = str(Locale.parse(stage.language).get_display_name(stage.language))
    stage.tap_named(own[:1].upper() + own[1:])
    stage.sees(stage.say("ui.notice.title"))
    stage.shoot("notice")
    stage.tap("ui.notice.agree")
    stage.sees(stage.say("ui.start.country"))
    stage.shoot("country")
    stage.write("ui.start.country.search", "xyz")
    stage.shoot("country-none")
    stage.tap("ui.start.later")
    _who(stage)
    _how(stage)
    _what_hurts(stage)
    _what_it_is_called(stage)
    _screening(stage)
    stage.sees(stage.say("ui.start.ready"))
    stage.shoot("ready")
    stage.tap("ui.start.ready.go")
    stage.sees(stage.say("ui.today.title"))
    stage.shoot("today")


def _who(stage: Stage) -> None:
    stage.shoot("birth")
    stage.tap("ui.start.next")
    stage.shoot("birth-missing")
    stage.write("ui.start.birth.year", "2012")
    stage.tap("ui.start.next")
    stage.sees(stage.say("ui.start.adult"))
    stage.shoot("adult")
    stage.tap("ui.start.back")
    stage.write("ui.start.birth.year", "1988")
    stage.tap("ui.start.next")
    stage.shoot("sex")
    stage.tap_named(stage.name("sex.female"))
    stage.shoot("experience")
    stage.tap("ui.start.experience.regular")
    stage.shoot("week")
    stage.tap("ui.start.later")


def _how(stage: Stage) -> None:
    stage.shoot("health")
    stage.choose(stage.say("ui.start.health.varicose_veins"), stage.say("ui.start.health.diabetes"))
    stage.shoot("health-ticked")
    stage.choose(stage.say("ui.start.health.diabetes"))
    stage.tap("ui.start.health.chosen", n=1)
    stage.shoot("days")
    stage.tap("ui.start.next")
    stage.shoot("days-missing")
    stage.tap("ui.start.days.any")
    stage.shoot("minutes")
    stage.tap("ui.start.minutes.differ")
    stage.shoot("minutes-differ")
    stage.tap("ui.start.back")
    stage.tap("ui.minutes", n=45)


def _what_hurts(stage: Stage) -> None:
    stage.shoot("hurts")
    stage.tap("ui.start.hurts.something")
    stage.shoot("hurts-area")
    stage.tap("ui.area.shin")
    stage.shoot("hurts-site")
    stage.tap_named(stage.name("site.shin_inner"))
    stage.shoot("hurts-side")
    stage.tap_named(stage.name("side.left"))
    stage.shoot("hurts-score")
    stage.tap("ui.score.of", score=3, top=10, words=stage.say("ui.pain.3"))
    stage.shoot("hurts-during")
    stage.tap_named(stage.name("during.run"))
    stage.shoot("hurts-told")
    stage.tap("ui.start.all")


def _what_it_is_called(stage: Stage) -> None:
    stage.shoot("told")
    stage.tap_named(stage.name("condition.mtss"))
    stage.shoot("told-side")
    stage.tap_named(stage.name("side.left"))
    stage.shoot("told-one")
    stage.tap("ui.start.all")


def _screening(stage: Stage) -> None:
    stage.shoot("question")
    for _ in range(8):
        stage.tap("ui.screening.no")


def left_for_later(stage: Stage) -> None:
    stage.go("/start/days")
    stage.shoot("later")
    stage.go("/")

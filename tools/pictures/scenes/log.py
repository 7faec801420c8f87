"""Every form empty, filled and wrong; the body picture; the journal."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.pictures.stage import Stage


def pain(stage: Stage) -> None:
    stage.go("/log/pain")
    stage.shoot("pain")
    stage.tap("ui.pain_form.picture")
    stage.shoot("pain-picture")
    for side in ("left", "right"):
        stage.choose(stage.say("ui.body.place", site=stage.name("site.knee_front"), side=stage.say(f"side.{side}")))
    stage.choose(stage.say("ui.body.back"))
    stage.shoot("pain-picture-back")
    stage.choose(stage.say("ui.body.soles"))
    stage.shoot("pain-picture-soles")
    stage.tap("ui.pain_form.list")
    stage.shoot("pain-list")
    stage.tap("ui.pain_form.list")
    stage.tap("ui.log.save")
    stage.shoot("pain-missing")
    stage.choose(stage.say("ui.pain_form.each_its_own"))
    for side, score in (("left", 2), ("right", 10)):
        place = stage.say("ui.body.place", site=stage.name("site.knee_front"), side=stage.say(f"side.{side}"))
        stage.score(score, stage.say("ui.pain_form.score_at", place=place))
    stage.choose(stage.name("during.daily"))
    stage.tap("ui.pain_form.more")
    stage.shoot("pain-filled")
    stage.tap("ui.log.save")
    stage.shoot("pain-saved")
    stage.tap("ui.saved.undo")


def pain_on_a_desktop(stage: Stage) -> None:
    """The picture has other views beside each other there."""
    stage.go("/log/pain")
    stage.shoot("pain")
    stage.tap("ui.pain_form.picture")
    stage.shoot("pain-picture")
    stage.choose(stage.say("ui.body.place", site=stage.name("site.knee_front"), side=stage.say("side.left")))
    stage.choose(stage.say("ui.body.soles"))
    stage.shoot("pain-picture-soles")
    stage.tap("ui.pain_form.list")
    stage.shoot("pain-list")
    stage.tap("ui.log.save")
    stage.shoot("pain-missing")
    stage.score(3)
    stage.choose(stage.name("during.daily"))
    stage.tap("ui.pain_form.more")
    stage.shoot("pain-filled")
    stage.tap("ui.log.save")
    stage.shoot("pain-saved")
    stage.tap("ui.saved.undo")


def run(stage: Stage) -> None:
    stage.go("/log/run")
    stage.shoot("run")
    stage.tap("ui.log.save")
    stage.shoot("run-missing")
    stage.write("ui.run_form.km", "5,2")
    stage.write("ui.run_form.minutes", "abc")
    stage.score(2, stage.say("ui.run_form.pain"))
    stage.tap("ui.log.save")
    stage.shoot("run-wrong")
    stage.write("ui.run_form.minutes", "31")
    stage.tap("ui.run_form.more")
    stage.score(4, stage.say("ui.run_form.effort"), "ui.effort")
    stage.shoot("run-filled")


def kept(stage: Stage) -> None:
    """A draft that was begun on another page."""
    stage.go("/log/run")
    stage.reload()
    stage.shoot("run-kept")
    stage.tap("ui.log.start_over")


def files(stage: Stage) -> None:
    stage.go("/log/run")
    with TemporaryDirectory() as place:
        good, bad = Path(place) / "ours.json", Path(place) / "photo.jpg"
        good.write_text(json.dumps({"schema": 1, "journal": []}), encoding="utf-8")
        bad.write_bytes(b"\xff\xd8\xff\x00\x01")
        button = stage.page.get_by_role("button", name=stage.say("ui.import.pick"))
        with stage.page.expect_file_chooser() as chooser:
            stage.reach(button)
            button.click(force=True)
        chooser.value.set_files([good, bad])
        stage.sees(re.compile("photo.jpg"))
        stage.rest()
        stage.shoot("file")


def sleep(stage: Stage) -> None:
    stage.go("/log/sleep")
    stage.shoot("sleep")
    stage.tap("ui.sleep_form.more")
    stage.shoot("sleep-more")
    stage.tap("ui.sleep_form.by_hours")
    stage.write("ui.sleep_form.hours", "25")
    stage.choose(stage.say("ui.sleep_form.quality.4"))
    stage.tap("ui.log.save")
    stage.shoot("sleep-wrong")
    stage.write("ui.sleep_form.hours", "7,5")
    stage.tap("ui.log.save")
    stage.shoot("sleep-saved")
    stage.tap("ui.saved.undo")


def drink(stage: Stage) -> None:
    stage.go("/log/drink")
    stage.shoot("drink")
    stage.tap("ui.drink_form.more")
    stage.write("ui.drink_form.ml", "-3")
    stage.tap("ui.log.save")
    stage.shoot("drink-wrong")
    stage.tap("ui.drink_form.glass", amount=stage.glass)
    stage.shoot("drink-saved")
    stage.tap("ui.saved.undo")


def others(stage: Stage) -> None:
    stage.go("/log/more")
    stage.shoot("more")
    stage.go("/log/check-in")
    stage.shoot("check-in")
    stage.go("/log/test")
    stage.shoot("test")
    stage.choose(stage.name("test.heel_raise"), stage.name("side.left"))
    stage.score(1)
    stage.shoot("test-filled")
    stage.tap("ui.log.save")
    stage.shoot("test-saved")
    stage.tap("ui.saved.undo")
    stage.go("/log/pause")
    stage.shoot("pause")
    stage.tap("ui.log.save")
    stage.shoot("pause-missing")
    stage.choose(stage.name("why.illness"))
    stage.tap("ui.log.save")
    stage.shoot("pause-saved")
    stage.go("/log/pause")
    stage.shoot("pause-running")
    stage.tap("ui.pause_form.end")
    stage.shoot("pause-ended")


def journal(stage: Stage) -> None:
    stage.go("/log/journal")
    stage.shoot("journal")
    stage.tap_beginning("ui.journal.delete", what="")
    stage.shoot("journal-deleted")
    stage.tap("ui.saved.undo")
    start = re.escape(stage.say("ui.journal.correct", what=stage.say("ui.journal.test")))
    stage.tap_named(re.compile("^" + start))
    stage.shoot("journal-correct")
    stage.tap("ui.log.leave_it")


def empty_journal(stage: Stage) -> None:
    stage.go("/log/journal")
    stage.shoot("journal-empty")
    stage.go("/log/check-in")
    stage.shoot("check-in-nothing")

"""The screen for clinicians, with a runner's file, and the reply as it comes back to the runner."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from babel import Locale

from planner.journal.reply import SCHEMA
from planner.share.whole import to_bytes
from tools.pictures.runners import TODAY, desk_in, write_runner
from tools.pictures.stage import Stage


def reads_and_replies(stage: Stage) -> None:
    """In an app that knows nobody."""
    own = str(Locale.parse(stage.language).get_display_name(stage.language))
    stage.tap_named(own[:1].upper() + own[1:])
    stage.tap("ui.clinician.door")
    stage.sees(stage.say("ui.clinician.about"))
    stage.shoot("nothing-open")
    with TemporaryDirectory() as place:
        wrong = Path(place) / "photo.jpg"
        wrong.write_bytes(b"\xff\xd8\xff")
        stage.hand_over("ui.clinician.pick", wrong)
        stage.sees(stage.say("ui.clinician.title"))
        stage.shoot("wrong-file")
        flagged = desk_in(write_runner("flagged", stage.language, Path(place) / "flagged"))
        file = Path(place) / "stridewell.json"
        file.write_bytes(to_bytes(flagged.whole()))
        stage.hand_over("ui.clinician.pick", file)
        stage.sees(stage.say("ui.clinician.safety"))
    stage.shoot("open")
    stage.tap("ui.clinician.rest")
    stage.shoot("rest")
    stage.tap("ui.log.less")
    if stage.is_phone:
        stage.tap("ui.clinician.write")
    stage.write("ui.clinician.minutes", "15")
    stage.write("ui.clinician.exercise", stage.say("exercise.pogo")[:5])
    stage.choose(stage.name("exercise.pogo"))
    stage.write("ui.clinician.sets", "3")
    stage.tap("ui.clinician.exercise.add")
    stage.choose(stage.name("flag.bone_stress_suspected"), stage.say("ui.more.clearances.excluded"))
    stage.tap("ui.clinician.clearance.add")
    stage.tap("ui.clinician.save")
    stage.shoot("unsigned")


def reply_came(stage: Stage) -> None:
    """A reply for this runner: whom it is for stands in what the app hands out."""
    stage.go("/more/sharing")
    with TemporaryDirectory() as place:
        file = Path(place) / "stridewell-reply.json"
        shared = json.loads(stage.download("ui.more.sharing.whole.save").read_text("utf-8"))
        raw = {
            "schema": SCHEMA, "id": "r1", "for": shared["for"], "written": TODAY.isoformat(),
            "by": {"name": "Anna K.", "role": "physio"}, "until": "2026-12-08",
            "limits": [{"kind": "max_run_min", "value": 15}, {"kind": "hold_stage", "value": "2"}],
        }  # fmt: skip
        for name, reply in (("refused", {**raw, "for": "0" * 16}), ("read", raw)):
            file.write_text(json.dumps(reply), encoding="utf-8")
            stage.hand_over("ui.more.reply.pick", file)
            stage.shoot(f"reply-{name}")
    stage.tap("ui.more.reply.apply")
    stage.shoot("reply-applied")
    stage.go("/more/limits")
    stage.shoot("limits-replied")

"""Where the runner stands: the light with its word, the phase, the stage."""

import flet as ft

from planner.protocols import protocols
from planner.ui import icons, theme
from planner.ui.model import Model


def standing(model: Model) -> ft.Control:
    now = model.plan["assessment"]
    light = now["light"]
    back, ink = theme.LIGHT_TONES[light]
    mark = ft.Container(
        ft.Row(
            [
                ft.Icon(icons.LIGHTS[light], color=ink, size=20),
                ft.Text(model.name(f"light.{light}"), theme_style=theme.LABEL, color=ink),
            ],
            spacing=theme.GAP_S,
            tight=True,
        ),
        bgcolor=back,
        border_radius=theme.RADIUS,
        padding=ft.Padding.symmetric(horizontal=theme.GAP_M, vertical=theme.GAP_S),
    )
    # The walks before the first stage have a letter, which says nothing to a runner that the phase doesn't.
    stage = now.get("stage") if now["phase"] != "walking" else None
    phase = model.name(f"phase.{now['phase']}")
    last = protocols().ladder.stages[-1].id
    words = model.say("ui.standing.stage", phase=phase, stage=stage, last=last) if stage else phase
    # Beside a warning sign a light would only confuse.
    row = ft.Row(
        [*([] if now["flags"] else [mark]), ft.Text(words, theme_style=theme.BODY)], wrap=True, spacing=theme.GAP_M
    )
    return ft.Semantics(content=row, label=model.say("ui.standing.label"), container=True)

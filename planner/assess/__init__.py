"""(journal, runner, today) -> Assessment: pain lights, load, sleep, fluids, red flags, phase, stage."""

from planner.assess.assessment import Assessment, assess, assess_both
from planner.assess.complaints import Complaint
from planner.assess.flags import Cleared, Flag
from planner.assess.ladder import Standing
from planner.assess.lights import Light
from planner.assess.load import Load
from planner.assess.reasons import Reason
from planner.assess.recovery import Recovery
from planner.assess.series import REACHES, Amount, Figures, Place, Planned, Scores, Stretch, against, figures
from planner.assess.sessions import Judged, Verdict

__all__ = [
    "REACHES", "Amount", "Assessment", "Cleared", "Complaint", "Figures", "Flag", "Judged", "Light", "Load",
    "Place", "Planned", "Reason", "Recovery", "Scores", "Standing", "Stretch", "Verdict", "against", "assess",
    "assess_both", "figures",
]  # fmt: skip

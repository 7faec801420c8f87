"""What was logged, as figures by the day, week or month: to look at, not to predict or to judge from."""

from planner.assess.series.figures import Figures, figures
from planner.assess.series.reach import REACHES
from planner.assess.series.scores import MOMENTS, Place
from planner.assess.series.stretch import Amount, Planned, Running, Scores, Stretch, against

__all__ = [
    "MOMENTS", "REACHES", "Amount", "Figures", "Place", "Planned", "Running", "Scores", "Stretch", "against", "figures",
]  # fmt: skip

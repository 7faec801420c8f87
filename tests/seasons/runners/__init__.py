"""The ten runners, each with a season written by hand."""

from . import (
    achilles_tolerates_4,
    bone_cleared_late,
    calf_restrain,
    healthy_to_10k,
    logs_almost_nothing,
    mtss_flares_twice,
    mtss_settles,
    new_runner_bmi_33,
    two_conditions,
    varicose_veins,
)

MODULES = {
    module.SCRIPT.name: module
    for module in (
        mtss_settles,
        mtss_flares_twice,
        bone_cleared_late,
        achilles_tolerates_4,
        calf_restrain,
        varicose_veins,
        new_runner_bmi_33,
        healthy_to_10k,
        two_conditions,
        logs_almost_nothing,
    )
}
SCRIPTS = {name: module.SCRIPT for name, module in MODULES.items()}

"""The journal and the plan as a FHIR R4 Bundle: plain dicts made by pure functions. `docs/fhir.md` tells what is in it.

`bundle.bundle` makes it; the other modules each know one kind of resource.
"""

"""The first start: the notice, the few questions that change a plan, the first plan. One question a page."""

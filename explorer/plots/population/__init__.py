"""Figures of a population: ribbons of metrics over updates, a heat map over two settings, its runs.

They stand on the population's board and have no card on the desk. What is chosen about them is in the look:
`population.metric.1` and `.2`, `population.time` (an update; none: the last record), `population.scale` of
the updates, `population.at.NAME` (the value of an axis of the experiment that is shown), `population.heat.x`,
`.y`, `.metric`, `.loss`, `.minus`, `population.run` ("cell:seed"), `population.runs` and `population.sort`.
"""

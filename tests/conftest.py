"""Hypothesis's profiles: the fixed one is what CI runs and what a user runs by default."""

import os

from hypothesis import HealthCheck, settings

# Fixed: the same examples on every machine, so that a red run can be repeated.
settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# For a developer who looks for what nobody has thought of: HYPOTHESIS_PROFILE=search pytest
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

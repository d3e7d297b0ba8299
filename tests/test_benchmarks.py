"""The benchmarks work; how fast anything is, no test says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
SCRIPTS = sorted(path.name for path in BENCHMARKS.glob("bench_*.py"))

TRUTH = {
    "lines": ["行政だけでは解決できない", "事もある。"],
    "measure_em": 12,
    "first_indent_em": 0,
    "hang_indent_em": 0,
    **dict.fromkeys(("pairs", "squeeze", "hang", "autospace", "balance"), None),
    "widths": [],
    "mode": "pure",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_benchmarks_work(script: str, tmp_path: Path) -> None:
    """Each benchmark goes through in its short form, and prints a table with us in it."""
    truth, plot = tmp_path / "truth.jsonl", tmp_path / "plot.svg"
    truth.write_text(json.dumps(TRUTH), encoding="utf-8")
    more = {"bench_typeset.py": [str(truth)], "bench_linear.py": ["--plot", str(plot)]}
    command = [sys.executable, str(BENCHMARKS / script), "--check", *more.get(script, [])]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "|---|" in done.stdout
    assert "minutes" in done.stdout
    assert plot.exists() == (script == "bench_linear.py")

"""Notices from a template: ours beside docxtpl, in one run.

    python -m pip install -r benchmarks/requirements.txt
    PYTHONPATH=src python benchmarks/bench_template.py

Both fill in the same notice, `staff-training`, with values that differ from one to the next, and
give the bytes of a .docx; both have read and checked their template before. docxtpl's template is
the Word file of that notice with its own marks in it. The first paper of each is looked at: it
must hold what was filled in. Prints Markdown.
"""

import io
from collections.abc import Callable
from datetime import date, timedelta
from time import process_time

from docx import Document

from measuring import CHECK, Effort, Timer, best_times, machine, named, parser, peer, print_table
from minutes_gen import Session, Template, render_docx, render_text
from minutes_gen.era import format_date

NOTICES = 1000
MEETINGS = 12  # a year's trainings, each with notices to many places
EFFORT = Effort(5, 0.3)


def values(number: int, days: int = MEETINGS) -> dict[str, str]:
    """Return the values of one notice, which differ from those of another."""
    day = date(2018, 7, 10) + timedelta(number % days)
    return {
        "発行日": "平成30年7月5日",
        "発行者": "特定非営利活動法人あしやＮＰＯセンター",
        "題名": f"スタッフ研修{number}",
        "日時": format_date(day, weekday=True),
        "場所": f"あしや市民活動センター{number}号室",
        "参加者": "橋野 出口 奈良 横山 瀬島",
        "担当": "金子 阿部",
        "内容": "ＮＰＯと協働する行政の姿勢について",
        "参考資料": "「知っておきたいＮＰＯのこと3（協働編）」",
    }


def peer_template() -> bytes:
    """Return the Word file of the notice with the marks of docxtpl where the values go."""
    plain = Template.load("staff-training").fill(values(0))
    file = io.BytesIO(render_docx(plain))
    document = Document(file)
    marks = {text: f"{{{{ {name} }}}}" for name, text in _shown(plain).items()}
    for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
        colon = "：" * run.text.startswith("：")
        text = run.text.removeprefix("：")
        run.text = colon + marks.get(text, text)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _shown(session: Session) -> dict[str, str]:
    """Return what the page shows for each value."""
    shown = {
        "発行日": format_date(session.issued) if session.issued else "",
        "発行者": session.issuer or "",
        "題名": session.title or "",
    }
    return shown | {detail.label: detail.lines[0] for detail in session.details}


def fillers() -> dict[str, Callable[[int], bytes]]:
    """Return what makes the notice of a number, of each program."""
    template = Template.load("staff-training")

    def ours(number: int) -> bytes:
        return render_docx(template.fill(values(number)))

    def each_its_day(number: int) -> bytes:
        return render_docx(template.fill(values(number, NOTICES)))

    made: dict[str, Callable[[int], bytes]] = {
        "minutes_gen": ours,
        "minutes_gen, no two on one day": each_its_day,
    }
    if docxtpl := peer("docxtpl"):
        opened = docxtpl.DocxTemplate(io.BytesIO(peer_template()))

        def theirs(number: int) -> bytes:
            # `render` would add to what it rendered before; init_docx takes the file anew.
            opened.init_docx()
            opened.render(values(number))
            file = io.BytesIO()
            opened.save(file)
            return file.getvalue()

        made[named("docxtpl")] = theirs
    return made


def check(papers: dict[str, bytes]) -> None:
    """Look at the papers: each must hold the place that was filled in."""
    for name, paper in papers.items():
        text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(paper)).paragraphs)
        if "あしや市民活動センター7号室" not in text or "{{" in text:
            raise SystemExit(f"{name} did not fill the template in:\n{text}")


def many(make: Callable[[int], object]) -> Timer:
    """Return what makes so many notices, each another, and says how many seconds that took."""

    def seconds(count: int) -> float:
        begin = process_time()
        for number in range(count):
            make(number % NOTICES)
        return process_time() - begin

    return seconds


def main() -> None:
    """Measure and print."""
    effort = parser(__doc__).parse_args().effort or EFFORT
    makers = fillers()
    check({name: make(7) for name, make in makers.items()})
    template = Template.load("staff-training")
    timers = {name: many(make) for name, make in makers.items()}
    timers["as text"] = many(lambda number: render_text(template.fill(values(number))).encode())
    best = best_times(timers, effort)
    text = best.pop("as text")

    print(f"{machine()}\n" if effort is not CHECK else "--check: the figures mean nothing\n")
    slowest = max(best.values())
    print_table(
        ("notices of `staff-training`", ".docx a second", "× the slowest"),
        [(name, f"{1 / time:,.0f}", f"{slowest / time:.1f}") for name, time in best.items()],
    )
    print(f"As text, minutes_gen: {1 / text:,.0f} a second.")


if __name__ == "__main__":
    main()

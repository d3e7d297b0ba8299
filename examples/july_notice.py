"""The notice of 平成30年7月, from that of June: run it, and it writes july-notice.docx and .txt."""

from datetime import date
from pathlib import Path

from minutes_gen import Template, follow_up, load, save

june = load(Path(__file__).parent / "june-7-notice.txt")

# June says what July is about, and only the month: that is what this notice has.
expected = follow_up(june, issued=date(2018, 7, 5))

# When the day is fixed, the template writes the notice that goes out.
july = Template.load("staff-training").fill(
    june, 発行日=date(2018, 7, 5), 日時="平成30年7月10日（火）"
)

if __name__ == "__main__":
    print(f"{expected.details[0].lines[0]} → {july.details[0].lines[0]}")
    for name in ("july-notice.docx", "july-notice.txt"):
        save(july, name)

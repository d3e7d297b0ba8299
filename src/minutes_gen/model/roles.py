"""見出し語: the labels of details that offices use, and what they stand for.

>>> LABELS["宿題"]
<Role.ACTION: 'action'>
"""

from enum import Enum


class Role(Enum):
    """What a detail is about, whatever the paper calls it.

    >>> Role("schedule")
    <Role.SCHEDULE: 'schedule'>
    """

    SCHEDULE = "schedule"
    HOURS = "hours"
    BEGINNING = "beginning"
    ENDING = "ending"
    NEXT = "next"
    PLACE = "place"
    PARTICIPANTS = "participants"
    ABSENT = "absent"
    LATE = "late"
    EARLY = "early"
    ONLINE = "online"
    OBSERVERS = "observers"
    PROXIES = "proxies"
    WRITTEN = "written"
    TOTAL = "total"
    QUORUM = "quorum"
    CHAIR = "chair"
    RECORDER = "recorder"
    SIGNERS = "signers"
    PEOPLE = "people"
    CONTENT = "content"
    MATERIALS = "materials"
    COURSE = "course"
    RESULT = "result"
    DECISION = "decision"
    ACTION = "action"
    PENDING = "pending"
    ISSUED = "issued"
    DEADLINE = "deadline"
    CONTACT = "contact"


# Of these a paper may have several, each told from the others by its label: 講師 is not 担当.
TOLD_BY_LABEL = frozenset({Role.PEOPLE, Role.CHAIR})

# 見出し語: the labels of details that offices use, and what they stand for.
LABELS: dict[str, Role] = {
    label: role
    for role, labels in {
        Role.SCHEDULE: "日時 開催日時 実施日時 期日 開催日 実施日 開催時期 とき \
開催期日 招集日時 開催年月日 開会日時 開会の日時",
        Role.NEXT: "次回 次回日程 次回日時 次回開催 次回開催日 次回開催日時 次回予定 次回の予定",
        Role.PLACE: "場所 会場 開催場所 実施場所 ところ 開催地 招集場所 開催会場 行き先",
        Role.PARTICIPANTS: "参加者 出席者 参加 出席 出席者数 出席者氏名 出席理事 出席監事 出席役員 \
出席取締役 出席監査役 出席委員 出席会員 出席正会員 出席会員数 出席正会員数 参加者数 \
出席議員 出席評議員 出席代議員 参集者",
        Role.ABSENT: "欠席者 欠席 欠席理事 欠席監事 欠席役員 欠席取締役 欠席監査役 欠席委員 \
欠席議員 欠席評議員",
        Role.LATE: "遅刻 遅刻者 遅参 途中出席 途中参加",
        Role.EARLY: "早退 早退者 途中退席 途中退室",
        Role.ONLINE: "オンライン オンライン参加 オンライン参加者 オンライン出席 オンライン出席者 \
リモート リモート参加 リモート参加者 Web参加 Zoom参加",
        Role.OBSERVERS: "傍聴者 傍聴人 傍聴 傍聴者数 傍聴人数 オブザーバー 陪席 陪席者 同席者",
        Role.PROXIES: "委任状 委任状提出 委任状提出者 委任状出席 表決委任者 表決委任者数 委任者",
        Role.WRITTEN: "書面表決 書面表決者 書面表決者数 書面議決 書面議決者 議決権行使書 書面出席",
        Role.TOTAL: "総数 理事総数 正会員総数 会員総数 取締役総数 役員総数 委員総数 定数",
        Role.QUORUM: "定足数",
        Role.CHAIR: "議長 座長 司会 司会者 進行 進行役",
        Role.RECORDER: "書記 記録 記録者 記録係 議事録作成者 作成者",
        Role.SIGNERS: "議事録署名人 議事録署名者 議事録署名委員 署名人 署名者",
        Role.PEOPLE: "担当 担当者 講師",
        Role.CONTENT: "内容 議題 議事 議案 研修 テーマ アジェンダ 審議事項 報告事項 \
次第 会議次第 協議事項 付議事項 会議に付した事件",
        Role.MATERIALS: "参考資料 資料 配付資料 配布資料",
        Role.COURSE: "経過 議事の経過",
        Role.RESULT: "議決 議決結果 採決 採決結果 表決 表決結果 結果 審議結果 議決の結果",
        Role.DECISION: "決定 決定事項 合意 合意事項 結論 決まったこと",
        Role.ACTION: "宿題 課題 TODO ToDo Todo ＴＯＤＯ アクション 対応事項 要対応 \
タスク 実施項目 持ち帰り事項 持帰り事項 アクションアイテム",
        Role.PENDING: "保留 保留事項 継続 継続審議 継続事項 継続検討 持越し 持ち越し",
    }.items()
    for label in labels.split()
}

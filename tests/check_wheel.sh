#!/usr/bin/env bash
# Build the wheel, install it alone in a clean environment, and run its command in an empty folder.
# usage: tests/check_wheel.sh FOLDER   (a folder that does not exist yet)
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1/empty"
cd "$1"
python3 -m venv builder
builder/bin/pip install --quiet build
builder/bin/python -m build --quiet --wheel --outdir dist "$top"
python3 -m venv user
user/bin/pip install --quiet dist/*.whl
cp "$top/examples/june-7-notice.txt" empty/
cd empty
../user/bin/minutes-gen render june-7-notice.txt -o june.docx -o june.txt -o june.json
cmp june.txt june-7-notice.txt
../user/bin/minutes-gen render june.json | cmp - june-7-notice.txt
../user/bin/minutes-gen templates
../user/bin/minutes-gen templates --copy staff-training own
cmp own/staff-training.txt "$top/templates/staff-training.txt"
../user/bin/minutes-gen new staff-training --from june-7-notice.txt --set 発行日=平成30年7月5日 \
  --set '日時=平成30年7月10日（火）' | cmp - "$top/tests/golden/july-notice.txt"
../user/bin/python -c 'import minutes_gen, pathlib; assert "site-packages" in minutes_gen.__file__; assert (pathlib.Path(minutes_gen.__file__).parent / "py.typed").exists()'
echo 'the wheel works'

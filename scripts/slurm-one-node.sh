#!/usr/bin/env bash
# A Slurm cluster of this one machine, for tests: up starts it and prints the path of its configuration, idle waits until it has
# no jobs, down stops it.
# Needs root, slurm-wlm and munge. Daemons already running are left alone.
# usage: slurm-one-node.sh up|idle|down <folder>
set -euo pipefail

action="${1:?up, idle or down}"
folder="$(realpath -m "${2:?a folder for state and logs}")"
host="$(hostname -s)"
export SLURM_CONF="$folder/slurm.conf"

configure() {
  mkdir -p "$folder"/{controller,node}
  cat >"$SLURM_CONF" <<CONF
ClusterName=onenode
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$controller_port
SlurmdPort=$node_port
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
# Jobs start, and dependencies are looked at, at once.
SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
ReturnToService=2
MpiDefault=none
MailProg=/bin/true
StateSaveLocation=$folder/controller
SlurmdSpoolDir=$folder/node
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
}

# munge of its own, with a key and a socket of its own: a machine's is not touched.
start_munge() {
  dd if=/dev/urandom of="$folder/munge.key" bs=128 count=1 status=none
  chown munge:munge "$folder" "$folder/munge.key"
  chmod 755 "$folder"
  chmod 400 "$folder/munge.key"
  setpriv --reuid=munge --regid=munge --clear-groups munged --key-file="$folder/munge.key" \
    --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" \
    --seed-file="$folder/munged.seed"
}

up() {
  controller_port=$((20000 + RANDOM % 10000))
  node_port=$((controller_port + 1))
  getent hosts "$host" >/dev/null || echo "127.0.0.1 $host" >>/etc/hosts
  configure
  start_munge
  slurmctld -c
  slurmd
  for _ in $(seq 100); do
    [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ] && echo "$SLURM_CONF" && return
    sleep 0.2
  done
  tail -n 20 "$folder/slurmctld.log" "$folder/slurmd.log" >&2
  return 1
}

idle() {
  while [ -n "$(squeue --noheader)" ]; do sleep 0.2; done
}

down() {
  for daemon in slurmd slurmctld munged; do
    if [ -s "$folder/$daemon.pid" ]; then kill "$(cat "$folder/$daemon.pid")" 2>/dev/null || true; fi
  done
}

"$action"

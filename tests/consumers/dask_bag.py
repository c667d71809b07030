"""Dask distributed: two workers on loopback hand their parts of a .jsonl file to `suanpan extract --stream` and get claims back.
dask_bag.py FILE.jsonl >claims.jsonl, in the order of the file, as one process would write them."""
import subprocess
import sys

import dask.bag
from distributed import Client, LocalCluster


def answers(lines):
    lines = list(lines)
    if not lines:
        return []
    told = subprocess.run(["suanpan", "extract", "-f", "jsonl", "--stream", "-"], input="".join(lines), text=True,
                          encoding="utf-8", stdout=subprocess.PIPE, check=False)
    return told.stdout.splitlines(keepends=True)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        documents = file.readlines()
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster, Client(cluster):
        sys.stdout.writelines(dask.bag.from_sequence(documents, npartitions=4).map_partitions(answers).compute())

"""Reads smaps from stdin with smem and prints the regions it found as JSON."""

import contextlib, json, os, runpy, sys, tempfile, traceback

SMEM = '/usr/bin/smem'
COUNTERS = (
    'Size', 'Rss', 'Pss', 'Shared_Clean', 'Shared_Dirty', 'Private_Clean', 'Private_Dirty',
    'Referenced', 'Anonymous', 'Swap', 'KernelPageSize', 'MMUPageSize', 'Locked',
)


def number_of(digits):
    """Half of a device; what is no number stays what smem says."""
    try:
        return int(digits, 16)
    except ValueError:
        return digits


def region_of(start, said):
    """smem writes the names of counters in small letters and leaves kB as they are."""
    major, _, minor = said['device'].partition(':')
    return {
        'start': f'{start:x}',
        'end': f'{said["end"]:x}',
        'perms': said['mode'],
        'offset': f'{said["offset"]:x}',
        'device': {'major': number_of(major), 'minor': number_of(minor)},
        'inode': said['inode'],
        'pathname': '' if said['name'] == '<anonymous>' else said['name'],
        'counters': {name: str(said[name.lower()] * 1024) for name in COUNTERS if name.lower() in said},
    }


def read(text, folder):
    """smem is a program: it is run on a folder without a /proc, where it has nothing to show, and then asked for a process."""
    sys.argv = [SMEM, '--source', folder]
    with contextlib.redirect_stdout(sys.stderr):
        smem = runpy.run_path(SMEM)
    process = os.path.join(folder, 'proc', '1')
    os.makedirs(process)
    with open(os.path.join(process, 'smaps'), 'wb') as smaps:
        smaps.write(text)
    return smem['pidmaps'](1)


try:
    with tempfile.TemporaryDirectory() as folder:
        regions = [region_of(*item) for item in read(sys.stdin.buffer.read(), folder).items()]
except Exception:
    traceback.print_exc()
    sys.exit(70)
json.dump({'regions': regions}, sys.stdout)

"""Reads maps from stdin with python-ptrace and prints the regions it found as JSON."""

import json, os, sys, traceback
import ptrace.debugger.memory_mapping as memory_mapping
from ptrace.debugger.process_error import ProcessError
from ptrace.version import VERSION


class Process:
    pid = os.getpid()


def region_of(said):
    region = {
        'start': f'{said.start:x}',
        'end': f'{said.end:x}',
        'perms': said.permissions,
        'offset': f'{said.offset:x}',
        'device': {'major': said.major_device, 'minor': said.minor_device},
        'inode': str(said.inode),
    }
    return {**region, 'pathname': said.pathname or ''}


if '--version' in sys.argv:
    print('python-ptrace', '.'.join(map(str, VERSION)))
    sys.exit()
# The library opens /proc/PID/maps, as text; here it opens stdin the same way.
memory_mapping.openProc = lambda path: open(0)
try:
    process = Process()
    regions = [region_of(said) for said in memory_mapping.readProcessMappings(process)]
except ProcessError as error:
    sys.exit(f'ProcessError: {error}')
except Exception:
    traceback.print_exc()
    sys.exit(70)
json.dump({'regions': regions}, sys.stdout)

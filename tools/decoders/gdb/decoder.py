"""Prints as JSON what gdb's `info proc mappings` says of a process whose maps is the text on stdin.

The text is bound over the file of a process that waits, which needs root and a mount namespace of its own (`unshare -m`).
"""

import base64, json, os, re, subprocess, sys, tempfile, traceback

HEADING = re.compile(rb' *Start Addr +End Addr +Size +Offset +Perms +objfile')
ROW = re.compile(rb'\s*0x([0-9a-f]+)\s+0x([0-9a-f]+)\s+0x[0-9a-f]+\s+0x([0-9a-f]+) {2}(\S*) *(.*)', re.DOTALL)


class Refused(Exception):
    """gdb printed no table."""


def region_of(row):
    """What stands in the columns; gdb has none for the device and the inode."""
    start, end, offset, perms, name = ROW.fullmatch(row).groups()
    region = {'start': start.decode(), 'end': end.decode(), 'offset': offset.decode()}
    if perms:
        region['perms'] = perms.decode(errors='replace')
    try:
        return {**region, 'pathname': name.decode()}
    except UnicodeDecodeError:
        return {**region, 'pathnameBase64': base64.b64encode(name).decode()}


def printed(text):
    """The first process ends by itself when this one does: its input is a pipe."""
    with tempfile.NamedTemporaryFile() as file, subprocess.Popen(['cat'], stdin=subprocess.PIPE) as held:
        file.write(text)
        file.flush()
        subprocess.run(['mount', '--bind', file.name, f'/proc/{held.pid}/maps'], check=True)
        # Given no program of this machine, gdb may take addresses for 32-bit ones.
        ask = ['gdb', '--batch', '-nx', '-ex', f'info proc mappings {held.pid}', sys.executable]
        return subprocess.run(ask, check=True, capture_output=True, env={**os.environ, 'LC_ALL': 'C.UTF-8'})


def regions_in(gdb):
    lines = gdb.stdout.removesuffix(b'\n').split(b'\n')
    heading = next((at for at, line in enumerate(lines) if HEADING.fullmatch(line)), None)
    if heading is None:
        raise Refused(gdb.stderr.decode(errors='replace'))
    return [region_of(row) for row in lines[heading + 1 :]]


try:
    regions = regions_in(printed(sys.stdin.buffer.read()))
except Refused as refused:
    sys.exit(str(refused))
except Exception:
    traceback.print_exc()
    sys.exit(70)
json.dump({'regions': regions}, sys.stdout)

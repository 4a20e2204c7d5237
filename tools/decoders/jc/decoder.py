"""Reads maps, smaps or the table of lsof from stdin with jc and prints the regions it found as JSON."""

import json, os, sys, traceback
import jc
from jc.exceptions import ParseError

WITHOUT_UNIT = {'THPeligible', 'ProtectionKey'}
KNOWN = {'start', 'end', 'perms', 'offset', 'maj', 'min', 'inode', 'pathname', 'VmFlags', 'VmFlags_pretty'}


def perms_of(words):
    """jc says the letters in words, and nothing for a dash."""
    letters = (('read', 'r'), ('write', 'w'), ('execute', 'x'))
    shared = 's' if 'shared' in words else 'p' if 'private' in words else '-'
    return ''.join(letter if word in words else '-' for word, letter in letters) + shared


def counters_of(said):
    """Whatever else jc says of a smaps region; it drops the unit, which is kB but for two of them."""
    return {
        key: value if value is None or key in WITHOUT_UNIT else str(value * 1024)
        for key, value in said.items()
        if key not in KNOWN
    }


def hex_of(digits):
    """The same number as the protocol writes it."""
    return digits.lower().lstrip('0') or digits[-1:]


def number_of(digits):
    """Half of a device; what is no number stays what jc says."""
    try:
        return int(digits, 16)
    except ValueError:
        return digits


def region_of(said):
    """A key that jc leaves out is not said."""
    region = {key: hex_of(said[key]) for key in ('start', 'end', 'offset') if key in said}
    if 'perms' in said:
        region['perms'] = perms_of(said['perms'])
    if 'maj' in said:
        region['device'] = {'major': number_of(said['maj']), 'minor': number_of(said['min'])}
    if 'inode' in said:
        region['inode'] = str(said['inode'])
    if 'pathname' in said:
        region['pathname'] = said['pathname']
    if 'VmFlags' in said:
        region['vmFlags'] = said['VmFlags']
    counters = counters_of(said)
    return {**region, 'counters': counters} if counters else region


def known(fields):
    """A blank cell is None: not said. Numbers may be too large for JSON."""
    return {
        key: str(value) if isinstance(value, int) else value for key, value in fields.items() if value is not None
    }


def file_of(said):
    """A row of lsof; the letter of a lock stands behind the descriptor. A column that jc does not find is not said."""
    descriptor, _, lock = said['fd'].partition('-')
    file = known({'descriptor': descriptor, 'lock': lock or None, 'type': said.get('type'), 'size': said.get('size_off')})
    row = known({'pathname': said.get('name'), 'inode': said.get('node'), 'file': file})
    if said.get('device') is not None and said.get('type') not in ('CHR', 'BLK'):
        major, _, minor = said['device'].partition(',')
        row['device'] = {'major': major, 'minor': minor}
    return row


def views_of(rows):
    """The mapped files, process after process."""
    mapped = [row for row in rows if (row.get('fd') or '').partition('-')[0] in ('mem', 'txt', 'DEL')]
    pids = dict.fromkeys(row.get('pid') for row in mapped)
    return [
        {'process': {'pid': pid}, 'regions': [file_of(row) for row in mapped if row.get('pid') == pid]} for pid in pids
    ]


def read(data):
    """As the command jc does: UTF-8 where it can, bytes otherwise."""
    try:
        data = data.decode('utf-8')
    except UnicodeDecodeError:
        pass
    parser = 'lsof' if ADAPTER == 'lsof' else 'proc_pid_' + ADAPTER
    return jc.parse(parser, data, quiet=True)


if '--version' in sys.argv:
    print('jc', jc.__version__)
    sys.exit()
ADAPTER = os.environ['MEMMAPS_ADAPTER']
try:
    said = read(sys.stdin.buffer.read())
    answer = {'views': views_of(said)} if ADAPTER == 'lsof' else {'regions': [region_of(one) for one in said]}
except ParseError as error:
    sys.exit(f'ParseError: {error}')
except Exception:
    traceback.print_exc()
    sys.exit(70)
json.dump(answer, sys.stdout)

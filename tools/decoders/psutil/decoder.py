"""Reads smaps from stdin with psutil and prints the regions it found as JSON."""

import base64, json, os, sys, tempfile, traceback
import psutil


def name_of(said):
    """psutil calls a region without a name [anon]; bytes that are not UTF-8 come as surrogates."""
    raw = b'' if said == '[anon]' else os.fsencode(said)
    name = {'pathname': raw.decode('utf-8', 'replace')}
    if name['pathname'].encode() != raw:
        name['pathnameBase64'] = base64.b64encode(raw).decode()
    return name


def hex_of(digits):
    """The same number as the protocol writes it."""
    return digits.lower().lstrip('0') or digits[-1:]


def region_of(said):
    start, _, end = said.addr.partition('-')
    counters = said._asdict()
    for other in ('addr', 'perms', 'path'):
        del counters[other]
    return {
        'start': hex_of(start),
        'end': hex_of(end),
        'perms': said.perms,
        **name_of(said.path),
        'counters': {key.title(): str(value) for key, value in counters.items()},
    }


def read(text, folder):
    """psutil looks for /proc in PROCFS_PATH: one with this process's stat and the smaps in question."""
    process = os.path.join(folder, str(os.getpid()))
    os.mkdir(process)
    os.symlink('/proc/stat', os.path.join(folder, 'stat'))
    for file in ('stat', 'status'):
        os.symlink('/proc/self/' + file, os.path.join(process, file))
    with open(os.path.join(process, 'smaps'), 'wb') as smaps:
        smaps.write(text)
    psutil.PROCFS_PATH = folder
    return psutil.Process(os.getpid()).memory_maps(grouped=False)


if '--version' in sys.argv:
    print('psutil', psutil.__version__)
    sys.exit()
try:
    with tempfile.TemporaryDirectory() as folder:
        regions = [region_of(said) for said in read(sys.stdin.buffer.read(), folder)]
except psutil.Error as error:
    sys.exit(f'{type(error).__name__}: {error}')
except Exception:
    traceback.print_exc()
    sys.exit(70)
json.dump({'regions': regions}, sys.stdout)

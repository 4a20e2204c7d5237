#!/usr/bin/perl
# A small process with every common kind of mapping, to look at with memmaps. Needs perl-base only.
#
#   perl specimen.pl [DIRECTORY]
#
# Makes its files in DIRECTORY (made if need be), prints `ready`, and waits until stdin closes. Then it removes the files,
# and the directory. A mapping that this machine does not allow is named on stderr, and left out.
use strict;
use warnings;
use Config;
use POSIX ();

use constant { NONE => 0, READ => 1, WRITE => 2 };
use constant { SHARED => 0x01, PRIVATE => 0x02, ANONYMOUS => 0x20, POPULATE => 0x8000 };

# System call numbers; `ipc` is how i386 attaches shared memory, and `mmap2` counts its offset in 4096 bytes.
my %generic = (read => 63, mmap => 222, mprotect => 226, memfd_create => 279, shmat => 196);
my %numbers = (
    x86_64  => { read => 0, mmap => 9, mprotect => 10, memfd_create => 319, shmat => 30 },
    aarch64 => \%generic,
    riscv64 => \%generic,
    arm     => { read => 3, mmap2 => 192, mprotect => 125, memfd_create => 385, shmat => 305 },
    i386    => { read => 3, mmap2 => 192, mprotect => 125, memfd_create => 356, ipc => 117 },
);

my ($arch) = $Config{archname} =~ /^([^-]+)/;
$arch = 'arm'  if $arch =~ /^arm/;
$arch = 'i386' if $arch =~ /^i\d86$/;
my $call = $numbers{$arch} or die "specimen: no system call numbers for $arch\n";

my $page      = POSIX::sysconf(POSIX::_SC_PAGESIZE());
my $directory = shift // ($ENV{TMPDIR} // '/tmp') . "/memmaps-specimen-$$";
my (@files, $made);

$SIG{$_} = sub { exit 0 } for qw(INT TERM HUP);

END {
    unlink @files;
    rmdir $directory if $made;
}

-d $directory or mkdir $directory, 0700 or die "specimen: $directory: $!\n";
$made = 1;

shared_and_private();
split_file();
deleted_file();
name_with_space();
memory();
memfd();
system_v();

# The buffer is made before, so that nothing is mapped any more once it says ready.
my $buffer = ' ' x $page;
$| = 1;
print "ready\n";
for (;;) {
    my $size = sysread STDIN, $buffer, $page;
    last if defined $size ? $size == 0 : !$!{EINTR};
}

# One file twice: read-only and private, then writable and shared.
sub shared_and_private {
    my $file = file('mapped.bin', 3 * $page + 100);
    map_file($file, 4 * $page, READ, PRIVATE | POPULATE, 0);
    map_file($file, 2 * $page, READ | WRITE, SHARED | POPULATE, $page);
}

# A private file mapping in three parts; the writable one has a page of its own.
sub split_file {
    my $file    = file('split.bin', 3 * $page);
    my $address = map_file($file, 3 * $page, READ, PRIVATE, 0) // return;
    protect($address + $page, $page, READ | WRITE) or return;
    sysseek $file, 0, 0;
    syscall($call->{read}, fileno($file), $address + $page, $page) >= 0 or warn "specimen: read: $!\n";
}

sub deleted_file {
    my $file = file('deleted.bin', 2 * $page);
    map_file($file, 2 * $page, READ, SHARED, 0);
    unlink "$directory/deleted.bin";
}

sub name_with_space {
    map_file(file('two words.bin', $page), $page, READ, PRIVATE, 0);
}

# Shared memory without a name; private memory in three parts, the last of them out of bounds.
sub memory {
    map_pages(2 * $page, READ | WRITE, SHARED | ANONYMOUS | POPULATE, -1, 0);
    my $address = map_pages(5 * $page, READ | WRITE, PRIVATE | ANONYMOUS | POPULATE, -1, 0) // return;
    protect($address + 2 * $page, $page, READ);
    protect($address + 3 * $page, 2 * $page, NONE);
}

sub memfd {
    my $name       = "specimen\0";
    my $descriptor = syscall($call->{memfd_create}, $name, 0);
    return warn "specimen: memfd_create: $!\n" if $descriptor < 0;
    open my $file, '+<&=', $descriptor or return warn "specimen: memfd: $!\n";
    truncate $file, 2 * $page;
    map_file($file, 2 * $page, READ | WRITE, SHARED, 0);
}

sub system_v {
    my $id = shmget 0, $page, 0600;
    return warn "specimen: shmget: $!\n" if !defined $id;
    my $place = pack 'x[L!]';
    my $failed =
        $call->{ipc}
      ? syscall($call->{ipc}, 21, $id + 0, 0, $place, 0)
      : syscall($call->{shmat}, $id + 0, 0, 0);
    warn "specimen: shmat: $!\n" if $failed == -1;
    shmctl $id, 0, 0;
}

sub file {
    my ($name, $size) = @_;
    my $path = "$directory/$name";
    open my $file, '+>', $path or die "specimen: $path: $!\n";
    push @files, $path;
    syswrite $file, '.' x $size;
    return $file;
}

sub map_file {
    my ($file, $size, $protection, $flags, $offset) = @_;
    return map_pages($size, $protection, $flags, fileno $file, $offset);
}

sub map_pages {
    my ($size, $protection, $flags, $descriptor, $offset) = @_;
    my $address =
        $call->{mmap}
      ? syscall($call->{mmap},  0, $size, $protection, $flags, $descriptor, $offset)
      : syscall($call->{mmap2}, 0, $size, $protection, $flags, $descriptor, $offset / 4096);
    return $address if $address != -1;
    warn "specimen: mmap: $!\n";
    return undef;
}

sub protect {
    my ($address, $size, $protection) = @_;
    return 1 if syscall($call->{mprotect}, $address, $size, $protection) == 0;
    warn "specimen: mprotect: $!\n";
    return 0;
}
